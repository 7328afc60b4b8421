import type { LessonProposed, LessonSettled } from '../../domain/command/lesson.ts'
import type { Author, Op, OpId } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'
import { threadsOf } from '../headquarters/thread.ts'

/** Where a lesson stands; `contested` = two people decided differently apart. */
export const LESSON_STATES = ['proposed', 'accepted', 'rejected', 'contested'] as const
export type LessonState = (typeof LESSON_STATES)[number]

/** A decision on a lesson that no other replaces. */
export interface LessonVerdict extends Omit<LessonSettled, 'lessonId'> {
  readonly opId: OpId
  readonly by: Author
  readonly at: string
}

/** A lesson with what became of it. */
export interface Lesson extends LessonProposed {
  readonly opId: OpId
  readonly by: Author
  readonly proposedAt: string
  readonly state: LessonState
  readonly verdicts: readonly LessonVerdict[]
  /** What the next decision has to name as its basis. */
  readonly basis: readonly OpId[]
}

/** The lessons of an incident in the order of the record. */
export function lessonsOf(ops: readonly Op[]): Lesson[] {
  const settled = opsOfKind(ops, 'v1.lesson.settled')
  return threadsOf(opsOfKind(ops, 'v1.lesson.proposed'), settled, ({ body }) => body.lessonId).map(
    ({ root, heads, basis }) => {
      const [verdict, ...others] = new Set(heads.map(({ body }) => body.verdict))
      return {
        ...root.body,
        opId: root.id,
        by: root.by,
        proposedAt: root.wall,
        state: verdict === undefined ? 'proposed' : others.length > 0 ? 'contested' : verdict,
        verdicts: heads.map(({ id, by, wall, body }) => ({
          ...{ verdict: body.verdict, note: body.note },
          ...{ opId: id, by, at: wall },
        })),
        basis,
      }
    },
  )
}
