import { TABLES } from '#shared/domain/dataset/tables.ts'
import type { RowProblem } from '../datasets/import-report.ts'
import { isTableName, type RecordKind } from '../datasets/record-kind.ts'
import type { RowOutcome } from './compare-file.ts'
import type { DeskSource } from './desk-source.ts'
import type { RefusedRowsFile } from './import-port.ts'
import { formatRefusedFeatures, formatRefusedRows, type RefusedTable } from './refused-rows.ts'

/**
 * Refused rows of all files, one CSV a kind named by the kind; files of one kind stand one after the other under all of
 * their headings. Files that could not be read at all have no rows.
 */
export function refusedFiles(sources: readonly DeskSource[], rows: readonly RowOutcome[]): RefusedRowsFile[] {
  const byKind = new Map<RecordKind, Map<number, Map<number, readonly RowProblem[]>>>()
  for (const { outcome, kind, source, line, problems } of rows) {
    if (outcome !== 'refused' || kind === null) continue
    const ofKind = byKind.get(kind) ?? new Map<number, Map<number, readonly RowProblem[]>>()
    const ofSource = ofKind.get(source) ?? new Map<number, readonly RowProblem[]>()
    byKind.set(kind, ofKind.set(source, ofSource.set(line, problems)))
  }
  return [...byKind].flatMap(([kind, bySource]): RefusedRowsFile[] => {
    const tables: RefusedTable[] = []
    const features: { file: string; problems: ReadonlyMap<number, readonly RowProblem[]> }[] = []
    for (const [index, problems] of bySource) {
      const source = sources[index]
      if (source === undefined) continue
      const { staged, table } = source
      if (staged.form !== 'table') features.push({ file: staged.file, problems })
      else tables.push({ file: staged.file, problems, ...staged.text(table?.kind() ?? null, staged.header) })
    }
    const title = titleOf(kind)
    return [
      ...(tables.length === 0 ? [] : [{ fileName: title, text: formatRefusedRows(tables) }]),
      ...(features.length === 0 ? [] : [{ fileName: `${title}图层`, text: formatRefusedFeatures(features) }]),
    ]
  })
}

function titleOf(kind: RecordKind): string {
  if (isTableName(kind)) return TABLES[kind].title
  return { roads: '道路', areas: '行政区域', riskAreas: '风险区' }[kind]
}
