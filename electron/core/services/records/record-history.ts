import type { AppContract } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { BatchEntry, NamedRecord, RecordChangeEntry } from '#shared/contract/records.contract.ts'
import { cellNamesOf, cellsOfRecord, recordNameOf } from '#shared/domain/dataset/record-cells.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordExtrasOf, recordOfText } from '#shared/domain/dataset/record-text.ts'
import type { ReadDb } from '../../db/db-types.ts'
import {
  findBatch,
  findUndoOf,
  readBatches,
  readChangesOf,
  readFirstChanges,
  readLastBatchId,
  type PlacedChange,
  type StoredBatch,
} from '../../db/repositories/library-history.repo.ts'

/** How many records a batch is shown with. */
const SHOWN = 5

/** Every change of one record, the newest first. */
export function historyOf(db: ReadDb, kind: RecordKind, key: string): RecordChangeEntry[] {
  const changes = readChangesOf(db, kind, key)
  return changes.flatMap((change, index) => {
    const batch = findBatch(db, change.batchId)
    if (batch === null) return []
    const { batchId, recordedAt, who, role, reason, undoes } = batch
    const what = whatHappened(change, index === changes.length - 1)
    const fields = what === 'retired' || what === 'restored' ? [] : fieldsOf(kind, change)
    return [{ batchId, kind: batch.kind, recordedAt, who, role, reason, undoes, changes: batch.changes, what, fields }]
  })
}

/** Changes of the library, the newest first. */
export function listBatches(
  db: ReadDb,
  page: ParsedInputOf<AppContract['records']['batches']>,
): OutputOf<AppContract['records']['batches']> {
  // Batches are numbered without a gap, so that the last number is how many there are.
  return { total: readLastBatchId(db), batches: readBatches(db, page).map((batch) => batchEntry(db, batch)) }
}

function batchEntry(db: ReadDb, batch: StoredBatch): BatchEntry {
  const { batchId, kind, recordedAt, who, role, seat, reason, undoes, changes } = batch
  const records = readFirstChanges(db, batchId, SHOWN).flatMap(namedRecord)
  const undoneBy = findUndoOf(db, batchId)
  return { batchId, kind, recordedAt, who, role, seat, reason, undoes, undoneBy, changes, records }
}

function namedRecord({ kind, key, before, after }: PlacedChange): NamedRecord[] {
  const text = after ?? before
  if (kind === 'head' || text === null) return []
  return [{ kind, key, name: recordNameOf(kind, recordOfText(kind, text)) }]
}

function whatHappened({ before, after }: PlacedChange, isFirst: boolean): RecordChangeEntry['what'] {
  if (after === null) return 'retired'
  if (before !== null) return 'changed'
  return isFirst ? 'created' : 'restored'
}

function fieldsOf(kind: RecordKind, { before, after }: PlacedChange): RecordChangeEntry['fields'] {
  const [left, right] = [before, after].map((text) => (text === null ? new Map<string, string>() : cellsOf(kind, text)))
  if (left === undefined || right === undefined) return []
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((column) => {
    const cells = { before: left.get(column) ?? '', after: right.get(column) ?? '' }
    return cells.before === cells.after ? [] : [{ column, ...cells }]
  })
}

function cellsOf(kind: RecordKind, text: string): Map<string, string> {
  const value = recordOfText(kind, text)
  const cells = cellsOfRecord(kind, value)
  const named = cellNamesOf(kind).map((name, index): [string, string] => [name, cells[index] ?? ''])
  return new Map([...named, ...Object.entries(recordExtrasOf(value))])
}
