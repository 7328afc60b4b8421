import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readDataset, readStoredLibrary } from '../db/repositories/dataset.repo.ts'

/** The library in use, read from the database once for each content. */
export interface LibrarySource {
  /** @throws AppError `dataset-missing` when none was imported. */
  current(): Dataset
}

/** Reads the library of a database and keeps it until its content changes. */
export function createLibrarySource(db: ReadDb): LibrarySource {
  let cached: { contentHash: string; dataset: Dataset } | null = null
  return {
    current: () => {
      const stored = readStoredLibrary(db)
      if (stored !== null && cached?.contentHash === stored.contentHash) return cached.dataset
      const dataset = stored === null ? null : readDataset(db)
      if (stored === null || dataset === null) {
        throw new AppError('dataset-missing', '数据库中还没有资源库；请用 import 导入数据集后重试', { path: 'dataset' })
      }
      cached = { contentHash: stored.contentHash, dataset }
      return dataset
    },
  }
}
