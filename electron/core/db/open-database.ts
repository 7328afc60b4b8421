import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#shared/kernel/app-error.ts'
import { asReadDb, asWriteDb, type ReadDb, type WriteDb } from './db-types.ts'
import { damagedError, withFileErrors } from './file-errors.ts'
import { lockDatabase } from './file-lock.ts'
import { migrate, refuseNewer, versionOf } from './migrate.ts'
import { LATEST_VERSION, MIGRATIONS } from './migrations/all-migrations.ts'
import { setDatabaseAside, timeStamp } from './set-aside.ts'

/** Marks a file as a database of this console ("ECC1"), so that no other program's file is ever changed. */
const APPLICATION_ID = 0x45434331

/** An opened database that may be written, and what had to be done to open it. */
export interface OpenedDatabase {
  readonly db: WriteDb
  /** True when there was no database before. */
  readonly created: boolean
  /** Where a damaged database was moved to, or null. */
  readonly setAside: string | null
  /** Why it counted as damaged; empty otherwise. */
  readonly damage: string
  close(): void
}

/** How to open; `refuse` leaves a damaged file untouched and throws, for programs that were given the file by name. */
export interface OpenOptions {
  readonly nowMs: number
  readonly damaged: 'set-aside' | 'refuse'
}

/**
 * Opens (or makes) the database as its one writer: WAL, `synchronous = FULL` (an acknowledged entry survives a power
 * cut), foreign keys, quick check, migrations.
 *
 * @throws AppError `database-busy`, `database-newer`, `database-damaged` (only with `refuse`, or when the file is
 * another program's), `target-not-writable`.
 */
export function openDatabase(path: string, options: OpenOptions): OpenedDatabase {
  return withFileErrors(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    const lock = lockDatabase(path)
    try {
      const existed = existsSync(path)
      const damage = existed ? damageOf(path) : null
      if (damage !== null && options.damaged === 'refuse') throw damagedError(path, damage)
      const setAside = damage === null ? null : setDatabaseAside(path, options.nowMs)
      const connection = openConnection(path, options.nowMs)
      return {
        db: asWriteDb(connection),
        created: !existed || setAside !== null,
        setAside,
        damage: damage ?? '',
        close: () => {
          connection.close()
          lock.release()
        },
      }
    } catch (error) {
      lock.release()
      throw error
    }
  })
}

/**
 * Opens an existing database for reading only, beside a running console.
 *
 * @throws AppError `database-missing`, `database-damaged`, `database-newer`.
 */
export function openReadOnly(path: string): { db: ReadDb; close(): void } {
  if (!existsSync(path)) {
    throw new AppError('database-missing', `没有找到数据库文件：${path}；请检查路径，或先用 import 建立`, {
      path,
      value: path,
    })
  }
  return withFileErrors(path, () => {
    const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 })
    try {
      refuseForeignFile(connection, path)
      refuseNewer(connection, LATEST_VERSION)
      refuseOlder(connection, path)
      return { db: asReadDb(connection), close: () => connection.close() }
    } catch (error) {
      connection.close()
      throw error
    }
  })
}

/**
 * Opens a second connection that writes, for a long write on another thread of the program that holds the lock and has
 * opened the database already. Each write waits for the other connection's.
 */
export function openBesideWriter(path: string): { db: WriteDb; close(): void } {
  return withFileErrors(path, () => {
    const connection = new Database(path, { fileMustExist: true, timeout: 5000 })
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    return { db: asWriteDb(connection), close: () => connection.close() }
  })
}

/** A private database in memory with the newest shape: for rebuilding projections and for tests. */
export function openMemoryDatabase(): WriteDb {
  const connection = new Database(':memory:')
  migrate(connection, MIGRATIONS, () => undefined)
  connection.pragma('foreign_keys = ON')
  return asWriteDb(connection)
}

function openConnection(path: string, nowMs: number): Database.Database {
  const connection = new Database(path, { timeout: 5000 })
  try {
    refuseForeignFile(connection, path)
    refuseNewer(connection, LATEST_VERSION)
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('busy_timeout = 5000')
    migrate(connection, MIGRATIONS, (from) => {
      connection.prepare('VACUUM INTO ?').run(`${path}.v${from}-${timeStamp(nowMs)}.bak`)
    })
    connection.pragma('foreign_keys = ON')
    return connection
  } catch (error) {
    connection.close()
    // The statements are fixed: only a file whose shape is not that of its version makes one fail.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') throw damagedError(path, error.message)
    throw error
  }
}

/** What is wrong with a file, or null. A file that can be read is only judged by SQLite's own quick check. */
function damageOf(path: string): string | null {
  let connection: Database.Database | null = null
  try {
    connection = new Database(path, { fileMustExist: true, timeout: 5000 })
    const answer: unknown = connection.pragma('quick_check', { simple: true })
    return answer === 'ok' ? null : String(answer)
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return error.message
    // The text of a table no longer reads: damage, unless a newer program wrote what this one cannot know.
    const isNewer = connection !== null && versionOf(connection) > LATEST_VERSION
    if (error.code !== 'SQLITE_ERROR') throw error
    return isNewer ? null : error.message
  } finally {
    connection?.close()
  }
}

function refuseForeignFile(connection: Database.Database, path: string): void {
  const id: unknown = connection.pragma('application_id', { simple: true })
  const tables: unknown = connection.prepare('SELECT count(*) FROM sqlite_master').pluck().get()
  if (id === APPLICATION_ID || tables === 0) return
  throw new AppError('database-damaged', `这不是指挥台的数据库：${path}；未作任何改动，请检查路径`, { path, value: id })
}

/** A reader cannot bring an older database up to date. */
function refuseOlder(connection: Database.Database, path: string): void {
  const version = versionOf(connection)
  if (version === LATEST_VERSION) return
  throw new AppError(
    'database-damaged',
    `数据库版本是 ${version}，本程序需要 ${LATEST_VERSION}：${path}；请先用指挥台打开一次，完成升级`,
    { path, value: version },
  )
}
