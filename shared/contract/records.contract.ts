import * as z from 'zod'
import { RECORD_KINDS } from '../domain/dataset/record-kinds.ts'
import { BatchKind } from '../domain/library-batch.ts'
import { command, query } from './define.ts'

const Kind = z.enum(RECORD_KINDS)
const Who = z.string().trim().min(1).max(60)
const Reason = z.string().trim().max(400)
const Cells = z.record(z.string(), z.string().max(20_000))

/** A batch that changed a record, in short. */
export const RecordStamp = z.strictObject({
  batchId: z.number().int(),
  kind: BatchKind,
  recordedAt: z.string(),
  who: z.string(),
})
export type RecordStamp = z.infer<typeof RecordStamp>

/** One line of a list of records. `change` is the newest change; null when it is as it was first loaded. */
export const RecordLine = z.strictObject({
  key: z.string(),
  cells: z.array(z.string()),
  isDemo: z.boolean(),
  isRetired: z.boolean(),
  change: RecordStamp.nullable(),
})
export type RecordLine = z.infer<typeof RecordLine>

/** A record named in words: by a reference, or in a batch. */
export const NamedRecord = z.strictObject({ kind: Kind, key: z.string(), name: z.string() })
export type NamedRecord = z.infer<typeof NamedRecord>

/** One record as it stands, with what it names and what names it. */
export const RecordView = z.strictObject({
  kind: Kind,
  key: z.string(),
  name: z.string(),
  /** Cells by column, as they stand in a file; every column of the kind is in it. */
  cells: Cells,
  /** Cells of columns that the kind has no place for. */
  extras: Cells,
  /** Digest of this state: what a change of it must be based on. */
  digest: z.string(),
  isDemo: z.boolean(),
  isRetired: z.boolean(),
  change: RecordStamp.nullable(),
  references: z.array(NamedRecord.extend({ column: z.string() })),
  /** Records of other tables that name this one: how many, and the first few. */
  namedBy: z.array(
    z.strictObject({ kind: Kind, column: z.string(), total: z.number().int(), records: z.array(NamedRecord) }),
  ),
})
export type RecordView = z.infer<typeof RecordView>

/** A fault of one cell; `column` is empty when the record as a whole is meant. */
export const CellProblem = z.strictObject({
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
})
export type CellProblem = z.infer<typeof CellProblem>

/** One change of one record: its batch, and each cell before and after. */
export const RecordChangeEntry = z.strictObject({
  ...RecordStamp.shape,
  role: z.string(),
  reason: z.string(),
  undoes: z.number().int().nullable(),
  /** Changes of the whole batch. */
  changes: z.number().int(),
  what: z.enum(['created', 'changed', 'retired', 'restored']),
  fields: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })),
})
export type RecordChangeEntry = z.infer<typeof RecordChangeEntry>

/** A batch of changes with the first few of its records. */
export const BatchEntry = z.strictObject({
  ...RecordStamp.shape,
  role: z.string(),
  seat: z.string(),
  reason: z.string(),
  undoes: z.number().int().nullable(),
  /** The batch that took this one back, or null. */
  undoneBy: z.number().int().nullable(),
  /** Changes in it. */
  changes: z.number().int(),
  records: z.array(NamedRecord),
})
export type BatchEntry = z.infer<typeof BatchEntry>

const Saved = z.strictObject({
  key: z.string(),
  /** Null when nothing differed and nothing was written. */
  batchId: z.number().int().nullable(),
  digest: z.string(),
  version: z.string(),
})

/**
 * The records of the library: every table as list and form, with the history of each record. Areas, risk areas and
 * roads can be looked at; their shapes come from files. Nothing is deleted: a retired record can be brought back.
 */
export const recordsContract = {
  /**
   * Records of one kind, a page of them. `where` compares whole cells; `text` is looked for in every cell and in the
   * names of the records that a row refers to, by which a column of references is also sorted.
   */
  list: query({
    input: z.strictObject({
      kind: Kind,
      text: z.string().default(''),
      where: z.array(z.strictObject({ column: z.string(), value: z.string() })).default([]),
      sort: z
        .strictObject({ column: z.string(), descending: z.boolean().default(false) })
        .nullable()
        .default(null),
      retired: z.enum(['without', 'with', 'only']).default('without'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      columns: z.array(z.string()),
      total: z.number().int(),
      rows: z.array(RecordLine),
      /** What the records that these rows refer to are called: by column, then by id. */
      names: z.record(z.string(), z.record(z.string(), z.string())),
    }),
    topics: ['library'],
  }),
  /** One record, also a retired one. @throws `not-found`. */
  get: query({ input: z.strictObject({ kind: Kind, key: z.string() }), output: RecordView, topics: ['library'] }),
  /** What would keep these cells from being saved, by the rules of the import; nothing is stored. `key` null = new. */
  check: query({
    input: z.strictObject({ kind: Kind, key: z.string().nullable(), cells: Cells }),
    output: z.strictObject({ problems: z.array(CellProblem) }),
    topics: ['library'],
  }),
  /** The key a new record gets when none is typed. */
  proposeKey: query({
    input: z.strictObject({ kind: Kind }),
    output: z.strictObject({ key: z.string() }),
    topics: ['library'],
  }),
  /**
   * Saves a record; `key` null = a new one, whose empty id is proposed by the core. `basis` is the digest of the state
   * that was edited. A demo record stays one unless `verified` says that its data were checked and are real.
   * @throws `rows-refused` with the problems, `conflict` with the record as it stands now, `not-found`, `forbidden`.
   */
  save: command({
    input: z.strictObject({
      commandId: z.string().min(1),
      kind: Kind,
      key: z.string().nullable(),
      cells: Cells,
      /** Left out = as they are. */
      extras: Cells.optional(),
      basis: z.string().nullable(),
      verified: z.boolean().default(false),
      who: Who,
      reason: Reason.default(''),
    }),
    output: Saved,
    changes: ['library'],
  }),
  /** Takes a record out of its table; it stays in the history. @throws `conflict` with those who name it. */
  retire: command({
    input: z.strictObject({
      commandId: z.string().min(1),
      kind: Kind,
      key: z.string(),
      basis: z.string(),
      who: Who,
      reason: Reason.min(1),
    }),
    output: Saved,
    changes: ['library'],
  }),
  /** Brings a retired record back as it was last. */
  restore: command({
    input: z.strictObject({
      commandId: z.string().min(1),
      kind: Kind,
      key: z.string(),
      who: Who,
      reason: Reason.min(1),
    }),
    output: Saved,
    changes: ['library'],
  }),
  /** Every change of one record, the newest first. */
  history: query({
    input: z.strictObject({ kind: Kind, key: z.string() }),
    output: z.array(RecordChangeEntry),
    topics: ['library'],
  }),
  /** Changes of the library, the newest first. */
  batches: query({
    input: z.strictObject({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ total: z.number().int(), batches: z.array(BatchEntry) }),
    topics: ['library'],
  }),
  /** Takes a whole batch back, or nothing. @throws `conflict` with the records changed since. */
  undoBatch: command({
    input: z.strictObject({
      commandId: z.string().min(1),
      batchId: z.number().int().min(1),
      who: Who,
      reason: Reason.min(1),
    }),
    output: z.strictObject({ batchId: z.number().int().nullable(), changes: z.number().int(), version: z.string() }),
    changes: ['library'],
  }),
} as const
