import { rename, writeFile } from 'node:fs/promises'
import { AppError } from '#shared/kernel/app-error.ts'

/** Writes a file whole or not at all: a half-written one must not be handed out. @throws AppError `target-not-writable`. */
export async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  const temporary = `${path}.new`
  try {
    await writeFile(temporary, content)
    await rename(temporary, path)
  } catch (error) {
    throw new AppError('target-not-writable', `写不了“${path}”；请换一个文件夹，或检查磁盘空间和写权限`, {
      path,
      cause: error,
    })
  }
}

/** A file name that Windows and Linux both take. */
export function plainFileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, ' ').trim()
}
