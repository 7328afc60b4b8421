import { RECORD_KINDS, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { BatchKind } from '#shared/domain/library-batch.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import {
  allRows,
  firstRow,
  numberOf,
  numberOrNullOf,
  textOf,
  textOrNullOf,
  type SqlRow,
  type SqlValue,
} from '../rows.ts'

/** What a change is of: a record of a kind, or the head of the data set (`head`, with an empty key). */
export type ChangedKind = RecordKind | 'head'

/** One record before and after a change, as its text; null where it was not in its table. */
export interface StoredChange {
  readonly kind: ChangedKind
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** One change with its batch and its place in it. */
export interface PlacedChange extends StoredChange {
  readonly batchId: number
}

/** A batch of changes as it is kept. */
export interface StoredBatch {
  readonly batchId: number
  readonly kind: BatchKind
  /** Wall time of the console, ISO 8601. */
  readonly recordedAt: string
  readonly who: string
  readonly role: string
  readonly seat: string
  readonly reason: string
  /** The batch that this one takes back, or null. */
  readonly undoes: number | null
  /** Number of changes. */
  readonly changes: number
  readonly changesHash: string
  /** Version of the data set after it. */
  readonly version: string
  readonly prevHash: string
  readonly hash: string
}

/** The newest batch, or null before the first. */
export function readLastBatch(db: ReadDb): StoredBatch | null {
  const row = firstRow(db, 'SELECT * FROM library_batches ORDER BY batch_id DESC LIMIT 1')
  return row === null ? null : batchOf(row)
}

/** Number of the newest batch; 0 before the first. */
export function readLastBatchId(db: ReadDb): number {
  return Number(db.prepare('SELECT coalesce(max(batch_id), 0) FROM library_batches').pluck().get())
}

/** One batch, or null. */
export function findBatch(db: ReadDb, batchId: number): StoredBatch | null {
  const row = firstRow(db, 'SELECT * FROM library_batches WHERE batch_id = ?', [batchId])
  return row === null ? null : batchOf(row)
}

/** The batch that took this one back, or null. */
export function findUndoOf(db: ReadDb, batchId: number): number | null {
  const row = firstRow(db, 'SELECT max(batch_id) AS batch_id FROM library_batches WHERE undoes = ?', [batchId])
  return row === null ? null : numberOrNullOf(row, 'batch_id')
}

/** Batches, the newest first. */
export function readBatches(db: ReadDb, { offset, limit }: { offset: number; limit: number }): StoredBatch[] {
  return allRows(db, 'SELECT * FROM library_batches ORDER BY batch_id DESC LIMIT ? OFFSET ?', [limit, offset]).map(
    batchOf,
  )
}

/** All rows of the batches from the first on, as they stand, for checking them. */
export function readAllBatches(db: ReadDb): StoredBatch[] {
  return allRows(db, 'SELECT * FROM library_batches ORDER BY batch_id').map(batchOf)
}

/** Keeps a batch; its changes are added in the same transaction. */
export function addBatch(db: WriteDb, batch: StoredBatch): void {
  db.prepare(
    `INSERT INTO library_batches (batch_id, kind, recorded_at, who, role, seat, reason, undoes, changes, changes_hash,
      version, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[batch.batchId, batch.kind, batch.recordedAt, batch.who, batch.role, batch.seat, batch.reason, batch.undoes],
    ...[batch.changes, batch.changesHash, batch.version, batch.prevHash, batch.hash],
  )
}

/** Opens a batch for its changes, which are added one after the other. */
export function openChangeWriter(db: WriteDb, batchId: number): (change: StoredChange) => void {
  const insert = db.prepare(
    'INSERT INTO library_changes (batch_id, ordinal, record_kind, record_key, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  )
  let ordinal = 0
  return ({ kind, key, before, after }) => {
    ordinal += 1
    insert.run(batchId, ordinal, kind, key, before, after)
  }
}

/** The changes of one batch, in their order, one after the other. */
export function* readChanges(db: ReadDb, batchId: number): Generator<PlacedChange> {
  const sql = 'SELECT * FROM library_changes WHERE batch_id = ? ORDER BY ordinal'
  for (const row of db.prepare<SqlValue[], SqlRow>(sql).iterate(batchId)) yield changeOf(row)
}

/** The changes of all batches after one, in their order. */
export function readChangesAfter(db: ReadDb, batchId: number): PlacedChange[] {
  return allRows(db, 'SELECT * FROM library_changes WHERE batch_id > ? ORDER BY batch_id, ordinal', [batchId]).map(
    changeOf,
  )
}

/** Some changes of a batch, after the first few. */
export function readSomeChanges(
  db: ReadDb,
  batchId: number,
  { after, limit }: { after: number; limit: number },
): PlacedChange[] {
  const sql = 'SELECT * FROM library_changes WHERE batch_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ?'
  return allRows(db, sql, [batchId, after, limit]).map(changeOf)
}

/** The first few changes of a batch. */
export function readFirstChanges(db: ReadDb, batchId: number, limit: number): PlacedChange[] {
  const sql = 'SELECT * FROM library_changes WHERE batch_id = ? ORDER BY ordinal LIMIT ?'
  return allRows(db, sql, [batchId, limit]).map(changeOf)
}

/** The newest change of one record, or null when it never changed. */
export function findNewestChange(db: ReadDb, kind: ChangedKind, key: string): PlacedChange | null {
  const sql = `SELECT * FROM library_changes WHERE record_kind = ? AND record_key = ?
    ORDER BY batch_id DESC, ordinal DESC LIMIT 1`
  const row = firstRow(db, sql, [kind, key])
  return row === null ? null : changeOf(row)
}

/** The changes of one record, the newest first. */
export function readChangesOf(db: ReadDb, kind: ChangedKind, key: string): PlacedChange[] {
  const sql = `SELECT * FROM library_changes WHERE record_kind = ? AND record_key = ? ORDER BY batch_id DESC, ordinal DESC`
  return allRows(db, sql, [kind, key]).map(changeOf)
}

const NEWEST = `SELECT c.* FROM library_changes c WHERE c.record_kind = ? AND NOT EXISTS (
  SELECT 1 FROM library_changes l WHERE l.record_kind = c.record_kind AND l.record_key = c.record_key
    AND (l.batch_id, l.ordinal) > (c.batch_id, c.ordinal))`

/** The newest change of every record of a kind that has one. */
export function readNewestChanges(db: ReadDb, kind: ChangedKind): PlacedChange[] {
  return allRows(db, `${NEWEST} ORDER BY c.record_key`, [kind]).map(changeOf)
}

/** The last change of every record of a kind that is no longer in its table. */
export function readRetired(db: ReadDb, kind: ChangedKind): PlacedChange[] {
  return allRows(db, `${NEWEST} AND c.after IS NULL ORDER BY c.record_key`, [kind]).map(changeOf)
}

/** The digest of each kind as hex, with its number of rows; a kind that never had any is not in it. */
export function readDigests(db: ReadDb): Map<RecordKind, { rows: number; digest: string }> {
  return new Map(
    allRows(db, 'SELECT * FROM library_digests').map((row) => {
      return [recordKindOf(textOf(row, 'record_kind')), { rows: numberOf(row, 'rows'), digest: textOf(row, 'digest') }]
    }),
  )
}

/** Keeps the digest of a kind. */
export function saveDigest(db: WriteDb, kind: RecordKind, { rows, digest }: { rows: number; digest: string }): void {
  db.prepare(
    `INSERT INTO library_digests (record_kind, rows, digest) VALUES (?, ?, ?)
     ON CONFLICT (record_kind) DO UPDATE SET rows = excluded.rows, digest = excluded.digest`,
  ).run(kind, rows, digest)
}

function batchOf(row: SqlRow): StoredBatch {
  return {
    batchId: numberOf(row, 'batch_id'),
    kind: BatchKind.parse(row['kind']),
    recordedAt: textOf(row, 'recorded_at'),
    who: textOf(row, 'who'),
    role: textOf(row, 'role'),
    seat: textOf(row, 'seat'),
    reason: textOf(row, 'reason'),
    undoes: numberOrNullOf(row, 'undoes'),
    changes: numberOf(row, 'changes'),
    changesHash: textOf(row, 'changes_hash'),
    version: textOf(row, 'version'),
    prevHash: textOf(row, 'prev_hash'),
    hash: textOf(row, 'hash'),
  }
}

function changeOf(row: SqlRow): PlacedChange {
  const kind = textOf(row, 'record_kind')
  return {
    batchId: numberOf(row, 'batch_id'),
    kind: kind === 'head' ? 'head' : recordKindOf(kind),
    key: textOf(row, 'record_key'),
    before: textOrNullOf(row, 'before'),
    after: textOrNullOf(row, 'after'),
  }
}

function recordKindOf(name: string): RecordKind {
  const kind = RECORD_KINDS.find((known) => known === name)
  if (kind === undefined) throw new Error(`no kind of record is named ${name}`)
  return kind
}
