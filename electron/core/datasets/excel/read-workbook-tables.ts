import type { TableName } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { RowProblem } from '../import-report.ts'
import { kindByColumns } from '../kind-of-file.ts'
import { readRows } from '../read-table.ts'
import type { ReadFile } from '../record-kind.ts'
import { HELP_SHEETS } from './help-sheets.ts'
import { findHeader, linesOf } from './sheet-lines.ts'
import { tableNamed } from './workbook-names.ts'
import { readWorkbook, type Sheet } from './workbook-file.ts'

/**
 * The tables of a workbook: one sheet named as a table, in a file named as a table, or known by its header. Throws
 * `file-broken`, `file-too-large`, or `bad-input` for a sheet that is no table: nothing is passed over in silence.
 */
export async function readWorkbookTables(bytes: Uint8Array, file: string): Promise<ReadFile[]> {
  if (!/\.xlsx$/i.test(file)) {
    throw new AppError('bad-input', `“${file}”不是 .xlsx 工作簿。请在 Excel 或 WPS 里另存为 .xlsx 后重试。`, {
      path: file,
    })
  }
  const { sheets, hidden } = await readWorkbook(bytes, file)
  const filled = sheets.filter((sheet) => !HELP_SHEETS.includes(sheet.name) && findHeader(sheet) !== null)
  if (filled.length === 0) {
    throw new AppError('bad-input', `工作簿“${file}”里没有看得见的表。请核对文件；隐藏的工作表不会读。`, {
      path: file,
    })
  }
  const byFile = filled.length === 1 ? tableNamed(file.replace(/^.*\//, '').replace(/\.xlsx$/i, '')) : null
  const tables = filled.map((sheet) => readSheet(sheet, byFile, filled.length === 1 ? file : `${file}[${sheet.name}]`))
  const [first, ...others] = tables
  return first === undefined ? [] : [{ ...first, notes: [...hiddenNotes(hidden), ...(first.notes ?? [])] }, ...others]
}

function readSheet(sheet: Sheet, byFile: TableName | null, label: string): ReadFile {
  const columns = findHeader(sheet)?.columns ?? []
  const table = tableNamed(sheet.name) ?? byFile ?? kindByColumns(columns)
  if (table === null) {
    throw new AppError(
      'bad-input',
      `看不出“${label}”的工作表“${sheet.name}”是什么数据。请以表名命名工作表（如 teams 或 救援队伍），或使用样表的表头。`,
      { path: label, value: columns.join(',') },
    )
  }
  const { notes, ...text } = linesOf(sheet, table)
  const merged = mergeFaults(sheet, text.headerLine)
  if (merged.length === 0) return { ...readRows(table, text, label), notes }
  const read = text.lines.length
  return { file: label, kind: table, read, records: [], refused: read, problems: merged, schematic: false, notes }
}

/** In a merged area only the first cell holds a value: what the others mean cannot be known. */
export function mergeFaults({ merges }: Sheet, headerLine: number): RowProblem[] {
  return merges
    .filter(({ endRow }) => endRow + 1 > headerLine)
    .slice(0, MAX_MERGES_SHOWN)
    .map(({ startRow, endRow, startColumn }) => ({
      line: startRow + 1,
      column: '',
      value: '',
      code: 'cell-merged',
      message: `第 ${startRow + 1} 至 ${endRow + 1} 行、第 ${startColumn + 1} 列起是合并单元格，看不出每一行的值，整张表没有读。请取消合并，逐行填写后重试。`,
    }))
}

const MAX_MERGES_SHOWN = 100

function hiddenNotes(hidden: readonly string[]): RowProblem[] {
  return hidden
    .filter((name) => !HELP_SHEETS.includes(name))
    .map((name) => ({
      line: 0,
      column: '',
      value: name,
      code: 'sheet-hidden',
      message: `隐藏的工作表“${name}”没有读。需要时请取消隐藏后重新导入。`,
    }))
}
