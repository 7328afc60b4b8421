import type { Cell } from '#shared/domain/dataset/cells.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { cellsOf } from '../cells-of.ts'
import type { RowProblem } from '../import-report.ts'
import type { TableLine, TextTable } from '../read-table.ts'
import { cellText, MAX_CELL_CHARACTERS, type CellText, type ColumnType } from './cell-text.ts'
import { createRemarks, type Remarks } from './remarks.ts'
import type { Sheet, SheetValue } from './workbook-file.ts'

/** A sheet as a table of texts, with what the operator should look at. */
export interface SheetLines extends TextTable {
  readonly notes: readonly RowProblem[]
}

/** Where the header of a sheet stands: its first row with anything in it; null for an empty sheet. */
export function findHeader({ rows }: Sheet): { readonly row: number; readonly columns: readonly string[] } | null {
  const row = rows.findIndex((cells) => !isEmpty(cells))
  if (row === -1) return null
  return { row, columns: (rows[row] ?? []).map((value) => cellText(value, TEXT_COLUMN).text) }
}

/** Rows below the header as texts; empty rows are passed over, line numbers are those of the sheet. */
export function linesOf(sheet: Sheet, table: TableName): SheetLines {
  const head = findHeader(sheet)
  if (head === null) return { header: [], headerLine: 1, lines: [], notes: [] }
  const header = trimTail(head.columns)
  const known = new Map(cellsOf(table))
  const types = header.map((column) => typeOf(column, known.get(column)))
  const remarks = createRemarks()
  const lines: TableLine[] = []
  for (let row = head.row + 1; row < sheet.rows.length; row += 1) {
    const values = sheet.rows[row] ?? []
    if (isEmpty(values) && !holdsFormula(sheet, row, header.length)) continue
    lines.push(readLine({ sheet, header, types, remarks }, row, values))
  }
  return { header, headerLine: head.row + 1, lines, notes: remarks.list() }
}

interface Reading {
  readonly sheet: Sheet
  readonly header: readonly string[]
  readonly types: readonly ColumnType[]
  readonly remarks: Remarks
}

function readLine({ sheet, header, types, remarks }: Reading, row: number, values: readonly SheetValue[]): TableLine {
  const line = row + 1
  const faults: RowProblem[] = []
  const cells = header.map((column, index) => {
    const value = values[index] ?? null
    const read = cellText(value, types[index] ?? TEXT_COLUMN)
    const key = `${row},${index}`
    const fault = faultOf(read, { isError: sheet.errors.has(key), isLost: value === null && sheet.formulas.has(key) })
    if (fault !== null) faults.push({ line, column, value: read.text, ...fault })
    else if (column === '' && read.text !== '') faults.push(unnamed(line, index, read.text))
    else {
      if (read.remark !== undefined) remarks.add(read.remark, { line, column, value: read.text })
      if (sheet.formulas.has(key)) remarks.add('formula', { line, column, value: read.text })
    }
    return read.text
  })
  values.slice(header.length).forEach((value, index) => {
    const { text } = cellText(value, TEXT_COLUMN)
    if (text !== '') faults.push(unnamed(line, header.length + index, text))
  })
  return { line, cells, faults }
}

function faultOf(
  { fault, text }: CellText,
  { isError, isLost }: { readonly isError: boolean; readonly isLost: boolean },
): Pick<RowProblem, 'code' | 'message'> | null {
  if (isError) return { code: 'cell-error', message: `单元格显示错误“${text}”。请改正公式或填入实际值。` }
  if (isLost) return { code: 'formula-without-value', message: '公式没有存下结果。请在 Excel 里重算并保存，或填入值。' }
  if (fault === 'cell-too-long') {
    return { code: fault, message: `文字超过 ${MAX_CELL_CHARACTERS} 字（Excel 的上限）。请缩短后重试。` }
  }
  if (fault === 'digits-lost') {
    return {
      code: fault,
      message: `“${text}”存成了数字，Excel 只保留前 15 位，其后的已变成 0。请把该列设为“文本”后重新填写。`,
    }
  }
  return fault === undefined ? null : { code: fault, message: `单元格的值“${text}”读不出来。请重新填写。` }
}

function unnamed(line: number, index: number, value: string): RowProblem {
  const message = `第 ${index + 1} 列有内容但没有表头。请补上表头，或删去这一列。`
  return { line, column: '', value, code: 'column-count', message }
}

const TEXT_COLUMN: ColumnType = { isNumber: false, isDate: false, isFlag: false }

function typeOf(column: string, cell: Cell<unknown> | undefined): ColumnType {
  if (cell === undefined) return TEXT_COLUMN
  const isNumber = cell.sqlType !== 'TEXT'
  return {
    isNumber,
    isDate: cell.isDate === true || column === 'date',
    isFlag: isNumber && cell.choices !== undefined,
  }
}

function holdsFormula(sheet: Sheet, row: number, columns: number): boolean {
  if (sheet.formulas.size === 0) return false
  return Array.from({ length: columns }, (_, column) => `${row},${column}`).some((key) => sheet.formulas.has(key))
}

function isEmpty(values: readonly SheetValue[]): boolean {
  return values.every((value) => value === null || (typeof value === 'string' && value.trim() === ''))
}

function trimTail(columns: readonly string[]): string[] {
  const last = columns.findLastIndex((column) => column !== '')
  return columns.slice(0, last + 1)
}
