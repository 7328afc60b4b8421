import type { ReadDb } from '../db-types.ts'
import { allRows, numberOrNullOf, textOf } from '../rows.ts'

/** What SQLite's integrity check says; empty when all is well. */
export function readIntegrityProblems(db: ReadDb): string[] {
  return allRows(db, 'PRAGMA integrity_check')
    .map((row) => textOf(row, 'integrity_check'))
    .filter((line) => line !== 'ok')
}

/** Rows that point to a row that is not there. */
export function readForeignKeyProblems(db: ReadDb): { table: string; row: number | null; parent: string }[] {
  return allRows(db, 'PRAGMA foreign_key_check').map((row) => ({
    table: textOf(row, 'table'),
    row: numberOrNullOf(row, 'rowid'),
    parent: textOf(row, 'parent'),
  }))
}

/** Tables, indexes and triggers by name with the SQL that made them. */
export function readSchema(db: ReadDb): Map<string, string> {
  const rows = allRows(
    db,
    "SELECT type || ' ' || name AS thing, coalesce(sql, '') AS sql FROM sqlite_master ORDER BY 1",
  )
  return new Map(rows.map((row) => [textOf(row, 'thing'), textOf(row, 'sql')]))
}
