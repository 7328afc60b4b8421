import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { expectedWords } from '#shared/text/choice-words.ts'
import { columnTitle, columnUnit } from '#shared/text/column-words.ts'
import { cellsOf } from '../cells-of.ts'
import { CHOICES_SHEET } from './help-sheets.ts'
import type { DropDown, NewSheet } from './workbook-file.ts'

/** The sheet of a table: header with notes, required columns marked, drop-down lists on closed lists. */
export function tableSheet(
  name: TableName,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): NewSheet {
  const cells = new Map(cellsOf(name))
  return {
    name: TABLES[name].sqlTable,
    rows: [header, ...rows],
    columns: header.map((column) => ({
      width: Math.max(12, column.length + 3),
      isText: (cells.get(column)?.sqlType ?? 'TEXT') === 'TEXT',
    })),
    headerNotes: header.map((column) => noteOf(name, column)),
    required: header.flatMap((column, index) => (cells.get(column)?.required === true ? [index] : [])),
    dropDowns: dropDownsOf(name, header, rows.length),
  }
}

/** The sheet with the closed lists of a table, one column each, for its drop-down lists. */
export function choicesSheet(name: TableName): NewSheet {
  const lists = listsOf(name)
  const height = Math.max(0, ...lists.map(({ choices }) => choices.length))
  const rows = Array.from({ length: height }, (_, row) => lists.map(({ choices }) => choices[row] ?? null))
  return {
    name: CHOICES_SHEET,
    rows: [lists.map(({ column }) => column), ...rows],
    columns: lists.map(() => ({ width: 18, isText: true })),
    headerNotes: [],
    required: [],
    dropDowns: [],
  }
}

/** What a header says of its column: Chinese name, unit, whether it must be filled, what it takes. */
function noteOf(name: TableName, column: string): string {
  const cell = new Map(cellsOf(name)).get(column)
  if (cell === undefined) return '附加列：原样保留'
  const unit = columnUnit(column)
  const title = `${columnTitle(column)}${unit === '' ? '' : `（${unit}）`}`
  return [title, cell.required ? '必填' : '可空', expectedWords(column, cell)].join('\n')
}

/** Rows below the data that still offer the lists. */
const SPARE_ROWS = 1000

function dropDownsOf(name: TableName, header: readonly string[], rows: number): DropDown[] {
  return listsOf(name).flatMap(({ column, choices }, index) => {
    const at = header.indexOf(column)
    if (at === -1) return []
    const list = columnLetter(index)
    return [
      {
        range: `${columnLetter(at)}2:${columnLetter(at)}${rows + 1 + SPARE_ROWS}`,
        source: `${CHOICES_SHEET}!$${list}$2:$${list}$${choices.length + 1}`,
        message: `${columnTitle(column)}：请从下拉列表中选择。`,
      },
    ]
  })
}

function listsOf(name: TableName): { readonly column: string; readonly choices: readonly string[] }[] {
  return cellsOf(name).flatMap(([column, { choices }]) => (choices === undefined ? [] : [{ column, choices }]))
}

/** `A` to `Z`, then `AA`: the name of a column by its index from 0. */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}
