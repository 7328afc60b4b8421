import { brotliDecompressSync } from 'node:zlib'

/** Tags of WOFF2 directory entries that are written as a number (WOFF 2.0, section 4.1); the character map is the first. */
const CHARACTER_MAP = 0
const TRANSFORMED_BY_DEFAULT: ReadonlySet<number> = new Set([10, 11]) // glyf and loca
const OWN_TAG = 63

/** Code points a WOFF2 font has a glyph for, read from its character map. */
export function coverageOf(file: Buffer): Set<number> {
  const tables = file.readUInt16BE(12)
  const compressedSize = file.readUInt32BE(20)
  const reader = { at: 48 }
  let offset = 0
  let map: { start: number; length: number } | null = null
  for (let index = 0; index < tables; index += 1) {
    const flags = file.readUInt8(reader.at)
    reader.at += 1
    const tag = flags & 0x3f
    const version = flags >> 6
    if (tag === OWN_TAG) reader.at += 4
    const original = readBase128(file, reader)
    const transformed = TRANSFORMED_BY_DEFAULT.has(tag) ? version === 0 : version !== 0
    const length = transformed ? readBase128(file, reader) : original
    if (tag === CHARACTER_MAP) map = { start: offset, length }
    offset += length
  }
  if (map === null) throw new Error('the font has no character map')
  const data = brotliDecompressSync(file.subarray(reader.at, reader.at + compressedSize))
  return readCharacterMap(data.subarray(map.start, map.start + map.length))
}

function readBase128(file: Buffer, reader: { at: number }): number {
  let value = 0
  for (let count = 0; count < 5; count += 1) {
    const byte = file.readUInt8(reader.at)
    reader.at += 1
    value = value * 128 + (byte & 0x7f)
    if ((byte & 0x80) === 0) return value
  }
  throw new Error('a length of the font is longer than five bytes')
}

/** Unicode subtables in the two formats fonts of today use: 4 (two bytes) and 12 (four bytes). */
function readCharacterMap(map: Buffer): Set<number> {
  const points = new Set<number>()
  for (let index = 0; index < map.readUInt16BE(2); index += 1) {
    const table = map.subarray(map.readUInt32BE(4 + index * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) addSegments(table, points)
    if (format === 12) addGroups(table, points)
  }
  return points
}

function addSegments(table: Buffer, points: Set<number>): void {
  const double = table.readUInt16BE(6)
  for (let at = 0; at < double; at += 2) {
    const end = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + double + at)
    const delta = table.readUInt16BE(16 + 2 * double + at)
    const rangeAt = 16 + 3 * double + at
    const range = table.readUInt16BE(rangeAt)
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const raw = range === 0 ? point : table.readUInt16BE(rangeAt + range + (point - start) * 2)
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) points.add(point)
    }
  }
}

function addGroups(table: Buffer, points: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12
    for (let point = table.readUInt32BE(at); point <= table.readUInt32BE(at + 4); point += 1) points.add(point)
  }
}
