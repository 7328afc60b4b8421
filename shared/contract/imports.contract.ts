import * as z from 'zod'
import { TABLE_NAMES } from '../domain/dataset/tables.ts'
import { ERROR_CODES } from '../kernel/app-error.ts'
import { command, query } from './define.ts'

/** Coordinate systems a file may be written in. */
export const IMPORT_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const
export type ImportSystem = (typeof IMPORT_SYSTEMS)[number]

/** Kinds of record an import can bring. */
export const IMPORT_KINDS = [...TABLE_NAMES, 'roads', 'areas', 'riskAreas'] as const

/** Steps of an import; one session at a time. */
export const IMPORT_STATES = ['reading', 'mapping', 'checking', 'review', 'writing', 'done', 'failed'] as const

/** What becomes of a row. `absent`: a record of the library that the file no longer has. */
export const IMPORT_OUTCOMES = ['new', 'changed', 'unchanged', 'refused', 'absent'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

const Count = z.number().int().nonnegative()

/** How many rows became what. For roads every record counts, not every line of the file. */
export const ImportCounts = z.strictObject({
  new: Count,
  changed: Count,
  unchanged: Count,
  refused: Count,
  absent: Count,
})
export type ImportCounts = z.infer<typeof ImportCounts>

/** What a file has that is read otherwise than it stands; none of it is done in silence. */
export const IMPORT_NOTES = [
  ...['title-line', 'two-line-head', 'counting-column', 'total-line', 'half-width', 'unit-converted', 'unit-dropped'],
  ...['blank-mark', 'date-read', 'phones-split', 'place-split', 'place-swapped', 'degrees-read', 'area-to-point'],
  ...['place-far-off', 'more-than-staff', 'more-than-room', 'more-free-than-beds'],
] as const

/** One way in which cells of a column are read otherwise than they stand, with the first of them. */
export const ImportNote = z.strictObject({
  code: z.enum(IMPORT_NOTES),
  /** Column or heading; empty for whole lines. */
  column: z.string(),
  rows: Count,
  /** Line of the first. */
  line: Count,
  from: z.string(),
  to: z.string(),
})
export type ImportNote = z.infer<typeof ImportNote>

/** One table, layer or document among the files of an import. */
export const ImportSource = z.strictObject({
  index: Count,
  /** File, with the sheet in brackets where a workbook has several. */
  file: z.string(),
  form: z.enum(['table', 'layer', 'plan', 'head', 'broken']),
  /** Null: the operator must say what it is. */
  kind: z.enum(IMPORT_KINDS).nullable(),
  rows: Count,
  /** Required columns that neither a column nor a constant gives. */
  missing: z.array(z.string()),
  /** Why the file could not be read; empty otherwise. */
  problem: z.string(),
  /** What was read otherwise than it stands; cells are looked at by the check. */
  notes: z.array(ImportNote),
  counts: ImportCounts.nullable(),
})
export type ImportSource = z.infer<typeof ImportSource>

/** How a column of a file is understood. `column` null: kept as a note under its own heading. */
export const ImportColumn = z.strictObject({
  header: z.string(),
  column: z.string().nullable(),
  basis: z.enum(['name', 'title', 'synonym', 'remembered', 'chosen', 'none']),
})
export type ImportColumn = z.infer<typeof ImportColumn>

/** A word of a closed list as the file writes it, and the key it is read as. */
export const ImportWord = z.strictObject({
  column: z.string(),
  from: z.string(),
  to: z.string(),
  rows: Count,
  /** False: not translated; the row check will refuse the word. */
  used: z.boolean(),
})
export type ImportWord = z.infer<typeof ImportWord>

/** The operator's answers for one table. */
export const ImportMapping = z.strictObject({
  kind: z.enum(TABLE_NAMES),
  /** For each column of the file, in its order: the column it is, or null. */
  columns: z.array(z.string().nullable()),
  /** Values for columns that the file does not have. */
  constants: z.record(z.string(), z.string()),
  /** Words that are not to be translated, as `column|word`. */
  refusedWords: z.array(z.string()),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const ImportPreview = z.strictObject({
  source: ImportSource,
  columns: z.array(ImportColumn),
  rows: z.array(z.strictObject({ line: Count, cells: z.array(z.string()) })),
  constants: z.record(z.string(), z.string()),
  words: z.array(ImportWord),
  /** Columns of the chosen kind, in file order. */
  wanted: z.array(
    z.strictObject({
      column: z.string(),
      title: z.string(),
      expected: z.string(),
      required: z.boolean(),
      /** Keys of a closed list with the Chinese word of each. */
      choices: z.array(z.strictObject({ key: z.string(), word: z.string() })),
    }),
  ),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const Problem = z.strictObject({
  line: Count,
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
})

export const ImportReportRow = z.strictObject({
  file: z.string(),
  /** 0: no line of a file (a record that is absent). */
  line: Count,
  key: z.string(),
  name: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
  /** By what a row without a number, or a reference by name, was matched to a record; empty when its number says it. */
  basis: z.string(),
  changes: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })),
  problems: z.array(Problem),
})
export type ImportReportRow = z.infer<typeof ImportReportRow>

export const ImportReportPage = z.strictObject({ total: Count, rows: z.array(ImportReportRow) })
export type ImportReportPage = z.infer<typeof ImportReportPage>

const ErrorOf = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  path: z.string(),
  value: z.unknown(),
})

/** How far a step is. `of` 0: not known. */
export const ImportProgress = z.strictObject({
  phase: z.enum(['read', 'check', 'compare', 'write']),
  file: z.string(),
  rows: Count,
  of: Count,
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportSession = z.strictObject({
  sessionId: z.string(),
  state: z.enum(IMPORT_STATES),
  openedAt: z.string(),
  /** Names of what was chosen or dropped. */
  names: z.array(z.string()),
  sources: z.array(ImportSource),
  progress: ImportProgress.nullable(),
  counts: ImportCounts.nullable(),
  /** Why the last step did not succeed; the session stays where it was unless its state is `failed`. */
  error: ErrorOf.nullable(),
  /** In which system positions are; `question` is open until the operator has chosen. */
  crs: z.strictObject({
    chosen: z.enum(IMPORT_SYSTEMS).nullable(),
    question: z.strictObject({ message: z.string(), proposal: z.enum(IMPORT_SYSTEMS).nullable() }).nullable(),
  }),
  /** What was written; `batchId` null when no record changed. */
  written: z.strictObject({ batchId: z.number().int().nullable(), changes: Count, plans: Count }).nullable(),
})
export type ImportSession = z.infer<typeof ImportSession>

/** One import that was written. */
const ImportRun = z.strictObject({
  runId: z.number().int(),
  batchId: z.number().int().nullable(),
  at: z.string(),
  who: z.string(),
  role: z.string(),
  reason: z.string(),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string(), sizeBytes: Count })),
  counts: z.record(z.string(), Count),
  undoneBy: z.number().int().nullable(),
})

const commandId = z.string().min(1)
const inSession = { commandId, sessionId: z.string() }
const State = z.strictObject({ session: ImportSession.nullable() })

/** Files into the library: one session at a time, nothing stored before the last step. */
export const importsContract = {
  /** Begins to read files that the shell was given by the operator; `ticket` stands for their paths. */
  open: command({ input: z.strictObject({ commandId, ticket: z.string() }), output: State, changes: [] }),
  /** The session and how far it is; asked often while it works. */
  session: query({ input: z.strictObject({}), output: State, topics: [] }),
  preview: query({
    input: z.strictObject({ sessionId: z.string(), source: Count }),
    output: ImportPreview,
    topics: [],
  }),
  /** Says what a table is and which column is which; remembered for the same headings. */
  setMapping: command({
    input: z.strictObject({ ...inSession, source: Count, mapping: ImportMapping }),
    output: ImportPreview,
    changes: [],
  }),
  /** Begins to check every row against the library. */
  check: command({
    input: z.strictObject({ ...inSession, crs: z.enum(IMPORT_SYSTEMS).nullable().default(null) }),
    output: State,
    changes: [],
  }),
  report: query({
    input: z.strictObject({
      sessionId: z.string(),
      outcome: z.enum(IMPORT_OUTCOMES).nullable(),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: ImportReportPage,
    topics: [],
  }),
  /** Refused rows of all files, one CSV a kind with the reason in the last column, to be corrected and brought again. */
  refusedRows: query({
    input: z.strictObject({ sessionId: z.string() }),
    output: z.array(z.strictObject({ fileName: z.string(), text: z.string() })),
    topics: [],
  }),
  /** Writes all of it as one batch of the library's history, or nothing. Answers when it is done. */
  commit: command({
    input: z.strictObject({
      ...inSession,
      who: z.string().trim().min(1).max(60),
      reason: z.string().trim().min(1).max(300),
      /** False: one refused row stops all of it. */
      skipRefused: z.boolean(),
      /** Records that the files no longer have leave their tables; they stay in the history. */
      retireAbsent: z.boolean(),
    }),
    output: State,
    changes: ['library', 'plans'],
  }),
  /** Imports that were written, newest first. */
  runs: query({
    input: z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(ImportRun),
    topics: ['library'],
  }),
  /** Takes a whole import back; refused when something of it was changed since. Drafts of plans stay. */
  undo: command({
    input: z.strictObject({
      commandId,
      batchId: z.number().int().positive(),
      who: z.string().trim().min(1).max(60),
      reason: z.string().trim().min(1).max(300),
    }),
    output: z.strictObject({ batchId: z.number().int().nullable(), changes: Count }),
    changes: ['library'],
  }),
  /** Ends the session at any time; nothing that was not written yet is written. */
  cancel: command({ input: z.strictObject(inSession), output: State, changes: [] }),
} as const
