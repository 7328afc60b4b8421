import { AppError } from '#shared/kernel/app-error.ts'
import { HELP_SHEETS } from '../datasets/excel/help-sheets.ts'
import { isWorkbookName, tableNamed } from '../datasets/excel/workbook-names.ts'
import { kindByColumns, kindByName } from '../datasets/kind-of-file.ts'
import { decodeText } from '../datasets/decode-text.ts'
import { readAllSources, type ReadSources } from '../datasets/read-sources.ts'
import { readCsvTable, type TextTable } from '../datasets/read-table.ts'
import { isTableName } from '../datasets/record-kind.ts'
import type { SourceFile } from '../datasets/source-files.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { kindByHeadings } from './column-names.ts'
import { REASON_HEADING } from './refused-rows.ts'
import type { StagedSource, StagedTable } from './staged-source.ts'

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
  const table = withoutReasons(readCsvTable(text, name, (rows) => watch(name, rows, of)))
  const named = kindByName(name)
  const kind = named !== null && isTable(named) ? named : tableNamed(stemOf(name))
  return tableOf(name, kind, { header: table.header, rows: table.lines.length, text: () => table })
}

async function stageWorkbook({ name, bytes }: SourceFile): Promise<StagedSource[]> {
  // Loaded only here: most imports meet no workbook.
  const [{ readWorkbook }, { findHeader, linesOf }, { mergeFaults }] = await Promise.all([
    import('../datasets/excel/workbook-file.ts'),
    import('../datasets/excel/sheet-lines.ts'),
    import('../datasets/excel/read-workbook-tables.ts'),
  ])
  if (!/\.xlsx$/i.test(name)) {
    throw new AppError('bad-input', `“${name}”不是 .xlsx 工作簿。请在 Excel 或 WPS 里另存为 .xlsx 后重试。`, {
      path: name,
    })
  }
  const { sheets } = await readWorkbook(bytes(), name)
  const filled = sheets.flatMap((sheet) => {
    const head = HELP_SHEETS.includes(sheet.name) ? null : findHeader(sheet)
    return head === null ? [] : [{ sheet, head }]
  })
  if (filled.length === 0) {
    throw new AppError('bad-input', `工作簿“${name}”里没有看得见的表。请核对文件；隐藏的工作表不会读。`, { path: name })
  }
  const byFile = filled.length === 1 ? tableNamed(stemOf(name)) : null
  return filled.map(({ sheet, head }): StagedSource => {
    const file = filled.length === 1 ? name : `${name}[${sheet.name}]`
    const merged = mergeFaults(sheet, head.row + 1)[0]
    if (merged !== undefined) return { form: 'broken', file, problem: merged.message }
    const text = (kind: TableName | null, header: readonly string[]): TextTable => {
      const rows = sheet.rows.map((cells, row) => (row === head.row ? [...header] : cells))
      const { headerLine, lines } = linesOf({ ...sheet, rows }, kind ?? 'places')
      return { header: head.columns, headerLine, lines }
    }
    return tableOf(file, tableNamed(sheet.name) ?? byFile, {
      header: head.columns,
      rows: text(null, head.columns).lines.length,
      text,
    })
  })
}

function tableOf(
  file: string,
  named: TableName | null,
  table: Pick<StagedTable, 'header' | 'rows' | 'text'>,
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
