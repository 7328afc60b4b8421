import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'

/** Below this many free bytes a failed write counts as a full disk, whatever the system called it. */
const NO_ROOM_BYTES = 1024 * 1024

/** The file is no database any more; nothing was changed. */
export function damagedError(path: string, damage: string): AppError {
  return new AppError('database-damaged', `数据库文件已损坏：${path}（${damage}）；未作任何改动，请换用备份`, {
    path,
    value: damage,
  })
}

/** Runs work on a database file; SQLite's and the file system's failures become errors an operator can act on. */
export function withFileErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asFileError(path, error)
  }
}

/**
 * Runs the first statements on an opened database. They are fixed: only a file whose shape is not that of its version, such
 * as one in which a bit of its table definitions turned, makes one fail as SQL.
 */
export function withShapeErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw codeOf(error) === 'SQLITE_ERROR' ? damagedError(path, String(error)) : asFileError(path, error)
  }
}

/** The operator's error behind a failure of SQLite or the file system; any other error stays as it is. */
export function asFileError(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damagedError(path, String(error))
  return asWriteFailure(path, error)
}

/**
 * The operator's error behind a write that the disk or another program refused; any other error stays as it is. Nothing of
 * such a write is kept: SQLite rolls it back.
 */
export function asWriteFailure(path: string, error: unknown): unknown {
  const code = codeOf(error)
  const where = { path, value: code, cause: error }
  if (/^SQLITE_BUSY/.test(code)) {
    return new AppError('database-busy', `数据库正忙：${path}；请稍候重试`, { path, cause: error })
  }
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code) || (/^SQLITE_(IOERR|CANTOPEN)/.test(code) && hasNoRoom(path))) {
    const text = `磁盘已满：${path}；本次操作没有执行，此前已确认的都在。请删除或移走这个磁盘上不需要的文件，然后重试`
    return new AppError('disk-full', text, where)
  }
  if (/^(SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EROFS)/.test(code)) {
    const text = `数据库所在位置只读或没有写入权限：${path}（${code}）；未作任何改动。请取消只读、检查文件夹权限，或把数据移到可写的磁盘`
    return new AppError('target-not-writable', text, where)
  }
  if (/^(SQLITE_(CANTOPEN|IOERR)|ENOTDIR|EEXIST|EISDIR)/.test(code)) {
    const text = `无法打开或写入数据库：${path}（${code}）；请检查文件夹权限和磁盘空间`
    return new AppError('target-not-writable', text, where)
  }
  return error
}

/** Free bytes of the disk a file is on or would be on; null where the system does not tell. */
export function freeBytesAt(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize
  } catch {
    return null // a folder that is not there: the failed open itself says so
  }
}

function hasNoRoom(path: string): boolean {
  const free = freeBytesAt(path)
  return free !== null && free < NO_ROOM_BYTES
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
