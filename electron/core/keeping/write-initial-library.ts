import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { RECORD_KINDS, recordKeyReader, recordsOf } from '#shared/domain/dataset/record-kinds.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { WriteDb } from '../db/db-types.ts'
import { readDataset, readStoredLibrary, saveLibraryHead } from '../db/repositories/dataset.repo.ts'
import { addBatch, readLastBatchId, saveDigest } from '../db/repositories/library-history.repo.ts'
import { openRecordWriter } from '../db/repositories/library-table.repo.ts'
import { batchHashOf, CHAIN_START, startChangesHash } from './batch-chain.ts'
import { startReferenceCheck } from './check-references.ts'
import type { BatchStamp } from './library-change.ts'
import { digestsOf, hexOf, libraryVersionOf } from './library-digest.ts'

/**
 * Fills a database that has no library yet, in one transaction. The history begins with one batch that says so and
 * whose records are the data set itself: each record's first change keeps what it was here.
 *
 * @throws AppError `unknown-reference` when a row points to a row that is not there, `conflict` when there is a library.
 */
export function writeInitialLibrary(db: WriteDb, dataset: Dataset, stamp: BatchStamp): void {
  db.transaction(() => {
    const stored = readStoredLibrary(db)
    if (stored !== null) {
      throw new AppError('conflict', `数据库里已有数据集“${stored.head.name}”；请以导入的方式更新它`, {
        path: 'dataset',
        value: stored.head.id,
      })
    }
    const references = startReferenceCheck(db)
    for (const kind of RECORD_KINDS) {
      const writer = openRecordWriter(db, kind)
      const keyOf = recordKeyReader(kind)
      for (const value of recordsOf(dataset, kind)) {
        writer.insert(value)
        references.add({ kind, key: keyOf(value), before: null, after: value })
      }
    }
    references.end()
    begin(db, dataset, stamp)
  }).immediate()
}

/** Begins the history of a library that a database has from before there was one; does nothing when it has begun. */
export function recordExistingLibrary(db: WriteDb, stamp: Omit<BatchStamp, 'reason'>): void {
  if (readLastBatchId(db) > 0) return
  db.transaction(() => {
    const dataset = readDataset(db)
    if (dataset !== null) begin(db, dataset, { ...stamp, reason: '登记升级前已有的资源库' })
  }).immediate()
}

function begin(db: WriteDb, dataset: Dataset, { recordedAt, who, role, seat, reason }: BatchStamp): void {
  const digests = digestsOf(dataset)
  for (const [kind, { rows, digest }] of digests) saveDigest(db, kind, { rows, digest: hexOf(digest) })
  const version = libraryVersionOf(dataset, digests)
  const body = {
    ...{ batchId: 1, kind: 'initial' as const, recordedAt, who, role, seat, reason, undoes: null },
    ...{ changes: 0, changesHash: startChangesHash().end(), version, prevHash: CHAIN_START },
  }
  addBatch(db, { ...body, hash: batchHashOf(body) })
  saveLibraryHead(db, { head: dataset.head, roadsSchematic: dataset.roadsSchematic, version })
}
