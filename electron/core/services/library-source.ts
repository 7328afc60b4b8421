import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readDataset, readStoredLibrary } from '../db/repositories/dataset.repo.ts'
import { findBatch, readChangesAfter, readLastBatch } from '../db/repositories/library-history.repo.ts'
import { followDataset } from '../keeping/follow-dataset.ts'

/** The library in use, read from the database once and followed from change to change. */
export interface LibrarySource {
  /** @throws AppError `dataset-missing` when none was imported. */
  current(): Dataset
}

interface Followed {
  readonly batchId: number
  /** Hash of the batch, so that one that was rolled back is not taken for the one made in its place. */
  readonly hash: string
  readonly dataset: Dataset
}

/**
 * Reads the library of a database and keeps it. After a change only the lists with a changed record are made again; all
 * others stay the very same.
 */
export function createLibrarySource(db: ReadDb): LibrarySource {
  let cached: Followed | null = null
  return {
    current: () => {
      const last = readLastBatch(db)
      if (cached !== null && cached.hash === last?.hash) return cached.dataset
      const dataset = follow(db, cached) ?? readDataset(db)
      if (dataset === null) {
        throw new AppError('dataset-missing', '数据库中还没有资源库；请用 import 导入数据集后重试', { path: 'dataset' })
      }
      // A library without a history is read anew each time, until the writer begins one.
      cached = last === null ? null : { batchId: last.batchId, hash: last.hash, dataset }
      return dataset
    },
  }
}

function follow(db: ReadDb, base: Followed | null): Dataset | null {
  if (base === null || findBatch(db, base.batchId)?.hash !== base.hash) return null
  const stored = readStoredLibrary(db)
  return stored === null ? null : followDataset(base.dataset, readChangesAfter(db, base.batchId), stored)
}
