import type { Area, RiskArea, Road } from '#shared/domain/dataset/dataset.ts'
import {
  isTableName,
  keyColumnsOf,
  type RecordKind,
  type RecordReference,
} from '#shared/domain/dataset/record-kinds.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, textOf, type SqlRow, type SqlValue } from '../rows.ts'
import { columnsOf, fromSql, toSql } from './library-columns.ts'
import {
  AREA_COLUMNS,
  areaCells,
  areaFromRow,
  RISK_AREA_COLUMNS,
  riskAreaCells,
  riskAreaFromRow,
  ROAD_COLUMNS,
  roadCells,
  roadFromRow,
} from './map-features.ts'

/** How the records of one kind stand in SQL. */
interface RecordTable {
  readonly sqlTable: string
  readonly columns: readonly string[]
  readonly cells: (value: object) => SqlValue[]
  readonly fromRow: (row: SqlRow) => object
}

/** Writes the records of one kind; statements are compiled once. */
export interface RecordWriter {
  /** The record with the key of the given one, or null. */
  find(like: object): object | null
  insert(value: object): void
  /** Writes over the record of the same key, in its place. */
  update(value: object): void
  /** Takes the record with the key of the given one out of its table. */
  remove(like: object): void
}

/** Opens one kind of records for writing. */
export function openRecordWriter(db: WriteDb, kind: RecordKind): RecordWriter {
  const { sqlTable, columns, cells, fromRow } = recordTableOf(kind)
  const keys = keyColumnsOf(kind)
  const members = keys.map(camelCaseOf)
  const where = keys.map((key) => `"${key}" = ?`).join(' AND ')
  const names = columns.map((column) => `"${column}"`)
  const marks = columns.map(() => '?').join(', ')
  const find = db.prepare<unknown[], SqlRow>(`SELECT * FROM ${sqlTable} WHERE ${where}`)
  const insert = db.prepare(`INSERT INTO ${sqlTable} (${names.join(', ')}) VALUES (${marks})`)
  const update = db.prepare(`UPDATE ${sqlTable} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${where}`)
  const remove = db.prepare(`DELETE FROM ${sqlTable} WHERE ${where}`)
  const keyOf = (value: object): unknown[] => members.map((member): unknown => Reflect.get(value, member))
  return {
    find: (like) => {
      const row = find.get(...keyOf(like))
      return row === undefined ? null : fromRow(row)
    },
    insert: (value) => void insert.run(...cells(value)),
    update: (value) => void update.run(...cells(value), ...keyOf(value)),
    remove: (like) => void remove.run(...keyOf(like)),
  }
}

/** All records of a kind, in the order they were written. */
export function readRecords(db: ReadDb, kind: RecordKind): object[] {
  const { sqlTable, fromRow } = recordTableOf(kind)
  return allRows(db, `SELECT * FROM ${sqlTable} ORDER BY rowid`).map(fromRow)
}

/** Number of records of a kind. */
export function countRecords(db: ReadDb, kind: RecordKind): number {
  return Number(
    db
      .prepare(`SELECT count(*) FROM ${recordTableOf(kind).sqlTable}`)
      .pluck()
      .get(),
  )
}

/** Whether a table has a record with this id. */
export function hasRecord(db: ReadDb, table: TableName, id: string): boolean {
  const [key = 'id'] = keyColumnsOf(table)
  return firstRow(db, `SELECT 1 AS found FROM ${TABLES[table].sqlTable} WHERE "${key}" = ?`, [id]) !== null
}

/** The records of a table whose column names this id: at most `limit`. */
export function readReferring(
  db: ReadDb,
  { from, column }: RecordReference,
  { id, limit }: { id: string; limit: number },
): object[] {
  const { sqlTable, fromRow } = recordTableOf(from)
  const sql = `SELECT * FROM ${sqlTable} WHERE "${column}" = ? ORDER BY rowid LIMIT ?`
  return allRows(db, sql, [id, limit]).map(fromRow)
}

/** How many records of a table name this id in a column. */
export function countReferring(db: ReadDb, { from, column }: RecordReference, id: string): number {
  const sql = `SELECT count(*) FROM ${TABLES[from].sqlTable} WHERE "${column}" = ?`
  return Number(db.prepare(sql).pluck().get(id))
}

function recordTableOf(kind: RecordKind): RecordTable {
  if (isTableName(kind)) return tableOf(kind)
  // Each layer's readers build its own type, and only its own records are given to it.
  if (kind === 'roads') {
    const cells = (value: object): SqlValue[] => roadCells(value as Road)
    return { sqlTable: 'roads', columns: ROAD_COLUMNS, cells, fromRow: roadFromRow }
  }
  if (kind === 'areas') {
    const cells = (value: object): SqlValue[] => areaCells(value as Area)
    return { sqlTable: 'areas', columns: AREA_COLUMNS, cells, fromRow: areaFromRow }
  }
  const cells = (value: object): SqlValue[] => riskAreaCells(value as RiskArea)
  return { sqlTable: 'risk_areas', columns: RISK_AREA_COLUMNS, cells, fromRow: riskAreaFromRow }
}

function tableOf(table: TableName): RecordTable {
  const columns = columnsOf(table)
  return {
    sqlTable: TABLES[table].sqlTable,
    columns: [...columns.map(({ name }) => name), 'extras'],
    cells: (row) => {
      const extras: unknown = Reflect.get(row, 'extras')
      const values = columns.map((column) => toSql(column, Reflect.get(row, column.key)))
      return [...values, extras === undefined ? '' : JSON.stringify(extras)]
    },
    fromRow: (row) => {
      const value: Record<string, unknown> = {}
      for (const column of columns) value[column.key] = fromSql(column, row[column.name])
      const extras = textOf(row, 'extras')
      if (extras !== '') value['extras'] = JSON.parse(extras)
      return value
    },
  }
}
