import * as z from 'zod'
import type { OpKind } from '#shared/domain/command/op-bodies.ts'
import type { OpEnvelope } from '#shared/replication/op.ts'
import { opIdOf } from '#shared/replication/op.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, textOf, type SqlRow, type SqlValue } from '../rows.ts'

/** An operation as it stands in the log, with its proof. */
export interface StoredOp {
  readonly op: OpEnvelope
  readonly hash: string
  readonly signature: string
}

/** The end of one seat's chain. */
export interface ChainHead {
  readonly seat: string
  readonly seq: number
  readonly hash: string
}

/** A seat that has written into this log, and the key that proves its entries. */
export interface Seat {
  readonly seat: string
  readonly algorithm: string
  /** SPKI, base64. */
  readonly publicKey: string
}

/** Text columns of the log that hold JSON; each must be the canonical text of its value. */
export const JSON_COLUMNS = ['seen', 'basis', 'author', 'body'] as const

const Seen = z.record(z.string(), z.number().int())
const Basis = z.array(z.string())
const By = z.strictObject({ user: z.string(), role: z.string(), onBehalf: z.string().nullable() })

/** Appends one operation and moves its seat's head. */
export function appendOp(db: WriteDb, stored: StoredOp): void {
  const { op, hash, signature } = stored
  db.prepare(
    `INSERT INTO op_log (seat, seq, v, prev, seen, hlc, wall, inc, ent, kind, basis, author, body, hash, signature)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[op.seat, op.seq, op.v, op.prev, canonicalJson(op.seen), op.hlc, op.wall, op.inc, op.ent, op.kind],
    ...[canonicalJson(op.basis), canonicalJson(op.by), canonicalJson(op.body), hash, signature],
  )
  db.prepare(
    'INSERT INTO log_head (seat, seq, hash) VALUES (?, ?, ?) ON CONFLICT (seat) DO UPDATE SET seq = excluded.seq, hash = excluded.hash',
  ).run(op.seat, op.seq, hash)
}

/** Raw rows of the log, seat by seat in order, for checks that must also read damaged ones. */
export function readRawOps(db: ReadDb): IterableIterator<SqlRow> {
  return db.prepare<SqlValue[], SqlRow>('SELECT * FROM op_log ORDER BY seat, seq').iterate()
}

/** Newest operations first, of one incident or of all. */
export function readNewestOps(db: ReadDb, filter: { incidentId: string | null; limit: number }): StoredOp[] {
  const where = filter.incidentId === null ? '' : 'WHERE inc = ?'
  const values = filter.incidentId === null ? [filter.limit] : [filter.incidentId, filter.limit]
  return allRows(db, `SELECT * FROM op_log ${where} ORDER BY hlc DESC, seat, seq DESC LIMIT ?`, values).map(storedOpOf)
}

/** All operations of an incident, in the order of the record: a cause before its effects, whoever wrote them. */
export function readOpsOf(db: ReadDb, incidentId: string): StoredOp[] {
  return allRows(db, 'SELECT * FROM op_log WHERE inc = ? ORDER BY hlc, seat, seq', [incidentId]).map(storedOpOf)
}

/** How many operations an incident has: the log only grows, so that the number tells whether something was added. */
export function countOpsOf(db: ReadDb, incidentId: string): number {
  const row = firstRow(db, 'SELECT count(*) AS count FROM op_log WHERE inc = ?', [incidentId])
  return row === null ? 0 : numberOf(row, 'count')
}

/** The newest operation of one kind about an incident, or null. */
export function findNewestOp(db: ReadDb, incidentId: string, kind: OpKind): StoredOp | null {
  const row = firstRow(
    db,
    'SELECT * FROM op_log WHERE inc = ? AND kind = ? ORDER BY hlc DESC, seat DESC, seq DESC LIMIT 1',
    [incidentId, kind],
  )
  return row === null ? null : storedOpOf(row)
}

/** Reads an operation from its row; throws when a column does not have its shape. */
export function storedOpOf(row: SqlRow): StoredOp {
  const seat = textOf(row, 'seat')
  const seq = numberOf(row, 'seq')
  if (row['v'] !== 1) throw new Error(`operation version ${String(row['v'])} is not known`)
  const op: OpEnvelope = {
    v: 1,
    id: opIdOf(seat, seq),
    seat,
    seq,
    prev: textOf(row, 'prev'),
    seen: Seen.parse(jsonOf(row, 'seen')),
    hlc: textOf(row, 'hlc'),
    wall: textOf(row, 'wall'),
    inc: textOf(row, 'inc'),
    ent: textOf(row, 'ent'),
    kind: textOf(row, 'kind'),
    basis: Basis.parse(jsonOf(row, 'basis')),
    by: By.parse(jsonOf(row, 'author')),
    body: jsonOf(row, 'body'),
  }
  return { op, hash: textOf(row, 'hash'), signature: textOf(row, 'signature') }
}

/** The heads of all seats, by seat. */
export function readHeads(db: ReadDb): ChainHead[] {
  return allRows(db, 'SELECT seat, seq, hash FROM log_head ORDER BY seat').map((row) => ({
    seat: textOf(row, 'seat'),
    seq: numberOf(row, 'seq'),
    hash: textOf(row, 'hash'),
  }))
}

/** One entry, or null when the log does not have it. */
export function readOp(db: ReadDb, seat: string, seq: number): StoredOp | null {
  const row = firstRow(db, 'SELECT * FROM op_log WHERE seat = ? AND seq = ?', [seat, seq])
  return row === null ? null : storedOpOf(row)
}

/** The hash of one entry, or null when the log does not have it. */
export function findOpHash(db: ReadDb, seat: string, seq: number): string | null {
  const row = firstRow(db, 'SELECT hash FROM op_log WHERE seat = ? AND seq = ?', [seat, seq])
  return row === null ? null : textOf(row, 'hash')
}

/** The hybrid time of one entry, or null when the log does not have it. */
export function findOpTime(db: ReadDb, seat: string, seq: number): string | null {
  const row = firstRow(db, 'SELECT hlc FROM op_log WHERE seat = ? AND seq = ?', [seat, seq])
  return row === null ? null : textOf(row, 'hlc')
}

/** The entries of one seat after a number, in order. */
export function readOpsAfter(db: ReadDb, seat: string, seq: number): StoredOp[] {
  return allRows(db, 'SELECT * FROM op_log WHERE seat = ? AND seq > ? ORDER BY seq', [seat, seq]).map(storedOpOf)
}

/** All entries of some kinds, whichever incident they belong to, in the order of the record. */
export function readOpsOfKinds(db: ReadDb, kinds: readonly OpKind[]): StoredOp[] {
  const sql = `SELECT * FROM op_log WHERE kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY hlc, seat, seq`
  return allRows(db, sql, kinds).map(storedOpOf)
}

/** How many entries of some kinds there are: the log only grows, so that the number tells whether one was added. */
export function countOpsOfKinds(db: ReadDb, kinds: readonly OpKind[]): number {
  const sql = `SELECT count(*) AS count FROM op_log WHERE kind IN (${kinds.map(() => '?').join(', ')})`
  const row = firstRow(db, sql, kinds)
  return row === null ? 0 : numberOf(row, 'count')
}

/** The highest hybrid time in the log; empty when the log is. */
export function readLastHybridTime(db: ReadDb): string {
  const row = firstRow(db, "SELECT coalesce(max(hlc), '') AS hlc FROM op_log")
  return row === null ? '' : textOf(row, 'hlc')
}

/** The latest wall time among a seat's entries after a number, and the last number; null when there are none. */
export function readLatestWall(db: ReadDb, seat: string, afterSeq: number): { seq: number; wall: string } | null {
  const sql = 'SELECT max(seq) AS seq, max(wall) AS wall FROM op_log WHERE seat = ? AND seq > ? HAVING count(*) > 0'
  const row = firstRow(db, sql, [seat, afterSeq])
  return row === null ? null : { seq: numberOf(row, 'seq'), wall: textOf(row, 'wall') }
}

/** All seats, by name. */
export function readSeats(db: ReadDb): Seat[] {
  return allRows(db, 'SELECT seat, algorithm, public_key FROM seats ORDER BY seat').map((row) => ({
    seat: textOf(row, 'seat'),
    algorithm: textOf(row, 'algorithm'),
    publicKey: textOf(row, 'public_key'),
  }))
}

/** Enters a seat; a seat that is already known stays as it is. */
export function saveSeat(db: WriteDb, seat: Seat): void {
  db.prepare('INSERT INTO seats (seat, algorithm, public_key) VALUES (?, ?, ?) ON CONFLICT (seat) DO NOTHING').run(
    seat.seat,
    seat.algorithm,
    seat.publicKey,
  )
}
