import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { cellsOf } from '../cells-of.ts'
import { formatDataset, textRowsOf, type FormatWatch } from '../format-dataset.ts'
import { MAX_CELL_CHARACTERS } from './cell-text.ts'
import { choicesSheet, tableSheet } from './table-sheet.ts'
import { MAX_SHEET_ROWS, writeWorkbook } from './workbook-file.ts'

/**
 * The files of a data set with every table as a workbook of its own (`teams.xlsx`) in place of the CSV. Throws
 * `bad-input` for a table or cell that a workbook cannot hold.
 */
export async function formatWorkbooks(
  dataset: Dataset,
  watch: FormatWatch = () => undefined,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>()
  const noTables = Object.fromEntries(TABLE_NAMES.map((name) => [name, []]))
  for (const [name, text] of formatDataset({ ...dataset, ...noTables })) files.set(name, text)
  for (const name of TABLE_NAMES) {
    if (dataset[name].length === 0) continue
    watch(TABLES[name].title, dataset[name].length)
    files.set(`${TABLES[name].sqlTable}.xlsx`, await formatWorkbook(name, dataset[name]))
  }
  return files
}

async function formatWorkbook(name: TableName, records: readonly object[]): Promise<Uint8Array> {
  const [header = [], ...rows] = textRowsOf(name, records)
  if (rows.length >= MAX_SHEET_ROWS) throw unfit(name, `有 ${rows.length} 行，上限 ${MAX_SHEET_ROWS - 1} 行`)
  const isNumber = new Map(cellsOf(name).map(([column, cell]) => [column, cell.sqlType !== 'TEXT']))
  const values = rows.map((row, index) =>
    row.map((text, at) => {
      if (text.length > MAX_CELL_CHARACTERS) {
        throw unfit(name, `第 ${index + 2} 行 ${header[at] ?? ''} 列超过 ${MAX_CELL_CHARACTERS} 字`)
      }
      if (text === '') return null
      return isNumber.get(header[at] ?? '') === true ? Number(text) : text
    }),
  )
  return writeWorkbook([tableSheet(name, header, values), choicesSheet(name)])
}

function unfit(name: TableName, reason: string): AppError {
  const { title, file } = TABLES[name]
  return new AppError('bad-input', `${title}放不进 Excel 工作簿：${reason}。请改用 CSV 导出（去掉 --format xlsx）。`, {
    path: file,
  })
}
