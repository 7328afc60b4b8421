import * as z from 'zod'

/** What a lesson asks to change: a contingency plan, a rule or parameter, a stock level, or how people train. */
export const LESSON_KINDS = ['plan', 'rule', 'stock', 'training'] as const
export type LessonKind = (typeof LESSON_KINDS)[number]

/** A change request drawn from an incident. It changes nothing by itself; whoever keeps the target takes it up. */
export const LessonProposed = z.strictObject({
  lessonId: z.string().min(1),
  /** What was found, in a person's words. */
  text: z.string().min(1),
  kind: z.enum(LESSON_KINDS),
  /** Id of the contingency plan, path of the parameter, id of the store or code of the goods; empty = none. */
  targetId: z.string(),
  targetName: z.string(),
  /** What is to be changed there. */
  change: z.string(),
  /** Ids of operations that show it. */
  evidence: z.array(z.string()),
})
export type LessonProposed = z.infer<typeof LessonProposed>

export const LESSON_VERDICTS = ['accepted', 'rejected'] as const

/** Somebody decided on a lesson; two decisions made apart stand beside each other until one names both. */
export const LessonSettled = z.strictObject({
  lessonId: z.string(),
  verdict: z.enum(LESSON_VERDICTS),
  note: z.string(),
})
export type LessonSettled = z.infer<typeof LessonSettled>

/** Operations about lessons. */
export const LESSON_OPS = {
  'v1.lesson.proposed': LessonProposed,
  'v1.lesson.settled': LessonSettled,
} as const
