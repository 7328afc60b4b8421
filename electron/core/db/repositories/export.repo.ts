import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, numberOf, textOf } from '../rows.ts'

/** One export that was written. */
export interface ExportRun {
  readonly runId: number
  readonly at: string
  readonly who: string
  readonly role: string
  readonly reason: string
  /** Titles of the kinds. */
  readonly what: string
  readonly format: string
  readonly path: string
  readonly records: number
  readonly isPersonal: boolean
}

/** Adds the line of an export to the list. */
export function addExportRun(db: WriteDb, run: Omit<ExportRun, 'runId'>): void {
  db.prepare(
    `INSERT INTO export_runs (at, who, role, reason, what, format, path, records, is_personal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...[run.at, run.who, run.role, run.reason, run.what, run.format, run.path], run.records, run.isPersonal ? 1 : 0)
}

/** The newest exports first. */
export function listExportRuns(db: ReadDb, limit: number): ExportRun[] {
  const sql = `SELECT run_id, at, who, role, reason, what, format, path, records, is_personal
    FROM export_runs ORDER BY run_id DESC LIMIT ?`
  return allRows(db, sql, [limit]).map((row) => ({
    runId: numberOf(row, 'run_id'),
    at: textOf(row, 'at'),
    who: textOf(row, 'who'),
    role: textOf(row, 'role'),
    reason: textOf(row, 'reason'),
    what: textOf(row, 'what'),
    format: textOf(row, 'format'),
    path: textOf(row, 'path'),
    records: numberOf(row, 'records'),
    isPersonal: numberOf(row, 'is_personal') === 1,
  }))
}
