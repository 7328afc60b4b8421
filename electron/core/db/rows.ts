import type { Statement } from 'better-sqlite3'
import type { ReadDb } from './db-types.ts'

/** A value that is bound; big integers are used by no table, and blobs by the attachments alone. */
export type SqlValue = string | number | null

/** One row as it comes from SQLite, before a repository has read its columns. */
export type SqlRow = Readonly<Record<string, unknown>>

const prepared = new WeakMap<ReadDb, Map<string, Statement<SqlValue[], SqlRow>>>()

/** A statement, prepared once for a connection: the texts are constants, so that there are only so many of them. */
export function statementOf(db: ReadDb, sql: string): Statement<SqlValue[], SqlRow> {
  const known = prepared.get(db) ?? new Map<string, Statement<SqlValue[], SqlRow>>()
  prepared.set(db, known)
  const statement = known.get(sql) ?? db.prepare<SqlValue[], SqlRow>(sql)
  known.set(sql, statement)
  return statement
}

/** All rows of a query. The SQL is a constant of the repository, values are always bound. */
export function allRows(db: ReadDb, sql: string, values: readonly SqlValue[] = []): SqlRow[] {
  return statementOf(db, sql).all(...values)
}

/** The first row of a query, or null. */
export function firstRow(db: ReadDb, sql: string, values: readonly SqlValue[] = []): SqlRow | null {
  return statementOf(db, sql).get(...values) ?? null
}

/** A text column of a row; anything else means that the table is not the one the code was written for. */
export function textOf(row: SqlRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`column ${column} is not text`)
  return value
}

/** A numeric column of a row. */
export function numberOf(row: SqlRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Error(`column ${column} is not a number`)
  return value
}

/** A text column that may be NULL. */
export function textOrNullOf(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}

/** A numeric column that may be NULL. */
export function numberOrNullOf(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column)
}

/** A blob column of a row. */
export function bytesOf(row: SqlRow, column: string): Buffer {
  const value = row[column]
  if (!Buffer.isBuffer(value)) throw new Error(`column ${column} is not a blob`)
  return value
}

/** The JSON value kept in a text column; the caller checks its shape. */
export function jsonOf(row: SqlRow, column: string): unknown {
  return JSON.parse(textOf(row, column))
}
