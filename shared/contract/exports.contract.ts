import * as z from 'zod'
import { RECORD_KINDS } from '../domain/dataset/record-kinds.ts'
import { ERROR_CODES } from '../kernel/app-error.ts'
import { command, query } from './define.ts'

/** The formats a library is written in. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'kml', 'shp'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const Count = z.number().int().nonnegative()
const Kind = z.enum(RECORD_KINDS)

/** What is to be written. `filter` narrows one kind to what its list shows. */
export const ExportChoice = z.strictObject({
  /** Null: the whole data set with its head and its contingency plans. */
  kinds: z.array(Kind).min(1).nullable(),
  filter: z
    .strictObject({ text: z.string(), where: z.array(z.strictObject({ column: z.string(), value: z.string() })) })
    .nullable(),
  /** `template`: empty workbooks with drop-downs and notes to be filled in; tables only. */
  format: z.enum([...EXPORT_FORMATS, 'template']),
  shape: z.enum(['zip', 'folder']),
})
export type ExportChoice = z.infer<typeof ExportChoice>

/** How far an export is, and how it ended. */
export const ExportSession = z.strictObject({
  exportId: z.string(),
  state: z.enum(['writing', 'done', 'failed']),
  progress: z.strictObject({ file: z.string(), records: Count, of: Count }).nullable(),
  /** File or folder that was written; empty until then. */
  path: z.string(),
  records: Count,
  error: z
    .strictObject({ code: z.enum(ERROR_CODES), message: z.string(), path: z.string(), value: z.unknown() })
    .nullable(),
})
export type ExportSession = z.infer<typeof ExportSession>

/** One export that was written. */
const ExportRun = z.strictObject({
  runId: z.number().int(),
  at: z.string(),
  who: z.string(),
  role: z.string(),
  reason: z.string(),
  /** Titles of the kinds. */
  what: z.string(),
  format: z.string(),
  path: z.string(),
  records: Count,
  isPersonal: z.boolean(),
})

const State = z.strictObject({ session: ExportSession.nullable() })
const commandId = z.string().min(1)

/** The library as files: one export at a time, whole or not at all, each one recorded. */
export const exportsContract = {
  /** What a choice would write, before a place is asked for. */
  preview: query({
    input: ExportChoice,
    output: z.strictObject({
      records: Count,
      /** Titles of kinds with names or telephone numbers of persons. */
      personal: z.array(z.string()),
      isDemo: z.boolean(),
      fileName: z.string(),
    }),
    topics: ['library'],
  }),
  /** Begins to write to the place that the shell was given; `ticket` stands for its path. */
  start: command({
    input: z.strictObject({
      commandId,
      ticket: z.string(),
      choice: ExportChoice,
      who: z.string().trim().min(1).max(60),
      reason: z.string().trim().min(1).max(300),
      /** The officer ticked that personal data leave the console. */
      allowPersonal: z.boolean(),
    }),
    output: State,
    changes: [],
  }),
  session: query({ input: z.strictObject({}), output: State, topics: [] }),
  /** Stops it; nothing is left at the place. */
  cancel: command({ input: z.strictObject({ commandId, exportId: z.string() }), output: State, changes: [] }),
  /** Exports that were written, newest first. */
  runs: query({
    input: z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(ExportRun),
    topics: [],
  }),
} as const
