import * as z from 'zod'
import { query } from './define.ts'

/** One fact of the console itself worth showing: a data set imported, a damaged database set aside, a full disk, a wrong clock. */
export const StartNotice = z.strictObject({
  code: z.enum([
    'database-created',
    'dataset-imported',
    'plan-drafts-added',
    'database-set-aside',
    'database-newer',
    'database-failed',
    'journal-broken',
    'core-restarted',
    'unclean-stop',
    'disk-full',
    'disk-low',
    'clock-behind',
  ]),
  text: z.string(),
  detail: z.string(),
})
export type StartNotice = z.infer<typeof StartNotice>

export const JournalEntry = z.strictObject({
  opId: z.string(),
  at: z.string(),
  kind: z.string(),
  incidentId: z.string(),
  who: z.string(),
  role: z.string(),
  text: z.string(),
  hash: z.string(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** State of the console itself. */
export const systemContract = {
  info: query({
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      runtime: z.string(),
      /** False when the database could not be opened: only the notices are of use then. */
      ready: z.boolean(),
      notices: z.array(StartNotice),
      databasePath: z.string(),
      seat: z.string(),
    }),
    topics: ['system'],
  }),
  /** Checks integrity, the journal chain and signatures, foreign keys and that tables equal the log. */
  verify: query({
    input: z.strictObject({}),
    output: z.strictObject({
      ok: z.boolean(),
      problems: z.array(z.looseObject({ code: z.string(), text: z.string() })),
    }),
    topics: [],
  }),
  journal: query({
    input: z.strictObject({
      incidentId: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.array(JournalEntry),
    topics: ['journal'],
  }),
}
