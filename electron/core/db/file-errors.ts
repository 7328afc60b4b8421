import { AppError } from '#shared/kernel/app-error.ts'

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

/** The operator's error behind a failure of SQLite or the file system; any other error stays as it is. */
export function asFileError(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^SQLITE_BUSY/.test(code)) {
    return new AppError('database-busy', `数据库正忙：${path}；请稍候重试`, { path, cause: error })
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damagedError(path, String(error))
  if (/^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR|PERM)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST|EISDIR)/.test(code)) {
    return new AppError('target-not-writable', `无法打开或写入数据库：${path}（${code}）；请检查文件夹权限和磁盘空间`, {
      path,
      value: code,
      cause: error,
    })
  }
  return error
}
