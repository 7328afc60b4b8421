import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { ReadDb } from '../db-types.ts'
import { allRows, textOf } from '../rows.ts'

/** Who last changed one member of a record, when and why. */
export interface MemberChange {
  readonly recordedAt: string
  readonly who: string
  readonly reason: string
}

/**
 * The newest change of one column in the records of a table, by key. Records whose column never changed are not in it;
 * coming into the table with a value is none.
 */
export function newestChangeOfMember(db: ReadDb, table: TableName, column: string): Map<string, MemberChange> {
  const sql = `SELECT c.record_key AS record_key, b.recorded_at AS recorded_at, b.who AS who, b.reason AS reason
    FROM (
      SELECT record_key, max(batch_id) AS batch_id FROM library_changes
      WHERE record_kind = ? AND before IS NOT NULL AND after IS NOT NULL
        AND json_extract(before, ?) IS NOT json_extract(after, ?)
      GROUP BY record_key
    ) c JOIN library_batches b ON b.batch_id = c.batch_id`
  const path = `$."${column}"`
  return new Map(
    allRows(db, sql, [table, path, path]).map((row) => [
      textOf(row, 'record_key'),
      { recordedAt: textOf(row, 'recorded_at'), who: textOf(row, 'who'), reason: textOf(row, 'reason') },
    ]),
  )
}
