import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { recordOfText } from '#shared/domain/dataset/record-text.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readDataset, readStoredLibrary } from '../db/repositories/dataset.repo.ts'
import {
  findBatch,
  readChangesAfter,
  readLastBatch,
  readSomeChanges,
  type PlacedChange,
} from '../db/repositories/library-history.repo.ts'
import { followDataset, type ReadRecord } from '../keeping/follow-dataset.ts'

/** The library in use, read from the database once and followed from change to change. */
export interface LibrarySource {
  /** @throws AppError `dataset-missing` when none was imported. */
  current(): Dataset
  /**
   * Waits for a write on another thread and takes it over in slices with rests between them, so that nobody waits for
   * it; from now until this is settled `current` answers as before. Meanwhile nobody else may change the library.
   */
  follow(writing: Promise<unknown>): Promise<void>
}

/** Changes that are read in one slice: some ten milliseconds. */
const SLICE = 1000

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
  let isFollowing = false
  return {
    follow: async (writing) => {
      if (isFollowing || cached === null) return
      isFollowing = true
      try {
        await writing
        const last = readLastBatch(db)
        if (last === null || findBatch(db, cached.batchId)?.hash !== cached.hash) return
        const dataset = await followInSlices(db, cached, last.batchId)
        if (dataset !== null) cached = { batchId: last.batchId, hash: last.hash, dataset }
      } finally {
        isFollowing = false
      }
    },
    current: () => {
      if (isFollowing && cached !== null) return cached.dataset
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

/** As `follow`; the records, which take longest, are read a slice at a time. */
async function followInSlices(db: ReadDb, base: Followed, lastBatchId: number): Promise<Dataset | null> {
  const changes: PlacedChange[] = []
  const records = new Map<string, object>()
  for (let batchId = base.batchId + 1; batchId <= lastBatchId; batchId += 1) {
    for (let after = 0; ;) {
      const slice = readSomeChanges(db, batchId, { after, limit: SLICE })
      for (const { kind, after: text } of slice) {
        if (kind !== 'head' && text !== null) records.set(`${kind} ${text}`, recordOfText(kind, text))
      }
      changes.push(...slice)
      after += slice.length
      if (slice.length < SLICE) break
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const stored = readStoredLibrary(db)
  const read: ReadRecord = (kind, text) => records.get(`${kind} ${text}`) ?? recordOfText(kind, text)
  return stored === null ? null : followDataset(base.dataset, changes, stored, read)
}
