import { sortedBy } from '#shared/kernel/order.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, numberOf, numberOrNullOf, statementOf, textOf, type SqlRow } from '../rows.ts'

/** A record of the index: its number, which is also its place in the order, what it is, and what is kept of it. */
export interface IndexedRecord {
  readonly place: number
  readonly kind: string
  readonly key: string
  /** What is kept to compare and to show it. */
  readonly body: string
}

/** What names a record. */
export interface RecordName {
  readonly kind: string
  readonly key: string
}

/** Records with the terms, from one number to another, in order; read one by one so that a long list costs nothing. */
export function* recordsWith(
  db: ReadDb,
  match: string,
  [first, last]: readonly [number, number],
): Generator<IndexedRecord> {
  const rows = db
    .prepare<[string, number, number], SqlRow>(
      `SELECT r.place, r.kind, r.key, r.body FROM search_terms CROSS JOIN search_records r ON r.place = search_terms.rowid
       WHERE search_terms MATCH ? AND search_terms.rowid BETWEEN ? AND ? ORDER BY search_terms.rowid`,
    )
    .iterate(match, first, last)
  for (const row of rows) yield recordOf(row)
}

/** Records of one key, whatever they are: an id is the same text for nobody else, or for few. */
export function recordsOfKey(db: ReadDb, key: string): IndexedRecord[] {
  const sql = 'SELECT place, kind, key, body FROM search_records WHERE key = ? ORDER BY place'
  return allRows(db, sql, [key]).map(recordOf)
}

/** One record, or null. */
export function findRecord(db: ReadDb, { kind, key }: RecordName): IndexedRecord | null {
  const row = firstRow(db, 'SELECT place, kind, key, body FROM search_records WHERE kind = ? AND key = ?', [kind, key])
  return row === null ? null : recordOf(row)
}

function recordOf(row: SqlRow): IndexedRecord {
  return {
    place: numberOf(row, 'place'),
    kind: textOf(row, 'kind'),
    key: textOf(row, 'key'),
    body: textOf(row, 'body'),
  }
}

/** Names of records that were changed and not read again yet, by kind and key. */
export function readChanges(db: ReadDb, limit: number): RecordName[] {
  const sql = 'SELECT kind, key FROM search_changes ORDER BY kind, key LIMIT ?'
  return allRows(db, sql, [limit]).map((row) => ({ kind: textOf(row, 'kind'), key: textOf(row, 'key') }))
}

/** How many records were changed and not read again yet. */
export function countChanges(db: ReadDb): number {
  return Number(db.prepare('SELECT count(*) FROM search_changes').pluck().get())
}

/** Notes that a record must be read again. */
export function noteChange(db: WriteDb, { kind, key }: RecordName): void {
  statementOf(db, 'INSERT OR IGNORE INTO search_changes VALUES (?, ?)').run(kind, key)
}

/** Notes that every record of the index must be read again. */
export function noteAllChanged(db: WriteDb): void {
  db.exec('INSERT OR IGNORE INTO search_changes SELECT kind, key FROM search_records')
}

/** Keys of the records of one kind. */
export function readKeys(db: ReadDb, kind: string): string[] {
  return allRows(db, 'SELECT key FROM search_records WHERE kind = ?', [kind]).map((row) => textOf(row, 'key'))
}

/** Takes a record out of the index. */
export function dropRecord(db: WriteDb, place: number): void {
  statementOf(db, 'DELETE FROM search_terms WHERE rowid = ?').run(place)
  statementOf(db, 'DELETE FROM search_records WHERE place = ?').run(place)
}

/** Keeps a record behind those of its band; its place. It is found once its terms are added. */
export function addRecord(
  db: WriteDb,
  { kind, key, body }: Omit<IndexedRecord, 'place'>,
  [first, last]: readonly [number, number],
): number {
  const sql = 'SELECT max(place) AS highest FROM search_records WHERE place BETWEEN ? AND ?'
  const highest = numberOrNullOf(firstRow(db, sql, [first, last]) ?? {}, 'highest')
  const place = highest === null ? first : highest + 1
  if (place > last) throw new Error('a band of the search index is full')
  statementOf(db, 'INSERT INTO search_records (place, kind, key, body) VALUES (?, ?, ?, ?)').run(place, kind, key, body)
  return place
}

/** Adds the terms of records; in rising order, since the index writes a part of itself out at every step back. */
export function addTerms(db: WriteDb, records: readonly { readonly place: number; readonly terms: string }[]): void {
  const insert = statementOf(db, 'INSERT INTO search_terms (rowid, terms) VALUES (?, ?)')
  for (const { place, terms } of sortedBy(records, (record) => [record.place])) insert.run(place, terms)
}

/** Notes that a record was read again. */
export function settleChange(db: WriteDb, { kind, key }: RecordName): void {
  statementOf(db, 'DELETE FROM search_changes WHERE kind = ? AND key = ?').run(kind, key)
}

/** What the index was made with, by name; empty when it was never said. */
export function readSearchState(db: ReadDb, name: string): string {
  const row = firstRow(db, 'SELECT value FROM search_state WHERE name = ?', [name])
  return row === null ? '' : textOf(row, 'value')
}

export function writeSearchState(db: WriteDb, name: string, value: string): void {
  statementOf(db, 'INSERT INTO search_state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(
    name,
    value,
  )
}
