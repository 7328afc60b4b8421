import type { RowProblem } from '../datasets/import-report.ts'
import type { TextTable } from '../datasets/read-table.ts'

/** Heading of the column that says why a row was refused; an import passes it over. */
export const REASON_HEADING = '拒收原因'

/** A table with the faults of its refused lines. */
export interface RefusedTable extends Pick<TextTable, 'header' | 'lines'> {
  readonly file: string
  readonly problems: ReadonlyMap<number, readonly RowProblem[]>
}

/**
 * Refused rows of tables of one kind as CSV with the reason in the last column, for Excel with a BOM; headings as in the
 * files, those of the first before those that only others have.
 */
export function formatRefusedRows(tables: readonly RefusedTable[]): string {
  const [first] = tables
  // Headings of one file may repeat or be empty: they are told apart by place as long as there is one file.
  const header = tables.length === 1 ? [...(first?.header ?? [])] : [...new Set(tables.flatMap((each) => each.header))]
  const lines = tables.flatMap((table) =>
    table.lines.flatMap(({ line, cells }) => {
      const found = table.problems.get(line)
      if (found === undefined) return []
      const padded =
        tables.length === 1
          ? header.map((_, index) => cells[index] ?? '')
          : header.map((heading) => cells[table.header.indexOf(heading)] ?? '')
      const file = tables.length === 1 ? '' : `${table.file} `
      return [[...padded, ...cells.slice(table.header.length), `${file}第 ${line} 行：${wordsOf(found)}`]]
    }),
  )
  return `\uFEFF${[[...header, REASON_HEADING], ...lines].map(csvLine).join('\r\n')}\r\n`
}

/** Refused features of layers of one kind as CSV: file, place in it and the reason. */
export function formatRefusedFeatures(
  layers: readonly { readonly file: string; readonly problems: ReadonlyMap<number, readonly RowProblem[]> }[],
): string {
  const lines = layers.flatMap(({ file, problems }) =>
    [...problems].map(([line, found]) => [file, String(line), found[0]?.value ?? '', wordsOf(found)]),
  )
  return `\uFEFF${[['文件', '位置', '值', REASON_HEADING], ...lines].map(csvLine).join('\r\n')}\r\n`
}

function wordsOf(problems: readonly RowProblem[]): string {
  return problems.map(({ message }) => message).join(' ')
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
