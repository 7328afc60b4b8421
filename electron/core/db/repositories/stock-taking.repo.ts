import * as z from 'zod'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, textOf, type SqlRow } from '../rows.ts'

const Lines = z.array(
  z.strictObject({ lotId: z.string(), basis: z.string(), counted: z.number().nullable(), reason: z.string() }),
)

/** A stock-taking that is not finished. Times are wall times of the console, ISO 8601. */
export interface StockTakingDraft {
  readonly storeId: string
  readonly begunAt: string
  readonly savedAt: string
  /** Counts how often it was saved, from 1. */
  readonly revision: number
  readonly countedBy: string
  readonly checkedBy: string
  readonly lines: z.infer<typeof Lines>
}

/** The unfinished stock-taking of a store, or null. */
export function findStockTaking(db: ReadDb, storeId: string): StockTakingDraft | null {
  const row = firstRow(db, 'SELECT * FROM stock_taking_drafts WHERE store_id = ?', [storeId])
  return row === null ? null : draftOf(row)
}

/** When the unfinished stock-taking of each store that has one was last saved. */
export function readStockTakingTimes(db: ReadDb): Map<string, string> {
  return new Map(
    allRows(db, 'SELECT store_id, saved_at FROM stock_taking_drafts').map((row) => [
      textOf(row, 'store_id'),
      textOf(row, 'saved_at'),
    ]),
  )
}

/** Keeps the unfinished stock-taking of a store in place of the one before. */
export function saveStockTaking(db: WriteDb, draft: StockTakingDraft): void {
  db.prepare(
    `INSERT OR REPLACE INTO stock_taking_drafts (store_id, begun_at, saved_at, revision, counted_by, checked_by, lines)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[draft.storeId, draft.begunAt, draft.savedAt, draft.revision, draft.countedBy, draft.checkedBy],
    JSON.stringify(draft.lines),
  )
}

/** Takes away the unfinished stock-taking of a store; whether there was one. */
export function removeStockTaking(db: WriteDb, storeId: string): boolean {
  return db.prepare('DELETE FROM stock_taking_drafts WHERE store_id = ?').run(storeId).changes > 0
}

function draftOf(row: SqlRow): StockTakingDraft {
  return {
    storeId: textOf(row, 'store_id'),
    begunAt: textOf(row, 'begun_at'),
    savedAt: textOf(row, 'saved_at'),
    revision: numberOf(row, 'revision'),
    countedBy: textOf(row, 'counted_by'),
    checkedBy: textOf(row, 'checked_by'),
    lines: Lines.parse(jsonOf(row, 'lines')),
  }
}
