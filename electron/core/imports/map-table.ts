import type { ImportMapping, ImportWord } from '#shared/contract/imports.contract.ts'
import type { TableLine, TextTable } from '../datasets/read-table.ts'
import { cellsOf } from '../datasets/cells-of.ts'

/** Headings as the row checks know them: mapped columns by name, the others as they stand. */
export function mappedHeader(header: readonly string[], mapping: ImportMapping): string[] {
  const known = new Set(cellsOf(mapping.kind).map(([column]) => column))
  return header.map((heading, index) => {
    const column = mapping.columns[index] ?? null
    if (column !== null) return column
    // A heading that is a column's name but was put aside must not be read as that column.
    return known.has(heading) ? `原表 ${heading}` : heading
  })
}

/** A table under its mapping: constants stand in columns of their own at the end, words of closed lists are their keys. */
export function mapTable(table: TextTable, mapping: ImportMapping, words: readonly ImportWord[]): TextTable {
  const header = mappedHeader(table.header, mapping)
  const constants = Object.entries(mapping.constants).filter(
    ([column, text]) => text !== '' && !header.includes(column),
  )
  const byIndex = wordsByIndex(header, words)
  const added = constants.map(([, text]) => text)
  const isPlain = added.length === 0 && byIndex.size === 0
  return {
    header: [...header, ...constants.map(([column]) => column)],
    headerLine: table.headerLine,
    lines: isPlain ? table.lines : table.lines.map((line) => mapLine(line, header.length, byIndex, added)),
  }
}

type WordsByIndex = ReadonlyMap<number, ReadonlyMap<string, string>>

function mapLine(line: TableLine, width: number, byIndex: WordsByIndex, added: readonly string[]): TableLine {
  const cells = line.cells.map((cell, index) => byIndex.get(index)?.get(cell.trim()) ?? cell)
  if (added.length === 0) return { ...line, cells }
  const gap = Array.from({ length: Math.max(0, width - cells.length) }, () => '')
  // What a line has too much stays behind everything, so that the row check still sees it.
  return { ...line, cells: [...cells.slice(0, width), ...gap, ...added, ...cells.slice(width)] }
}

function wordsByIndex(header: readonly string[], words: readonly ImportWord[]): WordsByIndex {
  const byIndex = new Map<number, Map<string, string>>()
  for (const { column, from, to, used } of words) {
    if (!used) continue
    const index = header.indexOf(column)
    const known = byIndex.get(index) ?? new Map<string, string>()
    byIndex.set(index, known.set(from, to))
  }
  return byIndex
}
