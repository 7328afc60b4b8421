import type { HandoverOffered, HandoverSide } from '../../domain/command/handover.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { headsOf, opsOfKind } from '../heads.ts'
import { threadsOf } from './thread.ts'

/** Where a handover stands; only `accepted` has handed anything over. */
export type HandoverState = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'contested'

/** One word on an offer. */
export interface HandoverWord {
  readonly opId: string
  readonly kind: 'accepted' | 'declined' | 'withdrawn'
  readonly name: string
  readonly text: string
  /** Wall time of the seat. */
  readonly saidAt: string
}

/** An offer of a handover with what was said to it. */
export interface Handover extends HandoverOffered {
  readonly opId: string
  readonly recordedAt: string
  readonly state: HandoverState
  readonly words: readonly HandoverWord[]
  readonly standing: readonly HandoverWord[]
  /** What the next word has to name as its basis. */
  readonly basis: readonly string[]
}

/** Handovers in the order in which they were offered. An acceptance of another summary than the offered one counts for nothing. */
export function handoversOf(ops: readonly Op[]): Handover[] {
  const offered = opsOfKind(ops, 'v1.handover.offered')
  const hashes = new Map(offered.map(({ body }) => [body.handoverId, body.summaryHash]))
  const followers = opsOfKind(ops, 'v1.handover.answered', 'v1.handover.withdrawn').filter(
    (op) => op.kind === 'v1.handover.withdrawn' || hashes.get(op.body.handoverId) === op.body.summaryHash,
  )
  return threadsOf(offered, followers, ({ body }) => body.handoverId).map((thread) => {
    const standing = thread.heads.map(wordOf)
    return {
      ...thread.root.body,
      opId: thread.root.id,
      recordedAt: thread.root.wall,
      state: stateOf(standing),
      words: thread.followers.map(wordOf),
      standing,
      basis: thread.basis,
    }
  })
}

/** Who has the command of an incident by an accepted handover. */
export interface CommandHolder extends HandoverSide {
  readonly handoverId: string
  readonly since: string
}

/**
 * Who commands by accepted handovers: nobody while none was accepted (the first arriving unit's senior officer then
 * commands, by rule and not by record), several when two took over apart.
 */
export function commandHolders(ops: readonly Op[]): CommandHolder[] {
  const accepted = new Map(
    handoversOf(ops)
      .filter(({ matter, state }) => matter === 'command' && state === 'accepted')
      .map((handover) => [handover.opId, handover]),
  )
  const offers = opsOfKind(ops, 'v1.handover.offered').filter(({ id }) => accepted.has(id))
  return headsOf(offers).flatMap(({ id }) => {
    const handover = accepted.get(id)
    if (handover === undefined) return []
    const { incoming, handoverId, standing } = handover
    return [{ ...incoming, handoverId, since: standing[0]?.saidAt ?? handover.recordedAt }]
  })
}

function stateOf(standing: readonly HandoverWord[]): HandoverState {
  const [first, ...others] = standing
  if (first === undefined) return 'offered'
  return others.every(({ kind }) => kind === first.kind) ? first.kind : 'contested'
}

function wordOf(op: OpOf<'v1.handover.answered' | 'v1.handover.withdrawn'>): HandoverWord {
  return op.kind === 'v1.handover.answered'
    ? { opId: op.id, kind: op.body.answer, name: op.body.name, text: op.body.note, saidAt: op.wall }
    : { opId: op.id, kind: 'withdrawn', name: op.body.officer, text: op.body.reason, saidAt: op.wall }
}
