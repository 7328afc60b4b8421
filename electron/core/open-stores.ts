import { join } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'
import { loadDatasetFolder } from './datasets/load-dataset.ts'
import type { WriteDb } from './db/db-types.ts'
import { withFileErrors } from './db/file-errors.ts'
import { openDatabase, type OpenedDatabase } from './db/open-database.ts'
import { readStoredLibrary } from './db/repositories/dataset.repo.ts'
import type { Ballast } from './health/ballast.ts'
import { readRunningMark } from './health/running-mark.ts'
import { recordExistingLibrary, writeInitialLibrary } from './keeping/write-initial-library.ts'
import { seedPlanLibrary } from './planning/seed-plan-library.ts'
import { openSeat, type OpenedSeat } from './replication/open-seat.ts'
import { wallTimeOf } from './replication/wall-time.ts'

/** The data set that a new database starts with. */
const EMBEDDED_DATASET = 'beilun'

/** Everything the console keeps, opened, and what had to be done for it. */
export interface OpenedStores extends OpenedSeat {
  readonly opened: OpenedDatabase
  /** Name of the embedded data set when it was imported. */
  readonly imported: string | null
  /** Names of the contingency plans that were added as drafts. */
  readonly planDrafts: readonly string[]
  /** When the last run began if it did not end by itself; null when it did. */
  readonly interrupted: string | null
  /** Bytes that had to be freed because the disk was full; null when it was not. */
  readonly freedBytes: number | null
}

/**
 * Opens the database and this machine's seat, and fills a new database. On a full disk the ballast is given up and all is
 * tried once more.
 *
 * @throws AppError as `openDatabase` does, or `disk-full`.
 */
export function openStores(
  core: { readonly databasePath: string; readonly resourcesFolder: string; readonly clock: () => number },
  ballast: Ballast | null,
): OpenedStores {
  try {
    return { ...openOnce(core), freedBytes: null }
  } catch (error) {
    const freedBytes = error instanceof AppError && error.code === 'disk-full' ? (ballast?.release() ?? 0) : 0
    if (freedBytes === 0) throw error
    return { ...openOnce(core), freedBytes }
  }
}

function openOnce(core: Parameters<typeof openStores>[0]): Omit<OpenedStores, 'freedBytes'> {
  const { databasePath, resourcesFolder, clock } = core
  const interrupted = readRunningMark(databasePath)
  const opened = openDatabase(databasePath, { nowMs: clock(), damaged: 'set-aside' })
  try {
    const { db } = opened
    return withFileErrors(databasePath, () => {
      const imported = importEmbedded(db, resourcesFolder, wallTimeOf(clock()))
      const seeded = seedPlanLibrary(db, join(resourcesFolder, 'contingency-plans'), wallTimeOf(clock()))
      const seat = openSeat(db, databasePath, clock())
      return { ...seat, opened, imported, planDrafts: seeded.drafts, interrupted }
    })
  } catch (error) {
    opened.close()
    throw error
  }
}

/**
 * A database without a library gets the embedded one; its name, or null when there was one already. A library from
 * before there was a history gets the beginning of one.
 */
function importEmbedded(db: WriteDb, resourcesFolder: string, recordedAt: string): string | null {
  const stamp = { recordedAt, who: '程序', role: 'program', seat: '' }
  if (readStoredLibrary(db) !== null) {
    recordExistingLibrary(db, stamp)
    return null
  }
  const { dataset } = loadDatasetFolder(join(resourcesFolder, 'datasets', EMBEDDED_DATASET))
  writeInitialLibrary(db, dataset, { ...stamp, reason: '首次启动，载入内置数据' })
  return dataset.head.name
}
