import * as z from 'zod'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, textOf } from '../rows.ts'

/** A bundle that was taken in or given out. */
export interface BundleRun {
  readonly direction: 'in' | 'out'
  /** The other machine; empty when it was given out for anybody. */
  readonly seat: string
  readonly at: string
  readonly who: string
  /** Entries that were new, or that it held. */
  readonly ops: number
  /** Last entry of every seat that its sender had. */
  readonly heads: Readonly<Record<string, number>>
  readonly contentHash: string
}

const Heads = z.record(z.string(), z.number().int())

/** Notes a bundle. */
export function addBundleRun(db: WriteDb, run: BundleRun): void {
  db.prepare(
    'INSERT INTO bundle_runs (direction, seat, recorded_at, who, ops, heads, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(run.direction, run.seat, run.at, run.who, run.ops, JSON.stringify(run.heads), run.contentHash)
}

/** True when a bundle of this content was taken in before. */
export function wasTakenIn(db: ReadDb, contentHash: string): boolean {
  return (
    firstRow(db, "SELECT 1 AS found FROM bundle_runs WHERE direction = 'in' AND content_hash = ?", [contentHash]) !==
    null
  )
}

/** Bundles in the order they came and went. */
export function readBundleRuns(db: ReadDb): BundleRun[] {
  return allRows(db, 'SELECT * FROM bundle_runs ORDER BY run_id').map((row) => ({
    direction: textOf(row, 'direction') === 'in' ? 'in' : 'out',
    seat: textOf(row, 'seat'),
    at: textOf(row, 'recorded_at'),
    who: textOf(row, 'who'),
    ops: numberOf(row, 'ops'),
    heads: Heads.parse(jsonOf(row, 'heads')),
    contentHash: textOf(row, 'content_hash'),
  }))
}
