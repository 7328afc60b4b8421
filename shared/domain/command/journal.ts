import * as z from 'zod'

/** What kind of entry a person makes by hand. */
export const JOURNAL_KINDS = ['note', 'phone', 'radio', 'decision'] as const
export type JournalKind = (typeof JOURNAL_KINDS)[number]

/** An entry written by hand; `at` is when it was so, as stated. */
export const JournalNote = z.strictObject({
  kind: z.enum(JOURNAL_KINDS),
  text: z.string().min(1),
  at: z.string(),
  /** Who said it; empty = the writer himself. */
  saidBy: z.string(),
})
export type JournalNote = z.infer<typeof JournalNote>

/** Words that put an entry right. Both stand for ever and point to each other. */
const JournalCorrection = z.strictObject({
  /** Id of the operation that is corrected. */
  of: z.string(),
  text: z.string().min(1),
  reason: z.string().min(1),
})

/** Operations of the journal itself. */
export const JOURNAL_OPS = {
  'v1.journal.added': JournalNote,
  'v1.journal.corrected': JournalCorrection,
} as const
