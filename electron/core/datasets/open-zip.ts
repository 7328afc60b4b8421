import { unzipSync, type UnzipFileInfo } from 'fflate'
import { AppError } from '#shared/kernel/app-error.ts'
import type { SourceFile } from './source-files.ts'

/** Most that a zip may unpack to, bytes; a larger one is refused before anything is unpacked. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024
const MAX_MEMBERS = 1000

/**
 * Members of a zip whose files stand at its root or in one folder. The sizes of its directory are checked before
 * unpacking; `unpacked` counts on over several zips. Throws `file-too-large` or `file-broken`.
 */
export function openZip(
  bytes: Uint8Array,
  file: string,
  maxBytes: number = MAX_UNPACKED_BYTES,
  unpacked: { bytes: number } = { bytes: 0 },
): SourceFile[] {
  let members = 0
  const filter = (member: UnzipFileInfo): boolean => {
    unpacked.bytes += member.originalSize
    members += 1
    if (unpacked.bytes > maxBytes || members > MAX_MEMBERS) {
      throw new AppError(
        'file-too-large',
        `压缩包“${file}”解开后过大（上限 ${Math.round(maxBytes / 1024 / 1024)} MB、${MAX_MEMBERS} 个文件）。请拆分后重试。`,
        { path: file },
      )
    }
    return !member.name.endsWith('/')
  }
  try {
    return Object.entries(unzipSync(bytes, { filter }))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([path]) => !path.startsWith('__MACOSX/'))
      .map(([path, content]) => ({ name: nameInside(path), bytes: () => content }))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file-broken', `压缩包“${file}”已损坏或不是 zip。请重新打包后重试。`, {
      path: file,
      cause: error,
    })
  }
}

function nameInside(path: string): string {
  const parts = path.split('/')
  return parts.slice(parts.at(-2) === 'contingency_plans' ? -2 : -1).join('/')
}
