import type { Incident } from '../../domain/incident.ts'
import { parseInstant } from '../../kernel/instant.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'
import { foldOrders, type FoldedOrders } from '../orders/fold-orders.ts'
import type { OrderState } from '../orders/order-state.ts'
import { readSaidWords, statedS, type SaidWords } from './said-words.ts'
import type { Word } from './word.ts'

/** What the rows of all kinds read: words, orders and facts, sorted once. */
export interface BoardSources {
  readonly indexOf: ReadonlyMap<string, number>
  readonly said: SaidWords
  readonly folded: FoldedOrders
  readonly teamOrders: ReadonlyMap<string, readonly OrderState[]>
  /** Teams that somebody spoke of, or that the facts name as already under way. */
  readonly spokenTeams: readonly string[]
  /** What the facts say of teams that were rolling when the call came. */
  readonly factWords: ReadonlyMap<string, readonly Word[]>
  /** Vehicles that somebody spoke of, by the team the word or the library puts them in. */
  readonly vehicleTeams: ReadonlyMap<string, readonly string[]>
  /** The facts as they are now; null = the record does not have them (yet). */
  readonly incident: Incident | null
  readonly offsetMin: number
}

/** Reads the operations of an incident, given in the order of the record. */
export function readSources(ops: readonly Op[], teamOfVehicle: (vehicleId: string) => string | null): BoardSources {
  const indexOf = new Map(ops.map(({ id }, index) => [id, index]))
  const folded = foldOrders(ops)
  const said = readSaidWords(ops, indexOf)
  const facts = latestFacts(ops)
  const factWords = facts === null ? new Map<string, Word[]>() : wordsOfFacts(facts, indexOf)
  const spoken = [...said.bySubject.keys()].flatMap((key) => (key.startsWith('team:') ? [key.slice(5)] : []))
  return {
    indexOf,
    said,
    folded,
    teamOrders: ordersByTeam(folded.orders),
    spokenTeams: [...spoken, ...factWords.keys()],
    factWords,
    vehicleTeams: vehiclesByTeam(said, teamOfVehicle),
    incident: facts?.body.incident ?? null,
    offsetMin: parseInstant(facts?.body.receivedAt ?? '')?.offsetMin ?? 480,
  }
}

type Facts = OpOf<'v1.incident.opened'> | OpOf<'v1.incident.amended'>

function latestFacts(ops: readonly Op[]): Facts | null {
  return opsOfKind(ops, 'v1.incident.opened', 'v1.incident.amended').at(-1) ?? null
}

function ordersByTeam(orders: readonly OrderState[]): Map<string, OrderState[]> {
  const byTeam = new Map<string, OrderState[]>()
  for (const state of orders) {
    const { teamId } = state.order
    if (teamId === null) continue
    const before = byTeam.get(teamId)
    if (before === undefined) byTeam.set(teamId, [state])
    else before.push(state)
  }
  return byTeam
}

function wordsOfFacts({ id, wall, body }: Facts, indexOf: ReadonlyMap<string, number>): Map<string, Word[]> {
  const { incident, receivedAt } = body
  const words = new Map<string, Word[]>()
  for (const { teamId, since, status } of incident.responding ?? []) {
    if (teamId === undefined) continue
    const at = since ?? receivedAt
    words.set(teamId, [
      {
        opId: id,
        at,
        atS: statedS(at, wall),
        saidBy: incident.source ?? '',
        via: 'facts',
        index: indexOf.get(id) ?? 0,
        state: status === 'onScene' ? 'onScene' : 'enRoute',
        isField: true,
        place: null,
        figures: null,
        goods: [],
        note: '',
        orderId: null,
      },
    ])
  }
  return words
}

function vehiclesByTeam(
  { bySubject }: SaidWords,
  teamOfVehicle: (vehicleId: string) => string | null,
): Map<string, string[]> {
  const byTeam = new Map<string, string[]>()
  for (const key of bySubject.keys()) {
    if (!key.startsWith('vehicle:')) continue
    const id = key.slice(8)
    const teamId = teamOfVehicle(id)
    if (teamId !== null) byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), id])
  }
  return byTeam
}
