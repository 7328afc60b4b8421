import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, numberOf, textOf, type SqlRow } from '../rows.ts'
import type { StoredOp } from './op-log.repo.ts'

/** Why an entry of another machine was not taken into the record. `split`: one entry number with two contents. */
export const REFUSAL_REASONS = [
  'split',
  'seat-frozen',
  'hash',
  'signature',
  'causes',
  'clock',
  'body',
  'after-refused',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** An entry that was refused, with the entry this record has under its number (`ownHash`), if any. */
export interface RefusedOp extends StoredOp {
  readonly reason: RefusalReason
  /** What exactly is wrong, for the maintenance. */
  readonly detail: string
  /** Hash of the own entry of that number; empty where there is none. */
  readonly ownHash: string
}

/** An entry in quarantine as it is shown. */
export interface QuarantinedOp {
  readonly seat: string
  readonly seq: number
  readonly hash: string
  readonly ownHash: string
  readonly reason: string
  readonly detail: string
  readonly at: string
  readonly fromSeat: string
}

/** Keeps a refused entry as evidence; true when it was not there yet. */
export function saveRefusedOp(db: WriteDb, refused: RefusedOp, from: { seat: string; at: string }): boolean {
  const { op, hash, signature, reason, detail, ownHash } = refused
  const { changes } = db
    .prepare(
      `INSERT INTO op_quarantine (seat, seq, hash, reason, detail, own_hash, recorded_at, from_seat, op, signature)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (seat, seq, hash) DO NOTHING`,
    )
    .run(op.seat, op.seq, hash, reason, detail, ownHash, from.at, from.seat, canonicalJson(op), signature)
  return changes > 0
}

/** Proof that a seat wrote two contents under one number, or null. Such a seat is frozen: nothing more of it is taken. */
export function findSplit(db: ReadDb, seat: string): QuarantinedOp | null {
  const row = firstRow(db, "SELECT * FROM op_quarantine WHERE reason = 'split' AND seat = ? ORDER BY seq LIMIT 1", [
    seat,
  ])
  return row === null ? null : fromRow(row)
}

/** True when an entry of this seat beyond a number was refused: what it wrote there will not come. */
export function hasRefusedBeyond(db: ReadDb, seat: string, seq: number): boolean {
  return firstRow(db, 'SELECT 1 AS found FROM op_quarantine WHERE seat = ? AND seq > ? LIMIT 1', [seat, seq]) !== null
}

/** All refused entries, by seat and number. */
export function readQuarantine(db: ReadDb): QuarantinedOp[] {
  return allRows(db, 'SELECT * FROM op_quarantine ORDER BY seat, seq, hash').map(fromRow)
}

function fromRow(row: SqlRow): QuarantinedOp {
  return {
    seat: textOf(row, 'seat'),
    seq: numberOf(row, 'seq'),
    hash: textOf(row, 'hash'),
    ownHash: textOf(row, 'own_hash'),
    reason: textOf(row, 'reason'),
    detail: textOf(row, 'detail'),
    at: textOf(row, 'recorded_at'),
    fromSeat: textOf(row, 'from_seat'),
  }
}
