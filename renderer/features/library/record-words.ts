import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import type { Text, TextKey } from '../../text/text.ts'
import { zhCN } from '../../text/zh-CN.ts'
import { cellText } from './cell-text.ts'

/** Name of a kind of record. */
export function kindTitle(kind: RecordKind, text: Text): string {
  return isTableName(kind) ? text(`library.table.${kind}`) : text(`records.layer.${kind}`)
}

/** Name of a column; one without a word is shown as it is written. */
export function columnTitle(column: string, text: Text): string {
  const known: TextKey | null = isColumn(column) ? `library.column.${column}` : null
  return known === null ? column : text(known)
}

/** Name of a column above its field; in a list longitude and latitude stand together. */
export function fieldTitle(column: string, text: Text): string {
  return column === 'lng' ? text('records.longitude') : columnTitle(column, text)
}

/** A fault as the core says it, with the column's name in place of its code. */
export function problemWords({ column, message }: { column: string; message: string }, text: Text): string {
  return column !== '' && message.startsWith(column)
    ? fieldTitle(column, text) + message.slice(column.length).trimStart()
    : message
}

/** One value of a closed list in words. */
export function choiceWords(kind: RecordKind, column: string, choice: string, text: Text): string {
  if (isChoice(choice)) return text(`records.choice.${choice}`)
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
