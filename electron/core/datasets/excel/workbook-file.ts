import {
  readXlsx,
  writeXlsx,
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type Sheet as StoredSheet,
  type WriteSheet,
} from 'hucre/xlsx'
import { broken, checkPackage, refuseEntities, tooLarge } from './check-package.ts'

/** Most rows of one sheet, header included. */
export const MAX_SHEET_ROWS = 200_001

/** What a cell holds: a text, a number, a truth value, a date and time without zone (read as UTC), or nothing. */
export type SheetValue = CellValue

/** A visible sheet as stored: row and column indices count from 0, `"row,column"` names a cell. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetValue[])[]
  /** Cells with a formula; their value is the stored result. */
  readonly formulas: ReadonlySet<string>
  /** Cells that show an error such as `#REF!`. */
  readonly errors: ReadonlySet<string>
  readonly merges: readonly { readonly startRow: number; readonly endRow: number; readonly startColumn: number }[]
}

/** The sheets of a workbook, and the names of those that are hidden and were not read. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly hidden: readonly string[]
}

/** A sheet to be written. Texts are stored as texts, whatever they begin with. */
export interface NewSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly columns: readonly { readonly width: number; readonly isText: boolean }[]
  /** Notes on cells of the first row, by column. */
  readonly headerNotes: readonly string[]
  /** Columns of the first row that are shown as required. */
  readonly required: readonly number[]
  readonly dropDowns: readonly DropDown[]
}

/** A drop-down list on a column, below the header; `source` is a range such as `选项!$A$2:$A$9`. */
export interface DropDown {
  readonly range: string
  readonly source: string
  readonly message: string
}

/** Reads a workbook without evaluating anything. Throws `file-broken` or `file-too-large`. */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<Workbook> {
  checkPackage(bytes, file)
  const hidden: string[] = []
  const sheets = await parseSheets(bytes, file, hidden)
  refuseEntities(bytes, file)
  const long = sheets.find(({ rows }) => rows.length > MAX_SHEET_ROWS)
  if (long !== undefined) {
    const limit = `工作表“${long.name}”超过 ${MAX_SHEET_ROWS - 1} 行（表尾的空行也算，可用 Ctrl+End 查看）`
    throw tooLarge(file, limit)
  }
  return { hidden, sheets: sheets.map(sheetOf) }
}

/** Parses the visible sheets and names the others. Whatever the library throws on a file is a fault of that file. */
async function parseSheets(bytes: Uint8Array, file: string, hidden: string[]): Promise<readonly StoredSheet[]> {
  try {
    const { sheets } = await readXlsx(bytes, {
      maxRows: MAX_SHEET_ROWS + 1,
      sheets: (info) => {
        const isHidden = info.hidden === true || info.veryHidden === true
        if (isHidden) hidden.push(info.name)
        return !isHidden
      },
    })
    return sheets
  } catch (error) {
    if (error instanceof Error && /\blimit\b|outside the supported/.test(error.message)) {
      throw tooLarge(file, '内容超出可读范围，或实际大小与写明的不符', error)
    }
    throw broken(file, '内部结构不对', error)
  }
}

function sheetOf({ name, rows, cells = new Map(), merges = [] }: StoredSheet): Sheet {
  const details = [...cells]
  return {
    name,
    rows,
    formulas: keysWhere(details, ({ formula }) => formula !== undefined),
    errors: keysWhere(details, ({ type }) => type === 'error'),
    merges: merges.map(({ startRow, endRow, startCol }) => ({ startRow, endRow, startColumn: startCol })),
  }
}

/** Writes a workbook; the same sheets give the same bytes. */
export async function writeWorkbook(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writeSheetOf), properties: { created: WRITTEN_AT, modified: WRITTEN_AT } })
}

/** Stands for the time of writing, so that the bytes follow from the content alone. */
const WRITTEN_AT = new Date(Date.UTC(2000, 0, 1))

/** Excel keeps what is typed into such a cell as text: leading zeros, long numbers, a leading `=`. */
const TEXT_FORMAT = '@'

function writeSheetOf({ name, rows, columns, headerNotes, required, dropDowns }: NewSheet): WriteSheet {
  const header = (rows[0] ?? []).map((value, column): [string, Partial<Cell>] => {
    const note = headerNotes[column]
    const cell = { value: storedText(value), style: headerStyle(required.includes(column)) }
    return [`0,${column}`, note === undefined ? cell : { ...cell, comment: { text: note } }]
  })
  return {
    name,
    columns: columns.map(({ width, isText }) => (isText ? { width, style: { numFmt: TEXT_FORMAT } } : { width })),
    rows: rows.map((row) => row.map(storedText)),
    cells: new Map(header),
    dataValidations: dropDowns.map(validationOf),
    freezePane: { rows: 1 },
  }
}

function headerStyle(isRequired: boolean): CellStyle {
  return {
    font: { bold: true, underline: isRequired },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: isRequired ? 'FFE699' : 'DDEBF7' } },
    numFmt: TEXT_FORMAT,
  }
}

function validationOf({ range, source, message }: DropDown): DataValidation {
  return {
    type: 'list',
    formula1: source,
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '不在选项内',
    errorMessage: message,
  }
}

/** A text that looks like the format's own escape of a character (`_x0041_`) must not become that character. */
function storedText(value: string | number | null): string | number | null {
  return typeof value === 'string' ? value.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x') : value
}

function keysWhere(cells: readonly (readonly [string, Cell])[], wanted: (cell: Cell) => boolean): Set<string> {
  return new Set(cells.flatMap(([key, cell]) => (wanted(cell) ? [key] : [])))
}
