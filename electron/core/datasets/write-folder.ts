import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'

/**
 * Writes files into a new folder, all or none: they are written beside it and the folder takes its name when whole. A
 * folder with anything in it is not touched. Throws `target-not-writable`.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const target = resolve(folder)
  refuseOccupied(target, folder)
  const partial = join(dirname(target), `.${basename(target)}.partial-${process.pid}`)
  try {
    writeFiles(partial, files)
    if (existsSync(target)) rmdirSync(target)
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new AppError(
      'target-not-writable',
      `写不进“${folder}”（${reason}）。请检查写入权限和磁盘空间，或换一个文件夹。`,
      {
        path: folder,
        value: reason,
        cause: error,
      },
    )
  }
}

/** Writes files into a folder that is made for them. `watch` is told each name before and may throw. */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  watch: (name: string) => void = () => undefined,
): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of files) {
    watch(name)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content, { flush: true })
  }
}

/** Refuses a folder with anything in it. @throws AppError `target-not-writable`. */
export function refuseOccupied(target: string, folder: string): void {
  let entries: string[]
  try {
    entries = existsSync(target) ? readdirSync(target) : []
  } catch (error) {
    throw new AppError('target-not-writable', `“${folder}”不是可用的文件夹。请换一个文件夹。`, {
      path: folder,
      cause: error,
    })
  }
  if (entries.length === 0) return
  throw new AppError(
    'target-not-writable',
    `文件夹“${folder}”里已有 ${entries.length} 个文件，不会覆盖。请换一个空文件夹。`,
    {
      path: folder,
      value: entries.length,
    },
  )
}
