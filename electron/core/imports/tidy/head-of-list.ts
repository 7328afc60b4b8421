import type { ImportNote } from '#shared/contract/imports.contract.ts'
import type { TextTable } from '../../datasets/read-table.ts'
import { findHeadingRows, type HeadingRows } from './heading-rows.ts'
import type { TidiedLines } from './tidy-lines.ts'

/** A list under its true headings: what stands above them is no data. */
export function underHeadings(given: TextTable, isKnown: (heading: string) => boolean): TidiedLines {
  const lines = given.lines.slice(0, LOOKED_AT)
  const rows = [given.header, ...lines.map(({ cells }) => cells)]
  const head = findHeadingRows(rows, isKnown)
  if (head === null || head.last === 0) return { table: given, notes: [] }
  const lineOf = (row: number): number => (row === 0 ? given.headerLine : (lines[row - 1]?.line ?? 0))
  const table = { header: head.headings, headerLine: lineOf(head.last), lines: given.lines.slice(head.last) }
  return { table, notes: headingNotes(rows, head, lineOf) }
}

const LOOKED_AT = 15

/** What the operator is told of the rows above and of headings in two rows. */
export function headingNotes(
  rows: readonly (readonly string[])[],
  { first, last }: HeadingRows,
  lineOf: (row: number) => number,
): ImportNote[] {
  const titles = rows.slice(0, first).flatMap((cells, row) => {
    const text = cells.filter((cell) => cell.trim() !== '').join(' ')
    return text === '' ? [] : [{ row, text }]
  })
  const [title] = titles
  const note = { column: '', to: '' }
  const above: ImportNote[] =
    title === undefined
      ? []
      : [{ ...note, code: 'title-line', rows: titles.length, line: lineOf(title.row), from: title.text.slice(0, 60) }]
  if (last === first) return above
  const from = (rows[first] ?? []).filter((cell) => cell.trim() !== '').join('、')
  return [...above, { ...note, code: 'two-line-head', rows: 2, line: lineOf(first), from: from.slice(0, 60) }]
}
