import iconv from 'iconv-lite'
import { MAX_FEATURES, plainNumberText } from '../feature-layer.ts'
import { AppError } from '#shared/kernel/app-error.ts'

/** Most columns a `.dbf` has, and most bytes of one record (dBase and ESRI limits). */
const MAX_COLUMNS = 255
const MAX_RECORD_BYTES = 65_535

interface Field {
  readonly name: string
  readonly type: string
  readonly at: number
  readonly bytes: number
}

/**
 * Rows of a `.dbf` as texts by column name; null for a record marked as deleted. Numbers and dates stay the texts that
 * are stored, so that leading zeros and unknown values are kept. Throws `file-broken` when the sizes that the header
 * declares are not those of the file.
 */
export function readDbf(bytes: Uint8Array, encoding: string, file: string): (Record<string, string> | null)[] {
  if (bytes.length < 33) throw brokenDbf(file, '文件太短')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(4, true)
  const headerBytes = view.getUint16(8, true)
  const recordBytes = view.getUint16(10, true)
  if (headerBytes < 33 || headerBytes > bytes.length) throw brokenDbf(file, '表头长度不对')
  if (recordBytes < 1 || recordBytes > MAX_RECORD_BYTES) throw brokenDbf(file, '记录长度不对')
  if (headerBytes + count * recordBytes > bytes.length) {
    const held = Math.floor((bytes.length - headerBytes) / recordBytes)
    throw brokenDbf(file, `表头写明 ${count} 条记录，实际只有 ${held} 条，文件没有传完`)
  }
  if (count > MAX_FEATURES) {
    throw new AppError('file-too-large', `“${file}”有 ${count} 条记录，上限 ${MAX_FEATURES}。请按区域拆分后重试。`, {
      path: file,
    })
  }
  const fields = fieldsOf(bytes, { headerBytes, recordBytes, encoding, file })
  return Array.from({ length: count }, (_, index) => {
    const start = headerBytes + index * recordBytes
    if (bytes[start] === DELETED) return null
    const cells = fields.map(({ name, type, at, bytes: length }) => {
      const raw = bytes.subarray(start + at, start + at + length)
      return [name, cellText(raw, type, encoding)] as const
    })
    return Object.fromEntries(cells)
  })
}

const DELETED = 0x2a // *
const HEADER_END = 0x0d

function fieldsOf(
  bytes: Uint8Array,
  given: {
    readonly headerBytes: number
    readonly recordBytes: number
    readonly encoding: string
    readonly file: string
  },
): Field[] {
  const { headerBytes, recordBytes, encoding, file } = given
  const fields: Field[] = []
  let at = 1 // the first byte of a record says whether it is deleted
  for (let start = 32; start + 32 <= headerBytes && bytes[start] !== HEADER_END; start += 32) {
    const end = bytes.subarray(start, start + 11).indexOf(0)
    const name = decode(bytes.subarray(start, start + (end === -1 ? 11 : end)), encoding).trim()
    const length = bytes[start + 16] ?? 0
    if (length === 0 || name === '') throw brokenDbf(file, '列定义不完整')
    fields.push({ name, type: String.fromCharCode(bytes[start + 11] ?? 0), at, bytes: length })
    at += length
  }
  if (fields.length === 0 || fields.length > MAX_COLUMNS || at > recordBytes)
    throw brokenDbf(file, '列定义与记录长度不符')
  return fields
}

function cellText(raw: Uint8Array, type: string, encoding: string): string {
  const text = decode(raw, encoding).replaceAll('\u0000', '').trim()
  if (type === 'N' || type === 'F') return numberText(text)
  if (type === 'L') return /^[yt]$/i.test(text) ? '1' : /^[nf]$/i.test(text) ? '0' : ''
  if (type === 'D') return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return text
}

/** Stars stand for a number that did not fit; an exponent (ESRI float columns) is written out. */
function numberText(text: string): string {
  if (/^\*+$/.test(text)) return ''
  return /^[+-]?\d+(\.\d*)?e[+-]?\d+$/i.test(text) ? plainNumberText(Number(text)) : text
}

function decode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

/**
 * Encoding of a `.dbf`: what its `.cpg` names, else UTF-8 when all of it is that, else GB18030, which Chinese GIS
 * programs write without saying so. Throws `file-broken` for a `.cpg` that names no known encoding.
 */
export function encodingOfDbf(bytes: Uint8Array, cpg: string | null, file: string): string {
  const named = cpg?.trim() ?? ''
  if (named !== '') {
    const name = /^\d+$/.test(named) ? (CODE_PAGES[named] ?? `cp${named}`) : named
    if (iconv.encodingExists(name)) return name
    throw brokenDbf(file, `.cpg 写的编码“${named.slice(0, 40)}”不认识`)
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(32))
    return 'utf8'
  } catch {
    return 'gb18030' // not UTF-8: what is left to Chinese programs
  }
}

const CODE_PAGES: Readonly<Record<string, string>> = { '936': 'gb18030', '54936': 'gb18030', '65001': 'utf8' }

function brokenDbf(file: string, reason: string): AppError {
  return new AppError('file-broken', `“${file}”的属性表（.dbf）已损坏：${reason}。请重新导出整套 Shapefile 后重试。`, {
    path: file,
  })
}
