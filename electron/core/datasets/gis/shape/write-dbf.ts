import { CUT_MARK, DBF_TEXT_BYTES, type Sidecar } from './sidecar.ts'

/** A table for a `.dbf`: columns with their texts, row by row; null = unknown. */
export interface DbfTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

interface Column {
  readonly short: string
  readonly isNumber: boolean
  readonly bytes: number
  readonly decimals: number
  readonly cells: readonly string[]
}

const NAME_BYTES = 10
const NUMBER_BYTES = 20

/** Writes a `.dbf` in UTF-8, and what it cannot hold: whole column names, and texts beyond 254 bytes. */
export function writeDbf({ columns, rows }: DbfTable): {
  readonly dbf: Uint8Array
  readonly names: Sidecar['columns']
  readonly texts: Sidecar['texts']
} {
  const names = shortNames(columns)
  const texts: Sidecar['texts'] = []
  const written = columns.map((column, at): Column => {
    const short = names.get(column) ?? column
    const values = rows.map((row) => row[at] ?? null)
    const cells = values.map((value, record) => {
      const text = value === null ? '' : String(value)
      const cut = cutText(text)
      if (cut !== text) texts.push({ record, column: short, cut, text })
      return cut
    })
    const isNumber = values.every((value) => typeof value !== 'string') && cells.every(isPlainNumber)
    const decimals = isNumber ? Math.max(0, ...cells.map((cell) => (cell.split('.')[1] ?? '').length)) : 0
    // A number keeps its own text, so that 0.2 is not read back as 0.20.
    return { short, isNumber, bytes: Math.max(1, ...cells.map((cell) => Buffer.byteLength(cell))), decimals, cells }
  })
  const shorts = Object.fromEntries(columns.map((column) => [names.get(column) ?? column, column]))
  return { dbf: encode(written, rows.length), names: shorts, texts }
}

function isPlainNumber(text: string): boolean {
  return text === '' || (text.length <= NUMBER_BYTES && /^-?\d+(\.\d+)?$/.test(text))
}

/** Names of at most ten ASCII letters, all different: cut, and numbered where that makes two the same. */
function shortNames(columns: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const column of columns) {
    const plain = /^[\x21-\x7e]+$/.test(column) ? column.slice(0, NAME_BYTES) : 'field'
    let name = plain
    for (let number = 1; taken.has(name.toLowerCase()); number += 1) {
      name = `${plain.slice(0, NAME_BYTES - String(number).length)}${number}`
    }
    taken.add(name.toLowerCase())
    names.set(column, name)
  }
  return names
}

/** A text of at most 254 bytes of UTF-8; a cut one ends with a mark. */
function cutText(text: string): string {
  if (Buffer.byteLength(text) <= DBF_TEXT_BYTES) return text
  const room = DBF_TEXT_BYTES - Buffer.byteLength(CUT_MARK)
  let [bytes, end] = [0, 0]
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > room) break
    end += character.length
  }
  return `${text.slice(0, end)}${CUT_MARK}`
}

function encode(columns: readonly Column[], count: number): Uint8Array {
  const headerBytes = 32 + columns.length * 32 + 1
  const recordBytes = 1 + columns.reduce((sum, { bytes }) => sum + bytes, 0)
  const file = Buffer.alloc(headerBytes + count * recordBytes + 1, ' ')
  file.fill(0, 0, headerBytes)
  file[0] = 0x03 // dBase III without memo
  file.set([100, 1, 1], 1) // date of the last change: fixed, so that the bytes follow from the content alone
  file.writeUInt32LE(count, 4)
  file.writeUInt16LE(headerBytes, 8)
  file.writeUInt16LE(recordBytes, 10)
  columns.forEach(({ short, isNumber, bytes, decimals }, index) => {
    const at = 32 + index * 32
    file.write(short, at, 'latin1')
    file.write(isNumber ? 'N' : 'C', at + 11, 'latin1')
    file[at + 16] = bytes
    file[at + 17] = decimals
  })
  file[headerBytes - 1] = 0x0d
  let offset = 1
  for (const { cells, isNumber, bytes } of columns) {
    cells.forEach((cell, record) => {
      const at = headerBytes + record * recordBytes + offset
      file.write(isNumber ? cell.padStart(bytes) : cell, at, 'utf8')
    })
    offset += bytes
  }
  file[file.length - 1] = 0x1a
  return file
}
