import { createHash } from 'node:crypto'
import { readdirSync, statSync, type Stats } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'
import { readBytes } from '../datasets/source-files.ts'

/** One file as it was when it was read. */
export interface FileMark {
  readonly path: string
  readonly name: string
  readonly sizeBytes: number
  readonly changedMs: number
  readonly sha256: string
}

/** Marks of every file behind a list of paths; a folder gives its files and those of `contingency_plans`. */
export function markFiles(paths: readonly string[]): FileMark[] {
  return paths.flatMap((path) => filesBehind(path).map((file) => markFile(file)))
}

/**
 * Refuses when a file is no longer the one that was checked.
 *
 * @throws AppError `file-missing` or `conflict`.
 */
export function refuseChangedFiles(marks: readonly FileMark[]): void {
  for (const mark of marks) {
    const now = statOf(mark.path)
    if (now.size === mark.sizeBytes && now.mtimeMs === mark.changedMs) continue
    if (now.size === mark.sizeBytes && markFile(mark.path).sha256 === mark.sha256) continue
    throw new AppError('conflict', `文件“${mark.name}”在核对后被改动，没有写入。请取消后重新导入，核对新的内容。`, {
      path: mark.path,
      value: mark.name,
    })
  }
}

function markFile(path: string): FileMark {
  const { size, mtimeMs } = statOf(path)
  const sha256 = createHash('sha256').update(readBytes(path)).digest('hex')
  return { path, name: basename(path), sizeBytes: size, changedMs: mtimeMs, sha256 }
}

function filesBehind(path: string): string[] {
  if (!statOf(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name)
      // What a link points to is read too, so it is watched too.
      if (entry.isFile() || entry.isSymbolicLink()) return entry.name.startsWith('.') ? [] : [inside]
      return entry.isDirectory() && entry.name === 'contingency_plans' ? filesBehind(inside) : []
    })
}

function statOf(path: string): Stats {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info === undefined)
    throw new AppError('file-missing', `文件“${path}”已不在原处，没有写入。请放回或重新选择文件。`, { path })
  return info
}
