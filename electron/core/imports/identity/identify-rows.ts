import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { RowProblem } from '../../datasets/import-report.ts'
import type { TableLine, TextTable } from '../../datasets/read-table.ts'
import { findRecord } from './find-record.ts'
import { numberColumnOf } from './identity-rules.ts'
import type { RecordIndex } from './record-index.ts'
import { PERSON_PHONE, referencesOf, resolveReference } from './resolve-references.ts'

/** A table whose rows have numbers, and by what each of them was found that had none. */
export interface IdentifiedTable {
  readonly table: TextTable
  /** By line; lines that say their numbers themselves are not in it. */
  readonly basis: ReadonlyMap<number, string>
}

/** What rows are matched with. */
export interface IdentityParts {
  /** Records of the library and of the rows gone through so far; rows of this table are added to their own. */
  readonly indexOf: (kind: TableName) => RecordIndex
  /** Answers a number that no record has or had. */
  readonly nextKey: () => string
}

/** A row on its way: its cells are replaced as they are understood. */
interface Row {
  readonly line: TableLine
  readonly cells: string[]
  /** What a line has too much stays behind everything, so that the row check still sees it. */
  readonly surplus: readonly string[]
  readonly faults: RowProblem[]
  readonly said: string[]
}

/**
 * Gives each row its number, and references by name theirs. A row that fits one record is that record, one that fits
 * several is refused with their names, one that fits none is a new record. The order of rows decides only which new
 * number a new record gets.
 */
export function identifyRows(kind: TableName, given: TextTable, parts: IdentityParts): IdentifiedTable {
  const number = numberColumnOf(kind)
  const isAdded = number !== null && !given.header.includes(number)
  const header = isAdded ? [...given.header, number] : [...given.header]
  const rows = given.lines.map((line) => rowOf(line, given.header.length, isAdded))
  const place = new Map(header.map((column, at) => [column, at]))
  const reader =
    ({ cells }: Row) =>
    (column: string): string =>
      (cells[place.get(column) ?? -1] ?? '').trim()
  const put = (row: Row, column: string, text: string): void => {
    row.cells[place.get(column) ?? row.cells.length] = text
  }
  const references = referencesOf(kind).filter(({ column }) => place.has(column))
  const resolve = (isOwn: boolean): void => {
    for (const { column, to } of references) {
      if ((to === kind) !== isOwn) continue
      for (const row of rows) {
        const cell = reader(row)
        const found = resolveReference({ column, text: cell(column), line: row.line.line }, parts.indexOf(to), cell)
        put(row, column, found.key)
        if (found.basis !== '') row.said.push(found.basis)
        if (found.fault !== null) row.faults.push(found.fault)
      }
    }
  }

  resolve(false)
  if (number !== null) {
    const index = parts.indexOf(kind)
    const keep = (row: Row, key: string): void => index.add({ key, name: reader(row)('name'), cell: reader(row) })
    const unnumbered = rows.filter((row) => reader(row)(number) === '')
    for (const row of rows) if (reader(row)(number) !== '') keep(row, reader(row)(number))
    for (const row of unnumbered) {
      const found = findRecord({ kind, line: row.line.line, header: place, index }, reader(row))
      if (found.outcome === 'refused') {
        row.faults.push(found.fault)
        continue
      }
      const key = found.outcome === 'found' ? found.key : parts.nextKey()
      put(row, number, key)
      row.said.unshift(found.outcome === 'found' ? `按${found.words}对上 ${key}` : `资源库里没有，新编号 ${key}`)
      if (found.outcome === 'new') keep(row, key)
    }
  }
  resolve(true)

  const helper = place.get(PERSON_PHONE)
  const without = (cells: readonly string[]): string[] =>
    helper === undefined ? [...cells] : cells.filter((_, at) => at !== helper)
  const lines = rows.map(({ line, cells, surplus, faults }): TableLine => ({
    ...line,
    cells: [...without(cells), ...surplus],
    faults,
  }))
  const basis = rows.flatMap(({ line, said }) => (said.length === 0 ? [] : [[line.line, said.join('；')] as const]))
  return { table: { ...given, header: without(header), lines }, basis: new Map(basis) }
}

function rowOf(line: TableLine, width: number, isAdded: boolean): Row {
  const cells = Array.from({ length: width }, (_, at) => line.cells[at] ?? '')
  if (isAdded) cells.push('')
  return { line, cells, surplus: line.cells.slice(width), faults: [...line.faults], said: [] }
}
