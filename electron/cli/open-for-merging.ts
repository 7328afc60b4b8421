import { existsSync } from 'node:fs'
import { AppError } from '#shared/kernel/app-error.ts'
import { openDatabase } from '#electron/core/db/open-database.ts'
import { openJournal } from '#electron/core/replication/journal.ts'
import { openSeat } from '#electron/core/replication/open-seat.ts'
import type { MergingParts } from '#electron/core/services/bundles/hand-over.ts'

/**
 * Opens an existing database as its one writer, as the seat of this machine, and closes it after the work.
 *
 * @throws AppError `database-missing`, `database-busy` beside a running console, `database-damaged`.
 */
export function withMerging<T>(path: string, nowMs: () => number, work: (parts: MergingParts) => T): T {
  if (!existsSync(path)) {
    throw new AppError('database-missing', `没有找到数据库文件：${path}；请检查路径`, { path, value: path })
  }
  const { db, close } = openDatabase(path, { nowMs: nowMs(), damaged: 'refuse' })
  try {
    const { key, alarm } = openSeat(db, path, nowMs())
    if (alarm !== null) process.stderr.write(`${alarm}\n`)
    const logBug = (where: string, error: unknown): void => {
      process.stderr.write(`${where}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
    return work({ db, journal: openJournal({ db, key, databasePath: path, nowMs, logBug }), nowMs })
  } finally {
    close()
  }
}
