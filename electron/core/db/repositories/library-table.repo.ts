import type { RowOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, textOf, type SqlRow } from '../rows.ts'
import { columnsOf, fromSql, toSql, type LibraryColumn } from './library-columns.ts'

/** A row of any library table. */
type AnyRow = Readonly<Record<string, unknown>>

/** Writes rows into one library table, in order. */
export function writeLibraryTable(db: WriteDb, table: TableName, rows: readonly object[]): void {
  const columns = columnsOf(table)
  const names = [...columns.map((column) => `"${column.name}"`), '"extras"'].join(', ')
  const marks = Array.from({ length: columns.length + 1 }, () => '?').join(', ')
  const insert = db.prepare(`INSERT INTO ${TABLES[table].sqlTable} (${names}) VALUES (${marks})`)
  for (const row of rows) insert.run(...valuesOf(columns, { ...row }))
}

function valuesOf(columns: readonly LibraryColumn[], row: AnyRow): unknown[] {
  const extras = row['extras']
  return [
    ...columns.map((column) => toSql(column, row[column.key])),
    extras === undefined ? '' : JSON.stringify(extras),
  ]
}

/** All rows of one library table, in the order they were written. */
export function readLibraryTable<K extends TableName>(db: ReadDb, table: K): RowOf<(typeof TABLES)[K]>[] {
  const columns = columnsOf(table)
  const rows = allRows(db, `SELECT * FROM ${TABLES[table].sqlTable} ORDER BY rowid`).map((row) => fromRow(columns, row))
  // Each value came out of its own column's schema under its own key, which is what the row type says.
  return rows as unknown as RowOf<(typeof TABLES)[K]>[]
}

function fromRow(columns: readonly LibraryColumn[], row: SqlRow): AnyRow {
  const value: Record<string, unknown> = {}
  for (const column of columns) value[column.key] = fromSql(column, row[column.name])
  const extras = textOf(row, 'extras')
  if (extras !== '') value['extras'] = JSON.parse(extras)
  return value
}

/** Number of rows of each library table. */
export function countLibraryRows(db: ReadDb, tables: readonly TableName[]): Record<string, number> {
  return Object.fromEntries(
    tables.map((table) => {
      const count: unknown = db.prepare(`SELECT count(*) FROM ${TABLES[table].sqlTable}`).pluck().get()
      return [table, Number(count)]
    }),
  )
}
