import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readDataset, readStoredLibrary } from '../db/repositories/dataset.repo.ts'
import { readChangesAfter, readLastBatchId } from '../db/repositories/library-history.repo.ts'
import { followDataset } from '../keeping/follow-dataset.ts'

/** The library in use, read from the database once and followed from change to change. */
export interface LibrarySource {
  /** @throws AppError `dataset-missing` when none was imported. */
  current(): Dataset
}

/**
 * Reads the library of a database and keeps it. After a change only the lists with a changed record are made again; all
 * others stay the very same.
 */
export function createLibrarySource(db: ReadDb): LibrarySource {
  let cached: { readonly batchId: number; readonly dataset: Dataset } | null = null
  return {
    current: () => {
      const batchId = readLastBatchId(db)
      if (cached !== null && cached.batchId === batchId) return cached.dataset
      const stored = readStoredLibrary(db)
      // The first batch has no changes of its own: what came with it is read from the tables.
      const base = cached !== null && cached.batchId > 0 ? cached : null
      const dataset =
        stored === null || base === null
          ? readDataset(db)
          : followDataset(base.dataset, readChangesAfter(db, base.batchId), stored)
      if (dataset === null) {
        throw new AppError('dataset-missing', '数据库中还没有资源库；请用 import 导入数据集后重试', { path: 'dataset' })
      }
      cached = { batchId, dataset }
      return dataset
    },
  }
}
