import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import type { Text } from '../../text/text.ts'
import { zhCN } from '../../text/zh-CN.ts'
import { cellText } from './cell-text.ts'

/** Columns with a closed list that is named by column. */
const CLOSED: ReadonlySet<string> = new Set(['shift', 'hazard', 'list', 'ownership', 'state', 'write_off_cause'])

/** Name of a kind of record. */
export function kindTitle(kind: RecordKind, text: Text): string {
  return isTableName(kind) ? text(`library.table.${kind}`) : text(`records.layer.${kind}`)
}

/** Name of a column with its unit; one without a word is shown as it is written. */
export function columnTitle(kind: RecordKind, column: string, text: Text): string {
  if (kind === 'areas' && column === 'code') return text('library.areaCode')
  return isColumn(column) ? text(`library.column.${column}`) : column
}

/** One value of a closed list in words. */
export function choiceWords(kind: RecordKind, column: string, choice: string, text: Text): string {
  if (CLOSED.has(column) && isChoice(choice)) return text(`records.choice.${choice}`)
  return isTableName(kind) ? cellText(kind, column, choice, text) : choice
}

/** Time of a change without seconds and offset, as the console's clock shows it. */
export function shortTime(recordedAt: string): string {
  return recordedAt.slice(0, 16).replace('T', ' ')
}

function isColumn(column: string): column is keyof typeof zhCN.library.column {
  return Object.hasOwn(zhCN.library.column, column)
}

function isChoice(choice: string): choice is keyof typeof zhCN.records.choice {
  return Object.hasOwn(zhCN.records.choice, choice)
}
