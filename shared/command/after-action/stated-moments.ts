import type { OrderStep } from '../../domain/command/order.ts'
import type { Incident } from '../../domain/incident.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { goneWords } from '../board/said-words.ts'
import { foldOrders } from '../orders/fold-orders.ts'
import { opsOfKind } from '../heads.ts'

/** Something that happened at a time somebody stated. */
export interface StatedMoment {
  readonly at: string
  readonly who: string
  readonly opId: string
}

/** The call an incident is timed from. */
export interface CallTaken {
  /** As the newest facts state it; null = nobody has stated it. */
  readonly at: string | null
  /** The entry that opened the incident; null when it is not in this record (yet). */
  readonly entry: StatedMoment | null
}

/** The facts as they stand last; null when the opening is not in this record (yet). */
export function latestFacts(ops: readonly Op[]): { readonly opId: string; readonly incident: Incident } | null {
  const last = opsOfKind(ops, 'v1.incident.opened', 'v1.incident.amended').at(-1)
  return last === undefined ? null : { opId: last.id, incident: last.body.incident }
}

/** When the call came in, and when it was entered. A correction of the stated time counts. */
export function callOf(ops: readonly Op[]): CallTaken {
  const [opened] = opsOfKind(ops, 'v1.incident.opened')
  const stated = latestFacts(ops)?.incident.receivedAt ?? null
  return {
    at: stated,
    entry: opened === undefined ? null : { at: opened.wall, who: opened.by.user, opId: opened.id },
  }
}

/** Words of the board that count: not put right by a later one, not taken back. */
export function countingWords(ops: readonly Op[]): OpOf<'v1.status.said'>[] {
  const gone = goneWords(ops)
  return opsOfKind(ops, 'v1.status.said').filter(({ id }) => !gone.has(id))
}

/** When a force first turned out or was first on the scene: from orders, from the board, or from the call itself. */
export function firstForce(ops: readonly Op[], what: 'turnedOut' | 'onScene'): StatedMoment | null {
  const step: OrderStep = what
  const steps = foldOrders(ops).orders.flatMap(({ steps: said }) =>
    said.flatMap(({ step: one, standsAt, saidBy, opId }) =>
      one === step && standsAt !== null ? [{ at: standsAt, who: saidBy, opId }] : [],
    ),
  )
  const statuses = what === 'turnedOut' ? ['enRoute'] : ['onScene', 'working']
  const words = countingWords(ops)
    .filter(({ body: { subject, status } }) => subject.kind === 'team' && statuses.includes(status))
    .map(({ id, body: { at, saidBy } }) => ({ at, who: saidBy, opId: id }))
  return earliestOf([...steps, ...words, ...alreadyGoing(ops, what)])
}

/** The earliest by its stated time; null when there is none that can be read. */
export function earliestOf(moments: readonly StatedMoment[]): StatedMoment | null {
  const readable = moments.flatMap((moment) => {
    const instant = parseInstant(moment.at)
    return instant === null ? [] : [{ moment, epochS: instant.epochS }]
  })
  return sortedBy(readable, ({ moment, epochS }) => [epochS, moment.opId])[0]?.moment ?? null
}

/** Forces the call itself names as under way or there. */
function alreadyGoing(ops: readonly Op[], what: 'turnedOut' | 'onScene'): StatedMoment[] {
  const facts = latestFacts(ops)
  if (facts === null) return []
  return (facts.incident.responding ?? []).flatMap(({ name, teamId, since, status }) => {
    const isOnScene = status === 'onScene'
    if (since === undefined || status === undefined || isOnScene !== (what === 'onScene')) return []
    return [{ at: since, who: name ?? teamId ?? '', opId: facts.opId }]
  })
}
