import { createHash } from 'node:crypto'
import type { RecordStamp } from '#shared/contract/records.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { recordKeyReader, recordsOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordOfText, recordText } from '#shared/domain/dataset/record-text.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb, WriteDb } from '../../db/db-types.ts'
import { findBatch, findNewestChange, type PlacedChange } from '../../db/repositories/library-history.repo.ts'
import { recordTitleOf } from '../../keeping/library-change.ts'
import type { Journal } from '../../replication/journal.ts'
import type { LibrarySource } from '../library-source.ts'

/** What the records services work with. */
export interface RecordsParts {
  readonly db: WriteDb
  readonly journal: Journal
  readonly nowMs: () => number
  readonly library: LibrarySource
}

/** A record by its key: where it stands, and whether it was taken out of its table. */
export interface FoundRecord {
  readonly value: object
  readonly isRetired: boolean
}

/** The record of a key in its table, or null. */
export function standingRecord(dataset: Dataset, kind: RecordKind, key: string): object | null {
  const keyOf = recordKeyReader(kind)
  return recordsOf(dataset, kind).find((value) => keyOf(value) === key) ?? null
}

/** The record of a key, also a retired one. @throws AppError `not-found`. */
export function findRecord(core: RecordsParts, kind: RecordKind, key: string): FoundRecord {
  const standing = standingRecord(core.library.current(), kind, key)
  if (standing !== null) return { value: standing, isRetired: false }
  const retired = retiredRecord(findNewestChange(core.db, kind, key))
  if (retired !== null) return { value: retired, isRetired: true }
  throw new AppError('not-found', `没有${recordTitleOf(kind)}“${key}”；请刷新列表后重新选择`, {
    path: 'key',
    value: key,
  })
}

/** What a record was when it left its table; null when its newest change did not take it out. */
export function retiredRecord(change: PlacedChange | null): object | null {
  if (change === null || change.kind === 'head' || change.after !== null || change.before === null) return null
  return recordOfText(change.kind, change.before)
}

/** Digest of a record's state, for telling whether it changed since it was opened. */
export function stateDigestOf(kind: RecordKind, value: object): string {
  return `sha256:${createHash('sha256').update(recordText(kind, value)).digest('hex')}`
}

/** The newest change of a record in short; null when it is as it was first loaded. */
export function stampOfRecord(db: ReadDb, kind: RecordKind, key: string): RecordStamp | null {
  const change = findNewestChange(db, kind, key)
  const batch = change === null ? null : findBatch(db, change.batchId)
  if (batch === null) return null
  return { batchId: batch.batchId, kind: batch.kind, recordedAt: batch.recordedAt, who: batch.who }
}
