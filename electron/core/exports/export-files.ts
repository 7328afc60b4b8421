import type { ExportChoice } from '#shared/contract/exports.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { isTableName } from '#shared/domain/dataset/record-kinds.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import { exportLibrary, type ExportFiles } from '../datasets/export/export-library.ts'
import type { BatchStamp } from '../keeping/library-change.ts'
import { countChosen, hasDemo, kindsInWords, kindsOf, personalTitles } from './chosen-records.ts'

/** Told before each file is made: how many records are behind it. May throw to stop. */
export type ExportWatch = (file: string, records: number) => void

/**
 * Files of a choice in memory. A part of a data set goes without `dataset.json`, so that bringing it back does not undo
 * what the head says since. `说明.txt` says who took what and whether it is made up; an import passes over it.
 */
export async function exportFiles(
  dataset: Dataset,
  choice: ExportChoice,
  stamp: BatchStamp,
  watch: ExportWatch,
): Promise<ExportFiles> {
  if (choice.format === 'template') return templates(choice, watch)
  const files = await exportLibrary(dataset, choice.format, watch)
  if (choice.kinds !== null) files.delete('dataset.json')
  files.set('说明.txt', noteOf(dataset, choice, stamp))
  return files
}

async function templates(choice: ExportChoice, watch: ExportWatch): Promise<ExportFiles> {
  const { writeTemplate } = await import('../datasets/excel/table-template.ts')
  const files: ExportFiles = new Map()
  for (const kind of kindsOf(choice).filter(isTableName)) {
    watch(TABLES[kind].title, 0)
    files.set(`${TABLES[kind].sqlTable}-template.xlsx`, await writeTemplate(kind))
  }
  return files
}

/** With a byte order mark and CRLF: it is opened with Notepad. */
function noteOf(dataset: Dataset, { kinds, filter, format }: ExportChoice, stamp: BatchStamp): string {
  const personal = personalTitles(dataset)
  const lines = [
    ...(hasDemo(dataset) ? ['【演示数据】其中有编造的记录（is_demo 为 1），不得用于实战。'] : []),
    ...(personal.length === 0 ? [] : [`【个人信息】含个人信息的表：${personal.join('、')}。用后删除，不得外传。`]),
    `数据集：${dataset.head.name}（${dataset.head.id}），数据日期 ${dataset.head.asOf}`,
    `内容：${kindsInWords(kinds)}${filter === null ? '' : '（列表筛选后的部分）'}，${countChosen(dataset)} 条，格式 ${format}`,
    `坐标系：WGS84`,
    `导出人：${stamp.who}；时间：${stamp.recordedAt}；事由：${stamp.reason}`,
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
