import type { DiscretionActed } from '../../domain/command/discretion.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'
import { threadsOf } from './thread.ts'

/** Where an act stands: waiting for the administrative side, answered, asked back, explained, or answered apart. */
export type DiscretionState = 'waiting' | 'ratified' | 'objected' | 'explained' | 'contested'

/** One thing that was said about an act. */
export interface DiscretionWord {
  readonly opId: string
  readonly kind: 'ratified' | 'objected' | 'explained'
  readonly text: string
  readonly officer: string
  /** Wall time of the seat. */
  readonly saidAt: string
}

/** A discretionary act with all that was said about it. */
export interface DiscretionAct extends DiscretionActed {
  readonly opId: string
  readonly recordedAt: string
  readonly state: DiscretionState
  /** Answers and explanations in the order of the record; none replaces another on the screen. */
  readonly words: readonly DiscretionWord[]
  /** The words that stand: several = given apart, a person has to settle it. */
  readonly standing: readonly DiscretionWord[]
  /** What the next answer has to name as its basis. */
  readonly basis: readonly string[]
}

/** The discretionary acts of an incident in the order of the record. Nothing said later changes or removes an act. */
export function discretionOf(ops: readonly Op[]): DiscretionAct[] {
  const followers = opsOfKind(ops, 'v1.discretion.answered', 'v1.discretion.explained')
  return threadsOf(opsOfKind(ops, 'v1.discretion.acted'), followers, ({ body }) => body.actId).map((thread) => {
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

/** True while one of the headquarters has to say something: the administrative one to a new act, the tactical one to an objection. */
export function waitsFor({ state }: Pick<DiscretionAct, 'state'>): 'administrative' | 'tactical' | null {
  if (state === 'ratified') return null
  return state === 'objected' ? 'tactical' : 'administrative'
}

function stateOf(standing: readonly DiscretionWord[]): DiscretionState {
  const [first, ...others] = standing
  if (first === undefined) return 'waiting'
  // Two who said the same apart have nothing to settle.
  return others.every(({ kind }) => kind === first.kind) ? first.kind : 'contested'
}

function wordOf(op: OpOf<'v1.discretion.answered' | 'v1.discretion.explained'>): DiscretionWord {
  const { id, wall, body } = op
  return op.kind === 'v1.discretion.answered'
    ? { opId: id, kind: op.body.answer, text: op.body.note, officer: body.officer, saidAt: wall }
    : { opId: id, kind: 'explained', text: op.body.text, officer: body.officer, saidAt: wall }
}
