import { inflateSync } from 'node:zlib'
import { AppError } from '#shared/kernel/app-error.ts'
import { bytesOf, readFields } from './wire-reader.ts'

/** An unpacked block of an OSM PBF file. */
export interface OsmBlock {
  readonly type: 'OSMHeader' | 'OSMData'
  readonly bytes: Uint8Array
}

/** Limits of the format: a block header is below 64 KiB, an unpacked block below 32 MiB. */
const MAX_HEADER_BYTES = 64 * 1024
const MAX_BLOCK_BYTES = 32 * 1024 * 1024
const FEATURES_READ = ['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays']

/**
 * Blocks of an OSM PBF file in order. A file that ends inside a block fails at once with `file-broken`; packings other
 * than zlib, and files that need what is not read, with `bad-input` and the remedy.
 */
export function* readBlocks(file: Uint8Array, name: string): Generator<OsmBlock> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = 0
  if (file.length === 0) throw broken(name, '文件为空')
  while (at < file.length) {
    if (at + 4 > file.length) throw truncated(name, at)
    const headerBytes = view.getUint32(at)
    at += 4
    if (headerBytes > MAX_HEADER_BYTES) throw broken(name, `第 ${at} 字节处不是 OSM PBF 的块头`)
    if (at + headerBytes > file.length) throw truncated(name, at)
    const header = readHeader(file.subarray(at, at + headerBytes), name)
    at += headerBytes
    if (at + header.dataBytes > file.length) throw truncated(name, at)
    const blob = file.subarray(at, at + header.dataBytes)
    at += header.dataBytes
    if (header.type !== 'OSMHeader' && header.type !== 'OSMData') continue // the format lets readers skip other blocks
    const bytes = guarded(name, () => unpack(blob, name))
    if (header.type === 'OSMHeader') refuseUnknownFeatures(bytes, name)
    yield { type: header.type, bytes }
  }
}

/** Runs a decoding step and turns its faults into `file-broken`. */
export function guarded<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw broken(name, error instanceof Error ? error.message : String(error), error)
  }
}

function readHeader(bytes: Uint8Array, name: string): { type: string; dataBytes: number } {
  return guarded(name, () => {
    const header = { type: '', dataBytes: -1 }
    for (const { field, value, bytes: text } of readFields(bytes)) {
      if (field === 1 && text !== null) header.type = new TextDecoder().decode(text)
      if (field === 3) header.dataBytes = value
    }
    if (header.dataBytes < 0) throw new RangeError('块头没有长度')
    return header
  })
}

function unpack(blob: Uint8Array, name: string): Uint8Array {
  for (const { field, bytes } of readFields(blob)) {
    if (bytes === null) continue
    if (field === 1) return bytes
    if (field === 3) return inflateSync(bytes, { maxOutputLength: MAX_BLOCK_BYTES })
    const packing = { 4: 'LZMA', 5: 'bzip2', 6: 'LZ4', 7: 'ZSTD' }[field]
    if (packing === undefined) continue
    throw new AppError(
      'bad-input',
      `“${name}”用 ${packing} 压缩，本版本只读 zlib 压缩或不压缩的 OSM PBF。请用 osmium cat -f pbf,pbf_compression=zlib 转换后重试。`,
      { path: name, value: packing },
    )
  }
  throw new RangeError('数据块是空的')
}

function refuseUnknownFeatures(header: Uint8Array, name: string): void {
  const features = guarded(name, () =>
    [...readFields(header)].flatMap(({ field, bytes }) =>
      field === 4 && bytes !== null ? [new TextDecoder().decode(bytes)] : [],
    ),
  )
  const unread = features.find((feature) => !FEATURES_READ.includes(feature))
  if (unread === undefined) return
  throw new AppError('bad-input', `“${name}”需要“${unread}”功能，本版本不支持。请导出不带历史的普通 OSM PBF 后重试。`, {
    path: name,
    value: unread,
  })
}

function truncated(name: string, at: number): AppError {
  return broken(name, `文件在第 ${at} 字节后的数据块中断，没有传完`)
}

function broken(name: string, reason: string, cause?: unknown): AppError {
  return new AppError('file-broken', `“${name}”已损坏：${reason}。请重新下载或复制整个文件后重试。`, {
    path: name,
    cause,
  })
}

/** The groups of entities of an unpacked data block. */
export function groupsOfBlock(block: Uint8Array): Uint8Array[] {
  return [...readFields(block)].flatMap(({ field, bytes }) => (field === 2 && bytes !== null ? [bytes] : []))
}

/** Coordinates that ways carry themselves (LocationsOnWays), by way id, in the block's own units. */
export function wayLocationsOf(block: Uint8Array): Map<number, { lat: Uint8Array; lon: Uint8Array }> {
  const locations = new Map<number, { lat: Uint8Array; lon: Uint8Array }>()
  for (const group of groupsOfBlock(block)) {
    for (const { field, bytes } of readFields(group)) {
      if (field !== 3 || bytes === null) continue
      const lat = bytesOf(bytes, 9)
      if (lat.length === 0) continue
      const id = [...readFields(bytes)].find((entry) => entry.field === 1)?.value ?? 0
      locations.set(id, { lat, lon: bytesOf(bytes, 10) })
    }
  }
  return locations
}
