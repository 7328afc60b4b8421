import Database from 'better-sqlite3'
import { AppError } from '#shared/kernel/app-error.ts'

/** Held as long as one program owns a database; the operating system lets go of it when the program dies. */
export interface FileLock {
  release(): void
}

/**
 * Takes the lock of a database. It is an exclusive SQLite transaction on a small file beside the database: the same on
 * Windows and Linux, gone with its process, and no hindrance to programs that only read the database.
 *
 * @throws AppError `database-busy` when another program holds it.
 */
export function lockDatabase(databasePath: string): FileLock {
  const connection = new Database(`${databasePath}.lock`, { timeout: 0 })
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError(
        'database-busy',
        `数据库正被另一个程序使用：${databasePath}；请关闭另一个指挥台或命令行后重试`,
        { path: databasePath, cause: error },
      )
    }
    throw error
  }
  return {
    release: () => {
      connection.close()
    },
  }
}
