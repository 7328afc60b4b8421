import type { ImportNote } from '#shared/contract/imports.contract.ts'
import type { Cell } from '#shared/domain/dataset/cells.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { cellsOf } from '../../datasets/cells-of.ts'
import type { TableLine, TextTable } from '../../datasets/read-table.ts'
import { createNoteCounter, type NoteCounter } from './note-counter.ts'
import { halfWidth, readDate, readDegrees, readPhones, readPlace } from './read-cells.ts'
import { readQuantity, unitOfHeading } from './read-quantity.ts'

/** Column of a list that holds longitude and latitude in one cell. */
export const PLACE_CELL = 'lng,lat'

/** Heading under which further telephone numbers of a record are kept. */
export const OTHER_PHONES = '其他电话'

/** Columns whose signs are digits and letters only, beside numbers, dates and closed lists. */
const HALF_WIDTH: ReadonlySet<string> = new Set([
  'phone',
  'plate',
  'un',
  'code',
  'item_code',
  'person_phone',
  PLACE_CELL,
])

/** How one cell is read: its new text, having told the counter. */
type ReadCell = (text: string, line: number) => string

/** A table with its cells as the data set writes them; what is not understood stays for the row check to refuse. */
export function tidyCells(
  kind: TableName,
  headings: readonly string[],
  given: TextTable,
): { readonly table: TextTable; readonly notes: readonly ImportNote[] } {
  const notes = createNoteCounter()
  const known = new Map(cellsOf(kind))
  const readers = given.header.map((column, at) => readerOf(column, known.get(column), headings[at] ?? '', notes))
  const phoneAt = given.header.indexOf('phone')
  const placeAt = given.header.indexOf(PLACE_CELL)
  const others = new Map<number, string>()
  const lines = given.lines.map((line): TableLine => {
    let changed: string[] | null = null
    for (const [at, cell] of line.cells.entries()) {
      const read = readers[at]
      const text = cell.trim()
      if (read === undefined || read === null || text === '') continue
      const now = read(text, line.line)
      if (now !== text) (changed ??= [...line.cells])[at] = now
    }
    const cells = changed ?? line.cells
    const numbers = phoneAt < 0 ? null : readPhones((cells[phoneAt] ?? '').trim())
    if (numbers === null) return changed === null ? line : { ...line, cells }
    const [first = '', ...rest] = numbers
    others.set(line.line, rest.join('、'))
    notes.add('phones-split', 'phone', { line: line.line, from: line.cells[phoneAt] ?? '', to: first })
    return { ...line, cells: cells.map((cell, at) => (at === phoneAt ? first : cell)) }
  })
  const withPhones =
    others.size === 0 ? { ...given, lines } : withColumns({ ...given, lines }, [OTHER_PHONES], phonesOf)
  const table = placeAt < 0 ? withPhones : splitPlaces(withPhones, placeAt, notes)
  return { table, notes: notes.list() }

  function phonesOf({ line }: TableLine): string[] {
    return [others.get(line) ?? '']
  }
}

function readerOf(
  column: string,
  cell: Cell<unknown> | undefined,
  heading: string,
  notes: NoteCounter,
): ReadCell | null {
  const isNumber = cell !== undefined && cell.sqlType !== 'TEXT' && cell.choices === undefined
  const isDate = cell?.isDate === true || column === 'date'
  const isPlain = isNumber || isDate || cell?.choices !== undefined || HALF_WIDTH.has(column)
  if (!isPlain) return null
  const unit = unitOfHeading(heading)
  const isAngle = column === 'lng' || column === 'lat'
  return (text, line) => {
    const plain = halfWidth(text).trim()
    if (plain !== text) notes.add('half-width', column, { line, from: text, to: plain })
    const told = (code: ImportNote['code'], to: string): string => {
      if (to !== plain) notes.add(code, column, { line, from: text, to })
      return to
    }
    if ((isNumber || isDate) && cell?.required !== true && BLANK.test(plain)) return told('blank-mark', '')
    if (isDate) return told('date-read', readDate(plain) ?? plain)
    if (isAngle) return told('degrees-read', readDegrees(plain) ?? plain)
    if (!isNumber) return plain
    const quantity = readQuantity(column, plain, unit)
    if (quantity === null) return plain
    return told(quantity.change === 'converted' ? 'unit-converted' : 'unit-dropped', quantity.text)
  }
}

/** What people write into a cell they have nothing for; never 0. */
const BLANK = /^(\/|-{1,2}|—{1,2}|无|暂无|不详|未知|n\/a)$/i

function splitPlaces(table: TextTable, placeAt: number, notes: NoteCounter): TextTable {
  const names = ['lng', 'lat'].filter((column) => !table.header.includes(column))
  const split = withColumns(table, names, ({ cells, line }) => {
    const text = (cells[placeAt] ?? '').trim()
    const place = text === '' ? null : readPlace(text)
    if (place === null) return names.map(() => text)
    notes.add(place.isSwapped ? 'place-swapped' : 'place-split', PLACE_CELL, {
      ...{ line, from: text, to: `${place.lng}, ${place.lat}` },
    })
    return names.map((column) => (column === 'lng' ? place.lng : place.lat))
  })
  const without = (cells: readonly string[]): string[] => cells.filter((_, at) => at !== placeAt)
  return {
    ...split,
    header: without(split.header),
    lines: split.lines.map((line) => ({ ...line, cells: without(line.cells) })),
  }
}

/** Columns behind those of the table; what a line has too much stays behind everything. */
function withColumns(
  { header, headerLine, lines }: TextTable,
  names: readonly string[],
  cellsFor: (line: TableLine) => readonly string[],
): TextTable {
  const width = header.length
  return {
    header: [...header, ...names],
    headerLine,
    lines: lines.map((line) => {
      const gap = Array.from({ length: Math.max(0, width - line.cells.length) }, () => '')
      const added = cellsFor(line).slice(0, names.length)
      return { ...line, cells: [...line.cells.slice(0, width), ...gap, ...added, ...line.cells.slice(width)] }
    }),
  }
}
