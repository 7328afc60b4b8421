import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'
import { MAX_FILE_BYTES, type Bundle } from './bundle-shape.ts'
import { readBundle } from './read-bundle.ts'

/** Reads and proves a bundle file. @throws AppError `file-missing`, `file-unreadable`, `file-broken`, `file-too-large`, `bundle-newer`. */
export function readBundleFile(path: string): Bundle {
  return readBundle(bytesOf(path), basename(path))
}

function bytesOf(path: string): Uint8Array {
  try {
    // Looked at before it is read: a stick may hold anything under this name.
    if (statSync(path).size > MAX_FILE_BYTES) {
      throw new AppError('file-too-large', `“${path}”过大，不像指挥台导出的合并文件。没有写入任何内容`, { path })
    }
    return readFileSync(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new AppError(
      isMissing ? 'file-missing' : 'file-unreadable',
      isMissing ? `没有找到文件“${path}”；请检查路径或U盘` : `读不出文件“${path}”；请重新插拔U盘或重新拷贝`,
      { path, cause: error },
    )
  }
}

/** Writes a bundle whole or not at all, down to the stick: it may be pulled out right after. @throws AppError `target-not-writable`. */
export function writeBundleFile(path: string, bytes: Uint8Array): void {
  const partial = `${path}.partial`
  try {
    const file = openSync(partial, 'w')
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new AppError('target-not-writable', `写不进“${path}”，没有留下文件；请换一个位置，或检查空间和写权限`, {
      path,
      cause: error,
    })
  }
}
