import type { HospitalRow, PeopleRow, RoadRow, ShelterRow, TrappedRow } from '../../domain/command/board.ts'
import type { SaidFigures, SubjectKind } from '../../domain/command/status.ts'
import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { OrderState } from '../orders/order-state.ts'
import { tellRow, type RowKind, type Told } from './base-row.ts'
import type { BoardInput } from './board-input.ts'
import type { BoardSources } from './board-sources.ts'
import { subjectKey } from './said-words.ts'
import type { Word } from './word.ts'

/** Rows of the shelters the plan fills and those somebody spoke of: people in and out against what they hold. */
export function shelterRows(input: BoardInput, sources: BoardSources): ShelterRow[] {
  const expected = new Map<string, number>()
  for (const { shelterId, people } of input.plan?.content.handlingPlan.evacuation.assignments ?? [])
    if (shelterId !== null) expected.set(shelterId, (expected.get(shelterId) ?? 0) + people)
  const names = new Map(
    input.plan?.content.handlingPlan.evacuation.assignments.map((one) => [one.shelterId ?? '', one.shelterName ?? '']),
  )
  return idsOf('shelter', [...expected.keys()], sources).map((id) => {
    const known = input.library.shelters.get(id) ?? null
    const told = tell('shelter', id, input, sources, ordersTo('shelter', id, sources))
    const peopleIn = newestFigure(told.words, 'peopleIn')
    const peopleOut = newestFigure(told.words, 'peopleOut')
    const capacity = known?.capacity ?? null
    const before = known?.occupied ?? null
    const present = peopleIn === null ? null : peopleIn - (peopleOut ?? 0)
    return {
      id,
      name: known?.name ?? (names.get(id) || nameOf('shelter', id, sources)),
      ...told.row,
      phone: known?.phone ?? '',
      capacity,
      before,
      expected: expected.get(id) ?? 0,
      peopleIn,
      peopleOut,
      free: capacity === null || present === null ? null : capacity - (before ?? 0) - present,
    }
  })
}

/** Rows of the places whose people move or stay indoors. */
export function peopleRows(input: BoardInput, sources: BoardSources): PeopleRow[] {
  const lines = groupBy(input.plan?.content.handlingPlan.evacuation.assignments ?? [], ({ fromId }) => fromId)
  return idsOf('people', [...lines.keys()], sources).map((id) => {
    const parts = lines.get(id) ?? []
    const [first] = parts
    const town = input.library.townOf.get(id) ?? null
    const orders = sources.folded.orders.filter(
      ({ order: { source } }) =>
        source.kind === 'evacuation' &&
        (source.lineId === id ||
          (town !== null && source.lineId === town) ||
          parts.some((part) => part.id === source.lineId)),
    )
    const told = tell('people', id, input, sources, orders)
    const people = parts.reduce((sum, part) => sum + part.people, 0)
    const done = newestFigure(told.words, 'peopleIn')
    const remaining = newestFigure(told.words, 'remaining') ?? (done === null ? null : Math.max(0, people - done))
    const doneBy = latest(parts.map((part) => part.doneBy))
    const dueS = doneBy === null ? null : (parseInstant(doneBy)?.epochS ?? null)
    const isDone = remaining === 0 || told.row.state === 'moved' || told.row.state === 'returned'
    return {
      id,
      name: first?.fromName ?? nameOf('people', id, sources),
      ...told.row,
      people,
      modes: [...new Set(parts.map(({ mode }) => mode))],
      shelters: [...new Set(parts.flatMap(({ shelterName }) => (shelterName === null ? [] : [shelterName])))],
      personInCharge: first?.personInCharge ?? '',
      phone: first?.phone ?? '',
      startBy: earliest(parts.map((part) => part.startBy)),
      doneBy,
      done,
      remaining,
      isLate: !isDone && dueS !== null && input.nowS > dueS,
    }
  })
}

/** Rows of the hospitals that take patients: planned, received, handed over by the list, beds left. */
export function hospitalRows(input: BoardInput, sources: BoardSources, trapped: readonly TrappedRow[]): HospitalRow[] {
  const planned = groupBy(input.plan?.content.handlingPlan.casualties ?? [], ({ hospitalId }) => hospitalId)
  const named = trapped.flatMap(({ hospitalId }) => hospitalId ?? [])
  return idsOf('hospital', [...planned.keys(), ...named], sources).map((id) => {
    const rows = planned.get(id) ?? []
    const told = tell('hospital', id, input, sources, [])
    const taken = trapped.filter((row) => row.hospitalId === id && row.state === 'handedOver')
    return {
      id,
      name: rows[0]?.hospitalName ?? input.library.hospitals.get(id)?.name ?? nameOf('hospital', id, sources),
      ...told.row,
      phone: rows[0]?.phone ?? input.library.hospitals.get(id)?.phone ?? '',
      planned: rows.reduce((sum, { patients }) => sum + patients, 0),
      received: newestFigure(told.words, 'peopleIn'),
      handedOver: taken.reduce((sum, { people }) => sum + (people ?? 0), 0),
      bedsLeft: newestFigure(told.words, 'remaining'),
    }
  })
}

/** Rows of the closed roads of the plan, and of roads somebody spoke of. */
export function roadRows(input: BoardInput, sources: BoardSources): RoadRow[] {
  const closures = new Map(input.plan?.content.movementPlan.closures.map((one) => [one.id, one]))
  return idsOf('road', [...closures.keys()], sources).map((id) => ({
    id,
    name: closures.get(id)?.name ?? nameOf('road', id, sources),
    ...tell('road', id, input, sources, []).row,
    planned: closures.get(id)?.detour ?? '',
  }))
}

function tell(
  kind: Exclude<RowKind, 'trapped' | 'team'>,
  id: string,
  { library, nowS }: BoardInput,
  sources: BoardSources,
  orders: readonly OrderState[],
): Told {
  const said = sources.said.bySubject.get(subjectKey(kind, id)) ?? []
  return tellRow({ kind, said, orders, indexOf: sources.indexOf, limits: library.limits, nowS })
}

function idsOf(kind: SubjectKind, planned: readonly string[], { said }: BoardSources): string[] {
  const spoken = [...said.bySubject.keys()].flatMap((key) =>
    key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : [],
  )
  return sortedBy([...new Set([...planned, ...spoken])], (id) => [id])
}

function nameOf(kind: SubjectKind, id: string, { said }: BoardSources): string {
  return said.names.get(subjectKey(kind, id)) ?? id
}

function ordersTo(kind: 'shelter', id: string, { folded }: BoardSources): OrderState[] {
  return folded.orders.filter(({ order: { receiver } }) => receiver.kind === kind && receiver.id === id)
}

/** The figure of the latest stated word that gives one; of two for one time the later entry. */
function newestFigure(words: readonly Word[], figure: keyof SaidFigures): number | null {
  return words.findLast(({ figures }) => figures !== null && figures[figure] !== null)?.figures?.[figure] ?? null
}

function earliest(times: readonly EvacuationAssignment['startBy'][]): string | null {
  return sortedBy(times, (at) => [parseInstant(at)?.epochS ?? 0])[0] ?? null
}

function latest(times: readonly EvacuationAssignment['doneBy'][]): string | null {
  return sortedBy(times, (at) => [parseInstant(at)?.epochS ?? 0]).at(-1) ?? null
}
