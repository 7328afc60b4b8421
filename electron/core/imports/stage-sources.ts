import { AppError } from '#shared/kernel/app-error.ts'
import { HELP_SHEETS } from '../datasets/excel/help-sheets.ts'
import { isWorkbookName, tableNamed } from '../datasets/excel/workbook-names.ts'
import { kindByColumns, kindByName } from '../datasets/kind-of-file.ts'
import { decodeText } from '../datasets/decode-text.ts'
import { readAllSources, type ReadSources } from '../datasets/read-sources.ts'
import { readCsvTable, type TextTable } from '../datasets/read-table.ts'
import { isTableName } from '../datasets/record-kind.ts'
import type { SheetValue } from '../datasets/excel/workbook-file.ts'
import type { SourceFile } from '../datasets/source-files.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { isKnownHeading, kindByHeadings } from './column-names.ts'
import { REASON_HEADING } from './refused-rows.ts'
import type { StagedSource, StagedTable } from './staged-source.ts'
import { headingNotes, underHeadings } from './tidy/head-of-list.ts'
import { findHeadingRows } from './tidy/heading-rows.ts'
import { tidyLines } from './tidy/tidy-lines.ts'
import { sheetUnderHeadings } from './tidy/sheet-head.ts'

/** Told how far reading is; may throw to stop it. `of` 0: not known. */
export type WatchFile = (file: string, rows: number, of: number) => void

/** Reads every file as far as it can be read without knowing its columns. A broken one is reported, the others go on. */
export async function stageSources(sources: readonly SourceFile[], watch: WatchFile): Promise<StagedSource[]> {
  const staged: StagedSource[] = []
  for (const source of sources) {
    watch(source.name, 0, 0)
    try {
      if (isWorkbookName(source.name)) staged.push(...(await stageWorkbook(source)))
      else if (/\.csv$/i.test(source.name)) staged.push(stageCsv(source, watch))
      else staged.push(...stagedOf(await readAllSources([source])))
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error
      staged.push({ form: 'broken', file: source.name, problem: error.message })
    }
  }
  return staged
}

function stageCsv({ name, bytes }: SourceFile, watch: WatchFile): StagedTable {
  const text = decodeText(bytes(), name)
  const of = countLines(text)
  const found = underHeadings(
    readCsvTable(text, name, (rows) => watch(name, rows, of)),
    isKnownHeading,
  )
  const { table, notes } = tidyLines(withoutReasons(found.table))
  const named = kindByName(name)
  const kind = named !== null && isTable(named) ? named : tableNamed(stemOf(name))
  return tableOf(name, kind, {
    ...{ header: table.header, rows: table.lines.length, notes: [...found.notes, ...notes] },
    text: () => table,
  })
}

async function stageWorkbook({ name, bytes }: SourceFile): Promise<StagedSource[]> {
  // Loaded only here: most imports meet no workbook.
  const [{ readWorkbook }, { linesOf }, { mergeFaults }, { cellText }] = await Promise.all([
    import('../datasets/excel/workbook-file.ts'),
    import('../datasets/excel/sheet-lines.ts'),
    import('../datasets/excel/read-workbook-tables.ts'),
    import('../datasets/excel/cell-text.ts'),
  ])
  const plainText = (value: SheetValue): string =>
    cellText(value, { isNumber: false, isDate: false, isFlag: false }).text
  if (!/\.xlsx$/i.test(name)) {
    throw new AppError('bad-input', `“${name}”不是 .xlsx 工作簿。请在 Excel 或 WPS 里另存为 .xlsx 后重试。`, {
      path: name,
    })
  }
  const { sheets } = await readWorkbook(bytes(), name)
  const filled = sheets.flatMap((sheet) => {
    if (HELP_SHEETS.includes(sheet.name)) return []
    const rows = sheet.rows.slice(0, HEAD_ROWS).map((cells) => cells.map(plainText))
    const head = findHeadingRows(rows, isKnownHeading)
    return head === null ? [] : [{ sheet, head, notes: headingNotes(rows, head, (row) => row + 1) }]
  })
  if (filled.length === 0) {
    throw new AppError('bad-input', `工作簿“${name}”里没有看得见的表。请核对文件；隐藏的工作表不会读。`, { path: name })
  }
  const byFile = filled.length === 1 ? tableNamed(stemOf(name)) : null
  return filled.map(({ sheet, head, notes }): StagedSource => {
    const file = filled.length === 1 ? name : `${name}[${sheet.name}]`
    const merged = mergeFaults(sheet, head.last + 1)[0]
    if (merged !== undefined) return { form: 'broken', file, problem: merged.message }
    const read = (kind: TableName | null, header: readonly string[]): TextTable =>
      withoutReasons(linesOf(sheetUnderHeadings(sheet, head, header), kind ?? 'places'))
    // Lines and columns that are no data are the same whatever the columns turn out to be.
    const first = tidyLines(read(null, head.headings))
    const text = (kind: TableName | null, header: readonly string[]): TextTable => {
      const { table } = tidyLines(read(kind, headingsUnder(head.headings, first.table.header, header)))
      return { ...table, header: first.table.header }
    }
    return tableOf(file, tableNamed(sheet.name) ?? byFile, {
      ...{ header: first.table.header, rows: first.table.lines.length, notes: [...notes, ...first.notes] },
      text,
    })
  })
}

/** Rows of a sheet that may hold its headings. */
const HEAD_ROWS = 16

/** All headings of a sheet with those that were kept under other names; both lists in the order of the sheet. */
function headingsUnder(all: readonly string[], kept: readonly string[], names: readonly string[]): string[] {
  let next = 0
  return all.map((heading) => {
    if (next >= kept.length || heading !== kept[next]) return heading
    next += 1
    return names[next - 1] ?? heading
  })
}

function tableOf(
  file: string,
  named: TableName | null,
  table: Pick<StagedTable, 'header' | 'rows' | 'notes' | 'text'>,
): StagedTable {
  return { form: 'table', file, kind: named ?? kindByColumns(table.header) ?? kindByHeadings(table.header), ...table }
}

function stagedOf({ head, files, plans, broken }: ReadSources): StagedSource[] {
  return [
    ...(head === null ? [] : [{ form: 'head' as const, file: head.file, head: head.value }]),
    ...files.map((read) => ({ form: 'layer' as const, file: read.file, read })),
    ...plans.map(({ file, written, problems }) => ({
      form: 'plan' as const,
      file,
      written,
      problem: problems[0]?.message ?? '',
    })),
    ...broken.map(({ file, error }) => ({ form: 'broken' as const, file, problem: error.message })),
  ]
}

/** A file of refused rows that comes back: the reasons of the last time are no data. */
function withoutReasons(table: TextTable): TextTable {
  const at = table.header.indexOf(REASON_HEADING)
  if (at < 0) return table
  const without = (cells: readonly string[]): string[] => cells.filter((_, index) => index !== at)
  return {
    ...table,
    header: without(table.header),
    lines: table.lines.map((line) => ({ ...line, cells: without(line.cells) })),
  }
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

function stemOf(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
}

function isTable(kind: NonNullable<ReturnType<typeof kindByName>>): kind is TableName {
  return kind !== 'dataset' && kind !== 'osm' && kind !== 'contingencyPlan' && isTableName(kind)
}
