import * as z from 'zod'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, numberOrNullOf, textOf } from '../rows.ts'

const Columns = z.record(z.string(), z.string().nullable())

/** The column that each heading was last said to be, for a table with these very headings; empty when never. */
export function findMapping(db: ReadDb, kind: TableName, signature: string): ReadonlyMap<string, string | null> {
  const row = firstRow(db, 'SELECT columns FROM import_mappings WHERE kind = ? AND signature = ?', [kind, signature])
  return row === null ? new Map() : new Map(Object.entries(Columns.parse(jsonOf(row, 'columns'))))
}

/** Remembers what the headings of a table were said to be; the last answer counts. */
export function saveMapping(
  db: WriteDb,
  mapping: {
    readonly kind: TableName
    readonly signature: string
    readonly columns: Readonly<Record<string, string | null>>
    readonly usedAt: string
  },
): void {
  db.prepare(
    `INSERT INTO import_mappings (kind, signature, columns, used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, signature) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at`,
  ).run(mapping.kind, mapping.signature, JSON.stringify(mapping.columns), mapping.usedAt)
}

const Files = z.array(z.strictObject({ name: z.string(), sha256: z.string(), sizeBytes: z.number() }))
const Counts = z.record(z.string(), z.number())

/** One import that was written. */
export interface ImportRun {
  readonly runId: number
  /** Batch of the library's history; null when no record changed. */
  readonly batchId: number | null
  readonly at: string
  readonly who: string
  readonly role: string
  readonly reason: string
  readonly files: z.infer<typeof Files>
  readonly counts: z.infer<typeof Counts>
  /** The batch that took it back; null while it stands. */
  readonly undoneBy: number | null
}

/** Adds the line of an import to the list. */
export function addImportRun(db: WriteDb, run: Omit<ImportRun, 'runId' | 'undoneBy'>): void {
  db.prepare(
    'INSERT INTO import_runs (batch_id, at, who, role, reason, files, counts) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(run.batchId, run.at, run.who, run.role, run.reason, JSON.stringify(run.files), JSON.stringify(run.counts))
}

/** The newest imports first. */
export function listImportRuns(db: ReadDb, limit: number): ImportRun[] {
  const sql = `SELECT run_id, batch_id, at, who, role, reason, files, counts,
      (SELECT max(undo.batch_id) FROM library_batches undo WHERE undo.undoes = import_runs.batch_id) AS undone_by
    FROM import_runs ORDER BY run_id DESC LIMIT ?`
  return allRows(db, sql, [limit]).map((row) => ({
    runId: numberOf(row, 'run_id'),
    batchId: numberOrNullOf(row, 'batch_id'),
    at: textOf(row, 'at'),
    who: textOf(row, 'who'),
    role: textOf(row, 'role'),
    reason: textOf(row, 'reason'),
    files: Files.parse(jsonOf(row, 'files')),
    counts: Counts.parse(jsonOf(row, 'counts')),
    undoneBy: numberOrNullOf(row, 'undone_by'),
  }))
}
