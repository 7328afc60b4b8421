import type { SubjectKind, TrappedChanged } from '../../domain/command/status.ts'
import { parseInstant } from '../../kernel/instant.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'
import type { Word } from './word.ts'

/** Words of the board that count, by what they are about. */
export interface SaidWords {
  /** By `kind:id`, each in the order of the record. */
  readonly bySubject: ReadonlyMap<string, readonly Word[]>
  /** Names that were given to a subject, the newest last; by `kind:id`. */
  readonly names: ReadonlyMap<string, string>
  readonly trapped: readonly TrappedWord[]
}

/** A line of the trapped list as one word gives it. */
export interface TrappedWord {
  readonly word: Word
  readonly body: TrappedChanged
}

/** The key of a thing that words are about. */
export function subjectKey(kind: SubjectKind, id: string): string {
  return `${kind}:${id}`
}

/**
 * Reads what was said and still counts: a word that a later one puts right, or that was taken back, does not. Which of two
 * came first in the record makes no difference to that, so that joined records agree.
 */
export function readSaidWords(ops: readonly Op[], indexOf: ReadonlyMap<string, number>): SaidWords {
  const said = opsOfKind(ops, 'v1.status.said')
  const changed = opsOfKind(ops, 'v1.trapped.changed')
  const gone = goneWords(ops)

  const bySubject = new Map<string, Word[]>()
  const names = new Map<string, string>()
  for (const op of said) {
    if (gone.has(op.id)) continue
    const key = subjectKey(op.body.subject.kind, op.body.subject.id)
    names.set(key, op.body.subject.name)
    const word = wordOf(op, indexOf.get(op.id) ?? 0)
    const before = bySubject.get(key)
    if (before === undefined) bySubject.set(key, [word])
    else before.push(word)
  }
  const trapped = changed.flatMap((op) =>
    gone.has(op.id) ? [] : [{ word: trappedWordOf(op, indexOf.get(op.id) ?? 0), body: op.body }],
  )
  return { bySubject, names, trapped }
}

/** Ids of words that no longer count: a later word puts them right, or they were taken back. */
export function goneWords(ops: readonly Op[]): Set<string> {
  const gone = new Set<string>(opsOfKind(ops, 'v1.status.takenBack').map(({ body }) => body.word))
  for (const { id, body } of opsOfKind(ops, 'v1.status.said', 'v1.trapped.changed'))
    if (body.corrects !== null && body.corrects !== id) gone.add(body.corrects)
  return gone
}

/** Seconds since 1970 of a stated time; of one that cannot be read, that of the entry itself. */
export function statedS(at: string, wall: string): number {
  return parseInstant(at)?.epochS ?? parseInstant(wall)?.epochS ?? 0
}

function wordOf({ id: opId, wall, body }: OpOf<'v1.status.said'>, index: number): Word {
  const { at, saidBy, via, note, status, place, figures, goods } = body
  const isField = via !== 'console'
  const atS = statedS(at, wall)
  return { opId, at, atS, saidBy, via, index, state: status, isField, place, figures, goods, note, orderId: null }
}

function trappedWordOf({ id: opId, wall, body }: OpOf<'v1.trapped.changed'>, index: number): Word {
  const { at, saidBy, via, note, state } = body
  const isField = via !== 'console'
  return {
    ...{ opId, at, atS: statedS(at, wall), saidBy, via, index, state, isField, note },
    ...{ place: null, figures: null, goods: [], orderId: null },
  }
}
