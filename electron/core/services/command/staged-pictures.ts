import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { PICTURE_MAX_BYTES, type PictureType } from '#shared/domain/command/note.ts'

/** A picture that was read and is not kept yet. */
export interface StagedPicture {
  readonly hash: string
  readonly name: string
  readonly mime: PictureType
  readonly bytes: Buffer
}

/** Pictures read from files, in memory until a note names them. */
export interface StagedPictures {
  /** Reads files; each is a picture or says why it is not taken. */
  readonly read: (paths: readonly string[]) => Promise<(StagedPicture | RefusedPicture)[]>
  readonly find: (hash: string) => StagedPicture | null
}

/** A file that is not taken, with the remedy. */
export interface RefusedPicture {
  readonly name: string
  readonly message: string
}

/** Pictures held at most: a note has few, and a forgotten one must not fill the memory. */
const HELD = 40

/** Holds the newest pictures that were read. */
export function createStagedPictures(): StagedPictures {
  const held = new Map<string, StagedPicture>()
  const keep = (picture: StagedPicture): StagedPicture => {
    held.delete(picture.hash)
    held.set(picture.hash, picture)
    for (const old of [...held.keys()].slice(0, -HELD)) held.delete(old)
    return picture
  }
  return {
    find: (hash) => held.get(hash) ?? null,
    read: async (paths) => {
      const read: (StagedPicture | RefusedPicture)[] = []
      // One after the other: twenty pictures of 20 MB at once would not fit beside a plan under way.
      for (const path of paths) {
        const picture = await readPicture(path)
        read.push('hash' in picture ? keep(picture) : picture)
      }
      return read
    },
  }
}

async function readPicture(path: string): Promise<StagedPicture | RefusedPicture> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > PICTURE_MAX_BYTES) {
      const megabytes = Math.ceil(size / 1024 / 1024)
      return { name, message: `${name} 有 ${megabytes} MB，超过 20 MB；请缩小或截取后再添加` }
    }
    const bytes = await readFile(path)
    const mime = typeOf(bytes)
    if (mime === null) return { name, message: refusalOf(name, bytes) }
    return { hash: createHash('sha256').update(bytes).digest('hex'), name, mime, bytes }
  } catch {
    return { name, message: `${name} 读不出来；请检查文件是否还在、是否被占用，然后重新选择` }
  }
}

/** The kind of picture by its first bytes, whatever the file is called. */
function typeOf(bytes: Buffer): PictureType | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png'
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? 'image/webp' : null
}

function refusalOf(name: string, bytes: Buffer): string {
  const isFilm =
    bytes.toString('latin1', 4, 8) === 'ftyp' || bytes.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))
  if (isFilm) return `${name} 是视频，不能添加；请在播放器中截图，把截图添加进来`
  return `${name} 不是 JPEG、PNG 或 WebP 图片；请转换格式后再添加`
}
