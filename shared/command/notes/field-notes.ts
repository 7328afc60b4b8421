import type { FieldNote } from '../../domain/command/note.ts'
import type { Author, Op, OpId } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'

/** A note from the scene with what became of it. */
export interface StandingNote {
  readonly opId: OpId
  readonly body: FieldNote
  readonly addedAt: string
  readonly by: Author
  /** Ids of the notes that correct it. */
  readonly correctedBy: readonly string[]
}

/** All notes of an incident, in the order of the record. */
export function fieldNotesOf(ops: readonly Op[]): StandingNote[] {
  const added = opsOfKind(ops, 'v1.note.added')
  return added.map(({ id, body, wall, by }) => ({
    opId: id,
    body,
    addedAt: wall,
    by,
    correctedBy: added.flatMap((other) => (other.body.corrects === body.noteId ? [other.body.noteId] : [])),
  }))
}

/** Notes that no other corrects. */
export function notesInForce(ops: readonly Op[]): StandingNote[] {
  return fieldNotesOf(ops).filter(({ correctedBy }) => correctedBy.length === 0)
}
