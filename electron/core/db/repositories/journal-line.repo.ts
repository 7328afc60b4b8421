import { opIdOf } from '#shared/replication/op.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, numberOf, textOf, textOrNullOf, type SqlRow, type SqlValue } from '../rows.ts'
import { storedOpOf, type StoredOp } from './op-log.repo.ts'

/** One entry of the record as a line of text. */
export interface JournalLine {
  readonly opId: string
  readonly seat: string
  readonly seq: number
  readonly hlc: string
  readonly wall: string
  readonly incidentId: string
  readonly kind: string
  readonly role: string
  readonly who: string
  readonly text: string
  readonly hash: string
  /** The entry this one puts right, or null. */
  readonly corrects: string | null
}

/** What of the record is wanted; null = all. */
export interface LineFilter {
  readonly incidentId: string | null
  /** Text that the line or its author contains. */
  readonly text: string | null
  readonly role: string | null
  /** Area of the kinds, e.g. `order`. */
  readonly area: string | null
  /** Wall time from (inclusive) and to (exclusive), ISO 8601 of the console's zone. */
  readonly from: string | null
  readonly to: string | null
}

/** A place in the list: lines older than it follow. */
export interface LineCursor {
  readonly hlc: string
  readonly seat: string
  readonly seq: number
}

/** Entries of the record that have no line yet, seat by seat, at most so many. */
export function readOpsWithoutLine(db: ReadDb, limit: number): StoredOp[] {
  const sql = `SELECT o.* FROM log_head h JOIN op_log o ON o.seat = h.seat
    AND o.seq > coalesce((SELECT max(l.seq) FROM journal_lines l WHERE l.seat = h.seat), 0)
    ORDER BY o.seat, o.seq LIMIT ?`
  return allRows(db, sql, [limit]).map(storedOpOf)
}

/** Number of entries that have no line yet. */
export function countOpsWithoutLine(db: ReadDb): number {
  const sql = `SELECT coalesce(sum(h.seq - coalesce((SELECT max(l.seq) FROM journal_lines l WHERE l.seat = h.seat), 0)), 0) AS count
    FROM log_head h`
  const row = firstRow(db, sql)
  return row === null ? 0 : numberOf(row, 'count')
}

/** Adds a line. */
export function addLine(db: WriteDb, line: Omit<JournalLine, 'opId'>): void {
  db.prepare(
    `INSERT INTO journal_lines (seat, seq, hlc, wall, inc, kind, role, who, text, hash, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[line.seat, line.seq, line.hlc, line.wall, line.incidentId, line.kind, line.role, line.who, line.text],
    ...[line.hash, line.corrects],
  )
}

const WORDS_KEY = 'journal-lines-words'

/** Empties lines that another version of the program put in words; they are written again from the record. */
export function forgetOlderWords(db: WriteDb, version: string): void {
  const row = firstRow(db, 'SELECT value FROM settings WHERE key = ?', [WORDS_KEY])
  if (row !== null && textOf(row, 'value') === version) return
  db.prepare('DELETE FROM journal_lines').run()
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(WORDS_KEY, version)
}

const WANTED = `(? IS NULL OR role = ?) AND (? IS NULL OR kind LIKE ?)
  AND (? IS NULL OR text LIKE ? ESCAPE '!' OR who LIKE ? ESCAPE '!')
  AND (? IS NULL OR wall >= ?) AND (? IS NULL OR wall < ?)`

/** Lines older than a place, the newest first. */
export function readLines(db: ReadDb, filter: LineFilter, before: LineCursor | null, limit: number): JournalLine[] {
  const at = before ?? { hlc: '9', seat: '', seq: 0 }
  const scope = filter.incidentId === null ? '' : 'inc = ? AND '
  const sql = `SELECT * FROM journal_lines WHERE ${scope}(hlc, seat, seq) < (?, ?, ?) AND ${WANTED}
    ORDER BY hlc DESC, seat DESC, seq DESC LIMIT ?`
  const own = filter.incidentId === null ? [] : [filter.incidentId]
  return allRows(db, sql, [...own, at.hlc, at.seat, at.seq, ...wantedValues(filter), limit]).map(lineOf)
}

/** Lines that put one of these entries right, the oldest first. */
export function readCorrections(db: ReadDb, opIds: readonly string[]): JournalLine[] {
  const sql = `SELECT * FROM journal_lines WHERE corrects IN (SELECT value FROM json_each(?)) ORDER BY hlc, seat, seq`
  return allRows(db, sql, [JSON.stringify(opIds)]).map(lineOf)
}

function wantedValues({ text, role, area, from, to }: LineFilter): SqlValue[] {
  const kinds = area === null ? null : `v1.${area}.%`
  const part = text === null ? null : `%${text.replace(/[!%_]/g, '!$&')}%`
  return [role, role, kinds, kinds, part, part, part, from, from, to, to]
}

function lineOf(row: SqlRow): JournalLine {
  const [seat, seq] = [textOf(row, 'seat'), numberOf(row, 'seq')]
  return {
    opId: opIdOf(seat, seq),
    seat,
    seq,
    hlc: textOf(row, 'hlc'),
    wall: textOf(row, 'wall'),
    incidentId: textOf(row, 'inc'),
    kind: textOf(row, 'kind'),
    role: textOf(row, 'role'),
    who: textOf(row, 'who'),
    text: textOf(row, 'text'),
    hash: textOf(row, 'hash'),
    corrects: textOrNullOf(row, 'corrects'),
  }
}
