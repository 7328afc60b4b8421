import { parse } from 'csv-parse/sync'
import type { AppContract } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { OWNERSHIP_NAMES } from '#shared/domain/stock/stock-words.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { decodeText } from '../../datasets/decode-text.ts'
import { cellText } from '../../datasets/excel/cell-text.ts'
import { readWorkbook, writeWorkbook } from '../../datasets/excel/workbook-file.ts'
import { existingStore, todayOf, type StockParts } from './stock-parts.ts'
import { lotsOfSheet } from './take-stock.ts'

type Stock = AppContract['stock']

/** Columns of a sheet on paper; the first and the last two are read back. */
const HEADER = ['批次编号', '物资', '权属', '状态', '失效日期', '单位', '账面数量', '实盘数量', '差异原因'] as const
const WIDTHS = [34, 26, 10, 8, 12, 8, 12, 12, 30] as const

/** The sheet of a store as a file; see the contract. */
export async function writeSheetFile(
  core: StockParts,
  { storeId, format }: ParsedInputOf<Stock['sheetFile']>,
): Promise<OutputOf<Stock['sheetFile']>> {
  const store = existingStore(core, storeId)
  const rows = lotsOfSheet(core, storeId).map((lot) => [
    ...[lot.lotId, lot.item, OWNERSHIP_NAMES[lot.ownership === '' ? 'own' : lot.ownership], lot.status],
    ...[lot.expiresOn, lot.unit, lot.quantity, null, ''],
  ])
  const fileName = `盘点表-${store.name}-${todayOf(core)}.${format}`
  if (format === 'csv') {
    const lines = [HEADER, ...rows].map((cells) => cells.map((cell) => quoted(String(cell ?? ''))).join(','))
    return { fileName, base64: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`).toString('base64') }
  }
  const bytes = await writeWorkbook([
    {
      name: '盘点表',
      rows: [HEADER, ...rows],
      columns: HEADER.map((name, index) => ({
        width: WIDTHS[index] ?? 12,
        isText: name !== '账面数量' && name !== '实盘数量',
      })),
      headerNotes: [],
      required: [HEADER.indexOf('实盘数量')],
      dropDowns: [],
    },
  ])
  return { fileName, base64: Buffer.from(bytes).toString('base64') }
}

/** A text in a CSV; one that a spreadsheet would take for a formula stands behind an apostrophe. */
function quoted(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Reads a filled-in sheet; see the contract. */
export async function readSheetFile(
  core: StockParts,
  { storeId, fileName, base64 }: ParsedInputOf<Stock['readSheetFile']>,
): Promise<OutputOf<Stock['readSheetFile']>> {
  const known = new Set(lotsOfSheet(core, storeId).map(({ lotId }) => lotId))
  const rows = await rowsOf(Buffer.from(base64, 'base64'), fileName)
  const head = rows.findIndex((cells) => cells.includes(HEADER[0]) && cells.includes('实盘数量'))
  if (head === -1) throw notASheet(fileName)
  const columnOf = (name: (typeof HEADER)[number]): number => rows[head]?.indexOf(name) ?? -1
  const lines: OutputOf<Stock['readSheetFile']>['lines'] = []
  const problems: OutputOf<Stock['readSheetFile']>['problems'] = []
  const seen = new Set<string>()
  for (const [index, cells] of rows.entries()) {
    if (index <= head || cells.every((cell) => cell === '')) continue
    const [lotId = '', counted = '', reason = ''] = ([HEADER[0], '实盘数量', '差异原因'] as const).map(
      (name) => cells[columnOf(name)]?.replace(/^'(?=[=+\-@])/, '') ?? '',
    )
    const fault = faultOf({ lotId, counted, reason }, { known, seen })
    seen.add(lotId)
    if (fault !== null) problems.push({ line: index + 1, ...fault })
    else lines.push({ lotId, counted: counted === '' ? null : Number(counted), reason })
  }
  return { lines, problems }
}

function faultOf(
  { lotId, counted, reason }: { readonly lotId: string; readonly counted: string; readonly reason: string },
  { known, seen }: { readonly known: ReadonlySet<string>; readonly seen: ReadonlySet<string> },
): { readonly value: string; readonly message: string } | null {
  if (!known.has(lotId)) {
    return { value: lotId, message: `批次“${lotId}”不在这个库的盘点范围内，没有读入；请核对批次编号，新到物资请先登记` }
  }
  if (seen.has(lotId)) return { value: lotId, message: `批次“${lotId}”在文件里出现了两次，只读了第一行；请删去一行` }
  if (counted !== '' && !/^\d{1,9}(\.\d{1,3})?$/.test(counted)) {
    return { value: counted, message: `实盘数量“${counted}”不对，应为不小于 0 的数（至多三位小数）；请改正后重新读入` }
  }
  return reason.length > 200 ? { value: reason.slice(0, 40), message: '差异原因超过 200 字；请缩短' } : null
}

async function rowsOf(bytes: Buffer, fileName: string): Promise<string[][]> {
  if (/\.xlsx$/i.test(fileName)) {
    const { sheets } = await readWorkbook(bytes, fileName)
    return (sheets[0]?.rows ?? []).map((row) =>
      row.map(
        (value, column) => cellText(value, { isNumber: column >= NUMBERS_FROM, isDate: false, isFlag: false }).text,
      ),
    )
  }
  if (!/\.csv$/i.test(fileName)) throw notASheet(fileName)
  const parsed: unknown = parseCsv(decodeText(bytes, fileName), fileName)
  if (!Array.isArray(parsed)) return []
  return parsed.map((row: unknown) => (Array.isArray(row) ? row.map((cell: unknown) => String(cell).trim()) : []))
}

/** Columns from the book quantity on hold numbers. */
const NUMBERS_FROM = HEADER.indexOf('账面数量')

function parseCsv(text: string, fileName: string): unknown {
  try {
    return parse(text, { bom: true, relax_column_count: true })
  } catch (error) {
    throw new AppError('file-broken', `文件“${fileName}”不是完整的 CSV；请检查引号是否成对、文件是否被截断`, {
      path: fileName,
      cause: error,
    })
  }
}

function notASheet(fileName: string): AppError {
  return new AppError(
    'bad-input',
    `“${fileName}”不是本程序导出的盘点表（.xlsx 或 .csv，有“批次编号”“实盘数量”两列）；请先导出盘点表，填好后再读入`,
    { path: 'fileName', value: fileName },
  )
}
