import type { ImportReportPage, ImportReportRow } from '#shared/contract/imports.contract.ts'
import { differencesOf, type RowOutcome } from './compare-file.ts'
import type { ReportAsk } from './import-port.ts'

/** One page of the report; what changed is worked out for the rows of the page alone. */
export function reportPage(
  rows: readonly RowOutcome[],
  files: readonly string[],
  { outcome, offset, limit }: ReportAsk,
): ImportReportPage {
  const chosen = outcome === null ? rows : rows.filter((row) => row.outcome === outcome)
  return {
    total: chosen.length,
    rows: chosen.slice(offset, offset + limit).map((row) => reportRow(row, files[row.source] ?? '')),
  }
}

function reportRow(row: RowOutcome, file: string): ImportReportRow {
  const { line, key, name, outcome, basis, kind, before, after, problems } = row
  return {
    file,
    line,
    key,
    name,
    outcome,
    basis,
    changes: kind === null || before === null || after === null ? [] : differencesOf(kind, before, after),
    problems: problems.map((problem) => ({ ...problem })),
  }
}
