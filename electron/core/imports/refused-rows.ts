import type { RowProblem } from '../datasets/import-report.ts'
import type { TextTable } from '../datasets/read-table.ts'

/** Heading of the column that says why a row was refused; an import passes it over. */
export const REASON_HEADING = '拒收原因'

/** Refused rows of a table as CSV with the reason in the last column, for Excel with a BOM; headings as in the file. */
export function formatRefusedRows(
  table: Pick<TextTable, 'header' | 'lines'>,
  problems: ReadonlyMap<number, readonly RowProblem[]>,
): string {
  const lines = table.lines.flatMap(({ line, cells }) => {
    const found = problems.get(line)
    if (found === undefined) return []
    const padded = table.header.map((_, index) => cells[index] ?? '')
    return [[...padded, ...cells.slice(table.header.length), `第 ${line} 行：${wordsOf(found)}`]]
  })
  return `\uFEFF${[[...table.header, REASON_HEADING], ...lines].map(csvLine).join('\r\n')}\r\n`
}

/** Refused features of a layer as CSV: their place in the file and the reason. */
export function formatRefusedFeatures(problems: ReadonlyMap<number, readonly RowProblem[]>): string {
  const lines = [...problems].map(([line, found]) => [String(line), found[0]?.value ?? '', wordsOf(found)])
  return `\uFEFF${[['位置', '值', REASON_HEADING], ...lines].map(csvLine).join('\r\n')}\r\n`
}

function wordsOf(problems: readonly RowProblem[]): string {
  return problems.map(({ message }) => message).join(' ')
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
