import { parse } from 'csv-parse/sync'
import type { Cell } from '#shared/domain/dataset/cells.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { expectedWords } from '#shared/text/choice-words.ts'
import { columnMention } from '#shared/text/column-words.ts'
import { cellsOf } from './cells-of.ts'
import { checkRow, tooLong } from './check-row.ts'
import { MAX_TEXT_CHARACTERS } from './gis/feature-layer.ts'
import type { RowProblem } from './import-report.ts'
import { recordKeyOf, type ReadFile, type ReadRecord } from './record-kind.ts'

/** One row of a table as texts. `faults` are those its cells brought along from the file format. */
export interface TableLine {
  /** Where the row stands in its file. */
  readonly line: number
  readonly cells: readonly string[]
  readonly faults: readonly RowProblem[]
}

/** A table of texts, whatever kind of file it came from. */
export interface TextTable {
  readonly header: readonly string[]
  readonly headerLine: number
  readonly lines: readonly TableLine[]
}

/** Told from time to time how many rows were gone through; may throw to stop the work. */
export type WatchRows = (rows: number) => void

/** Rows between two calls of a `WatchRows`. */
const WATCH_EVERY = 1000

/** Reads one CSV table. Rows with a fault are left out and reported; a broken file throws `file-broken`. */
export function readTable(name: TableName, text: string, file: string): ReadFile {
  return readRows(name, readCsvTable(text, file), file)
}

/** A CSV text as a table of texts, unchecked. Throws `file-broken`. */
export function readCsvTable(text: string, file: string, watch: WatchRows = () => undefined): TextTable {
  const [head, ...lines] = splitCsv(text, file, watch)
  return { header: (head?.cells ?? []).map((column) => column.trim()), headerLine: 1, lines }
}

/** Checks the rows of a table one by one. Rows with a fault are left out and reported. */
export function readRows(
  name: TableName,
  { header, headerLine, lines }: TextTable,
  file: string,
  watch: WatchRows = () => undefined,
): ReadFile {
  const missing = headerFaults(name, header, { file, headerLine })
  if (missing.length > 0)
    return { ...emptyFile(file, name), read: lines.length, refused: lines.length, problems: missing }

  const records: ReadRecord[] = []
  const problems: RowProblem[] = []
  const firstLines = new Map<string, number>()
  for (const [index, entry] of lines.entries()) {
    if (index % WATCH_EVERY === 0) watch(index)
    const { line } = entry
    const row = readRow(name, header, entry)
    const key = recordKeyOf(name, row.value)
    const faults = row.problems.length > 0 ? row.problems : duplicateOf(name, key, line, firstLines)
    if (faults.length > 0) problems.push(...faults)
    else {
      firstLines.set(alikeKey(key), line)
      records.push({ line, key, group: key, value: row.value })
    }
  }
  return { ...emptyFile(file, name), read: lines.length, refused: lines.length - records.length, records, problems }
}

/** The columns of a CSV text; empty when there is no header. */
export function readHeader(text: string, file: string): string[] {
  return splitCsv(text.split(/\r?\n/, 1)[0] ?? '', file)[0]?.cells.map((column) => column.trim()) ?? []
}

/** Columns that a table cannot do without: its key and every cell that must not be empty. */
export function requiredColumns(name: TableName): string[] {
  return cellsOf(name).flatMap(([column, cell]) => (cell.required ? [column] : []))
}

/** Most rows of one CSV. */
const MAX_TABLE_ROWS = 1_000_000

/** A quote that never closes must not swallow a file without end: a row has at most this many bytes. */
const CSV = {
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
  max_record_size: 32 * 1024 * 1024,
} as const

function splitCsv(text: string, file: string, watch: WatchRows = () => undefined): TableLine[] {
  const lines: TableLine[] = []
  // Kept by hand, so that the parser's own record of each line does not live beside it.
  const keep = (cells: readonly string[], { lines: line }: { readonly lines: number }): undefined => {
    if (lines.length % WATCH_EVERY === 0) watch(lines.length)
    if (!cells.some((cell) => cell.trim() !== '')) return
    lines.push({ line, cells, faults: NO_FAULTS })
    if (lines.length > MAX_TABLE_ROWS + 1) throw tooManyRows(file)
  }
  try {
    parse(text, { ...CSV, on_record: keep })
    return lines
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('file-broken', `文件“${file}”不是完整的 CSV：${reason}。请检查引号是否成对、文件是否被截断。`, {
      path: file,
      cause: error,
    })
  }
}

const NO_FAULTS: readonly RowProblem[] = []

function tooManyRows(file: string): AppError {
  return new AppError('file-too-large', `文件“${file}”超过 ${MAX_TABLE_ROWS} 行。请拆成几个文件后重试。`, {
    path: file,
  })
}

function readRow(
  name: TableName,
  header: readonly string[],
  { line, cells: record, faults }: TableLine,
): { value: Record<string, unknown>; problems: RowProblem[] } {
  const value: Record<string, unknown> = {}
  const problems: RowProblem[] = [...faults]
  const raw = new Map(header.map((column, index) => [column, (record[index] ?? '').trim()]))
  if (record.length > header.length) {
    problems.push({
      line,
      column: '',
      value: record.slice(header.length).join(','),
      code: 'column-count',
      message: `这一行有 ${record.length} 列，表头只有 ${header.length} 列。文字里的逗号请用英文双引号括起。`,
    })
  }
  for (const [column, text] of raw) if (text.length > MAX_TEXT_CHARACTERS) problems.push(tooLong(line, column, text))
  for (const [column, cell] of cellsOf(name)) {
    const cellValue = raw.get(column) ?? ''
    const parsed = cell.schema.safeParse(cellValue)
    if (parsed.success) value[camelCaseOf(column)] = parsed.data
    else if (!problems.some((fault) => fault.column.split(',').includes(column)))
      problems.push(cellProblem(line, column, cellValue, cell))
  }
  const known: Readonly<Record<string, unknown>> = TABLES[name].columns
  const extras = Object.fromEntries(
    [...raw].filter(([column, text]) => column !== '' && text !== '' && !Object.hasOwn(known, column)),
  )
  if (Object.keys(extras).length > 0) value['extras'] = extras
  return { value, problems: checkRow(name, line, raw, problems) }
}

function cellProblem(line: number, column: string, value: string, cell: Cell<unknown>): RowProblem {
  const code =
    value === ''
      ? 'value-missing'
      : /^-\d/.test(value) && cell.expected.startsWith('不小于 0')
        ? 'negative-count'
        : 'bad-value'
  const shown = value === '' ? '没有填写' : `的值“${value}”不对`
  const message = `${columnMention(column)}${shown}，应为${expectedWords(column, cell)}。`
  return { line, column, value, code, message }
}

function duplicateOf(
  name: TableName,
  key: string,
  line: number,
  firstLines: ReadonlyMap<string, number>,
): RowProblem[] {
  const first = firstLines.get(alikeKey(key))
  if (first === undefined) return []
  const column = TABLES[name].key.join('+')
  return [
    {
      line,
      column,
      value: key,
      code: 'duplicate-id',
      message: `${columnMention(column)}“${key}”与第 ${first} 行重复（大小写、全角半角、空格不算区别）。请删去一行，或改用新的编号。`,
    },
  ]
}

/** Keys that a tired reader takes for the same, such as T-1, ｔ-1 and T－1: two of them would be one team counted twice. */
function alikeKey(key: string): string {
  return key.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

function headerFaults(
  name: TableName,
  header: readonly string[],
  { file, headerLine }: { readonly file: string; readonly headerLine: number },
): RowProblem[] {
  const { title } = TABLES[name]
  const missing = requiredColumns(name).filter((column) => !header.includes(column))
  const repeated = header.filter((column, index) => column !== '' && header.indexOf(column) < index)
  const fault = (column: string, code: string, message: string): RowProblem => ({
    line: headerLine,
    column,
    value: header.join(','),
    code,
    message,
  })
  return [
    ...missing.map((column) =>
      fault(
        column,
        'column-missing',
        `${title}（${file}）缺少列 ${columnMention(column)}。请补上这一列，表头名称须与样表一致。`,
      ),
    ),
    ...[...new Set(repeated)].map((column) =>
      fault(
        column,
        'column-repeated',
        `${title}（${file}）的列 ${columnMention(column)}出现了两次。请删去或改名其中一列。`,
      ),
    ),
  ]
}

function emptyFile(file: string, kind: TableName): ReadFile {
  return { file, kind, read: 0, records: [], refused: 0, problems: [], schematic: false }
}
