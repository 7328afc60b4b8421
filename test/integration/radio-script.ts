import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { Board, TeamRow } from '#shared/domain/command/board.ts'
import { ORDER_STEPS, SAID_BY_WAYS } from '#shared/domain/command/order.ts'
import { STATUSES, SUBJECT_KINDS, TRAPPED_STATES } from '#shared/domain/command/status.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { valueOf } from '#test/harness/bridge.ts'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures')
const Said = {
  at: z.string().optional(),
  by: z.string().optional(),
  via: z.enum(SAID_BY_WAYS).optional(),
  note: z.string().optional(),
}

/** What an operator enters for a line. */
const Entry = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('step'), to: z.string(), step: z.enum(ORDER_STEPS), ...Said }),
  z.strictObject({
    do: z.literal('say'),
    of: z.string(),
    status: z.enum(Object.values(STATUSES).flat()),
    place: z.string().optional(),
    placeId: z.string().optional(),
    in: z.number().optional(),
    out: z.number().optional(),
    crew: z.number().optional(),
    airMin: z.number().optional(),
    left: z.number().optional(),
    goods: z.record(z.string(), z.number()).optional(),
    corrects: z.number().optional(),
    ...Said,
  }),
  z.strictObject({
    do: z.literal('trapped'),
    id: z.string(),
    state: z.enum(TRAPPED_STATES),
    people: z.number(),
    room: z.string(),
    condition: z.string(),
    hospital: z.string().optional(),
    ...Said,
  }),
  z.strictObject({ do: z.literal('correctStep'), line: z.number(), to: z.string().nullable(), reason: z.string() }),
  z.strictObject({ do: z.literal('takeBack'), line: z.number(), reason: z.string() }),
])
type Entry = z.infer<typeof Entry>

const Script = z.strictObject({
  about: z.string(),
  lines: z.array(
    z.strictObject({ line: z.number(), at: z.string(), from: z.string(), said: z.string(), enter: z.array(Entry) }),
  ),
})
export type ScriptLine = z.infer<typeof Script>['lines'][number]

/** The lines of the radio log with what is entered for each. */
export function radioScript(): ScriptLine[] {
  return Script.parse(JSON.parse(readFileSync(join(FIXTURES, 'radio-script.json'), 'utf8'))).lines
}

const Row = z.looseObject({ id: z.string() })
const Boards = z.object({
  boards: z.array(
    z.object({
      line: z.number(),
      ...Object.fromEntries(
        ['teams', 'vehicles', 'transfers', 'shelters', 'people', 'hospitals', 'roads', 'trapped'].map((name) => [
          name,
          z.array(Row),
        ]),
      ),
      trappedSums: z.record(z.string(), z.number()),
    }),
  ),
})

/** The boards written by hand, by the line after which they stand. */
export function boardsByHand(): Map<number, object> {
  const { boards } = Boards.parse(JSON.parse(readFileSync(join(FIXTURES, 'radio-script-boards.json'), 'utf8')))
  return new Map(boards.map(({ line, ...rows }) => [line, rows]))
}

/** Enters lines through the contract, as the desk does. */
export function scriptDesk(core: {
  readonly client: AppClient
  readonly incidentId: string
  readonly plan: DispatchPlan
  /** Order of a team, or of a store. */
  readonly orderOf: (receiver: string) => string
  readonly commandId: () => string
}): (line: ScriptLine) => Promise<void> {
  const { client, incidentId, plan } = core
  const entered = new Map<number, { opId: string; orderId: string }>()
  const items = new Map(
    plan.forcePlan.supplies.allocations.map(({ itemCode, item, unit }) => [itemCode, { item, unit }]),
  )
  const enteredAt = (line: number): { opId: string; orderId: string } => {
    const found = entered.get(line)
    if (found === undefined) throw new Error(`nothing was entered for line ${line}`)
    return found
  }
  const enter = async (line: ScriptLine, entry: Entry): Promise<{ opId: string; orderId: string }> => {
    const command = { commandId: core.commandId(), incidentId }
    if (entry.do === 'correctStep') {
      const { opId, orderId } = enteredAt(entry.line)
      valueOf(await client.orders.correct({ ...command, orderId, stepOp: opId, at: entry.to, reason: entry.reason }))
      return { opId, orderId }
    }
    if (entry.do === 'takeBack') {
      const { opId } = enteredAt(entry.line)
      return { ...valueOf(await client.board.takeBack({ ...command, word: opId, reason: entry.reason })), orderId: '' }
    }
    const said = {
      at: dayTime(entry.at ?? line.at),
      saidBy: entry.do === 'trapped' ? line.from : (entry.by ?? line.from),
      via: entry.via ?? 'radio',
      note: entry.note ?? '',
    } as const
    if (entry.do === 'step') {
      const orderId = core.orderOf(entry.to)
      const { stepOps } = valueOf(
        await client.orders.step({ ...command, orderIds: [orderId], step: entry.step, ...said }),
      )
      return { opId: stepOps[0] ?? '', orderId }
    }
    if (entry.do === 'trapped') {
      const { id, state, people, room, condition, by = '', hospital = null } = entry
      const found = {
        trappedId: id,
        floor: '',
        room,
        people,
        condition,
        state,
        by,
        hospitalId: hospital,
        hospitalName: '',
      }
      return {
        ...valueOf(await client.board.sayTrapped({ ...command, line: { ...found, ...said, corrects: null } })),
        orderId: '',
      }
    }
    const [kindText = '', id = ''] = entry.of.split(':')
    const kind = SUBJECT_KINDS.find((one) => one === kindText)
    if (kind === undefined) throw new Error(`line ${line.line} speaks of a ${kindText}`)
    const word = {
      subject: { kind, id, name: id },
      status: entry.status,
      place: entry.place === undefined ? null : { text: entry.place, placeId: entry.placeId ?? null, position: null },
      figures: {
        peopleIn: entry.in ?? null,
        peopleOut: entry.out ?? null,
        crew: entry.crew ?? null,
        airMin: entry.airMin ?? null,
        remaining: entry.left ?? null,
      },
      goods: Object.entries(entry.goods ?? {}).map(([itemCode, quantity]) => {
        const { item, unit } = items.get(itemCode) ?? { item: itemCode, unit: '' }
        return { itemCode, item, quantity, unit }
      }),
      ...said,
      corrects: entry.corrects === undefined ? null : enteredAt(entry.corrects).opId,
    }
    return { ...valueOf(await client.board.say({ ...command, word })), orderId: '' }
  }
  return async (line) => {
    for (const entry of line.enter) {
      const made = await enter(line, entry)
      if (!entered.has(line.line)) entered.set(line.line, made)
    }
  }
}

/** A time of the day of the script, with the date. */
export function dayTime(time: string): string {
  return `2026-07-14T${time}+08:00`
}

/** A board in the words of the boards by hand: times of day, and only what is not null, empty or false. */
export function plainBoard(board: Board): object {
  return {
    teams: inOrder(board.teams).map((row) =>
      plain(row, { place: row.place, arrive: timeOf(row.arrival.expectedAt), crew: row.crew, air: row.airLeftMin }),
    ),
    vehicles: inOrder(board.teams.flatMap(spokenVehicles)),
    transfers: inOrder(board.transfers).map((row) =>
      plain(row, { sent: goodsOf(row, 'sent'), received: goodsOf(row, 'received') }),
    ),
    shelters: inOrder(board.shelters).map((row) =>
      plain(row, { peopleIn: row.peopleIn, peopleOut: row.peopleOut, free: row.free }),
    ),
    people: inOrder(board.people).map((row) =>
      plain(row, { done: row.done, remaining: row.remaining, late: row.isLate }),
    ),
    hospitals: inOrder(board.hospitals).map((row) =>
      plain(row, {
        received: row.received,
        handedOver: row.handedOver === 0 ? null : row.handedOver,
        bedsLeft: row.bedsLeft,
      }),
    ),
    roads: inOrder(board.roads).map((row) => plain(row, {})),
    trapped: inOrder(board.trapped).map((row) => plain(row, { people: row.people, condition: row.condition })),
    trappedSums: board.trappedSums,
  }
}

type AnyRow = Board['roads'][number] | TeamRow | Board['transfers'][number] | Board['trapped'][number]

function plain(
  {
    id,
    state,
    since,
    heard,
    isStale,
    against,
    orders,
  }: Pick<AnyRow, 'id' | 'state' | 'since' | 'heard' | 'isStale' | 'against' | 'orders'>,
  more: Readonly<Record<string, unknown>>,
): object {
  const row: Readonly<Record<string, unknown>> = {
    ...{ id, state, since: timeOf(since?.at ?? null), heard: timeOf(heard?.at ?? null) },
    by: heard === null || heard.via === 'console' ? '' : heard.saidBy,
    order: orders[0]?.step ?? null,
    stale: isStale,
    against: against.length === 0 ? null : against.map(({ code }) => code),
    ...more,
  }
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== '' && value !== false),
  )
}

function spokenVehicles({ vehicles }: TeamRow): { id: string; state: string; heard: string | null }[] {
  return vehicles.flatMap(({ id, state, heard }) => (heard === null ? [] : [{ id, state, heard: timeOf(heard.at) }]))
}

function goodsOf({ goods }: Board['transfers'][number], which: 'sent' | 'received'): Record<string, number> | null {
  const said = inOrder(goods.map((line) => ({ id: line.itemCode, quantity: line[which] })))
  const known = said.flatMap(({ id, quantity }) => (quantity === null ? [] : [[id, quantity] as const]))
  return known.length === 0 ? null : Object.fromEntries(known)
}

function inOrder<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function timeOf(at: string | null): string | null {
  return at === null ? null : at.slice(11, 19)
}
