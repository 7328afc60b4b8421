import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

/** One file of an archive. `mode` holds the Unix permission and type bits, 0 when the archive has none. */
export interface ZipEntry {
  readonly name: string
  readonly mode: number
  readonly method: number
  readonly crc: number
  readonly compressedBytes: number
  readonly bytes: number
  readonly headerOffset: number
}

// Numbers of the ZIP file format, PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ZIP64_MARK = 0xffffffff
const STORED = 0
const DEFLATED = 8
const TYPE_MASK = 0o170000
const SYMLINK_TYPE = 0o120000

/** Reads the list of files of a ZIP archive (no ZIP64, no encryption). Throws on a broken archive. */
export async function readZipEntries(zipPath: string): Promise<readonly ZipEntry[]> {
  const file = await open(zipPath)
  try {
    const { size } = await file.stat()
    const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT)
    const tail = Buffer.alloc(tailBytes)
    await file.read(tail, 0, tailBytes, size - tailBytes)
    const end = findEnd(tail, zipPath)
    const directoryBytes = tail.readUInt32LE(end + 12)
    const directoryOffset = tail.readUInt32LE(end + 16)
    if (directoryOffset === ZIP64_MARK || directoryOffset + directoryBytes > size) {
      throw new Error(`${zipPath}: unsupported or truncated archive`)
    }
    const directory = Buffer.alloc(directoryBytes)
    await file.read(directory, 0, directoryBytes, directoryOffset)
    return parseDirectory(directory, zipPath)
  } finally {
    await file.close()
  }
}

/** Unpacks one file to `target`, with its permissions, and checks its length and CRC-32. */
export async function extractZipEntry(zipPath: string, entry: ZipEntry, target: string): Promise<void> {
  if ((entry.mode & TYPE_MASK) === SYMLINK_TYPE) throw new Error(`${zipPath}: ${entry.name} is a symbolic link`)
  await mkdir(dirname(target), { recursive: true })
  const start = await findData(zipPath, entry)
  const source =
    entry.compressedBytes > 0
      ? createReadStream(zipPath, { start, end: start + entry.compressedBytes - 1 })
      : Readable.from([])
  const unpack = entry.method === DEFLATED ? [createInflateRaw()] : []
  const check = new ContentCheck()
  await pipeline([source, ...unpack, check, createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 })])
  if (check.crc !== entry.crc || check.bytes !== entry.bytes) throw new Error(`${zipPath}: ${entry.name} is damaged`)
}

/** Path of an entry below `folder`; throws when the entry's name would lead out of it. */
export function pathInside(folder: string, name: string): string {
  const path = normalize(join(folder, name))
  if (!path.startsWith(normalize(folder) + sep)) throw new Error(`archive entry leaves its folder: ${name}`)
  return path
}

class ContentCheck extends Transform {
  crc = 0
  bytes = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, data: Buffer) => void): void {
    this.crc = crc32(chunk, this.crc)
    this.bytes += chunk.length
    done(null, chunk)
  }
}

function findEnd(tail: Buffer, zipPath: string): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new Error(`${zipPath}: not a ZIP archive`)
}

function parseDirectory(directory: Buffer, zipPath: string): readonly ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (at < directory.length) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error(`${zipPath}: broken directory`)
    const nameBytes = directory.readUInt16LE(at + 28)
    const entry: ZipEntry = {
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    }
    if (entry.method !== STORED && entry.method !== DEFLATED)
      throw new Error(`${zipPath}: ${entry.name}: unknown method`)
    entries.push(entry)
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The local header's own lengths decide where the data begins: they may differ from the directory's. */
async function findData(zipPath: string, entry: ZipEntry): Promise<number> {
  const file = await open(zipPath)
  try {
    const header = Buffer.alloc(30)
    await file.read(header, 0, 30, entry.headerOffset)
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
