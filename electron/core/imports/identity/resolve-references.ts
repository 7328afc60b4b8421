import { RECORD_REFERENCES } from '#shared/domain/dataset/record-kinds.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { columnTitle } from '#shared/text/column-words.ts'
import type { RowProblem } from '../../datasets/import-report.ts'
import { comparedText, phonesOf, plainText } from './plain-cell.ts'
import type { IndexedRecord, RecordIndex } from './record-index.ts'

/** Column of a list that only helps to find the person of a row; it is not stored. */
export const PERSON_PHONE = 'person_phone'

/** What one reference of a row was found to be. */
export interface ResolvedReference {
  readonly column: string
  readonly key: string
  /** Empty when the cell holds the number already. */
  readonly basis: string
  readonly fault: RowProblem | null
}

/** Tables that the rows of a table point to, by column. */
export function referencesOf(kind: TableName): readonly { readonly column: string; readonly to: TableName }[] {
  return RECORD_REFERENCES.filter(({ from }) => from === kind)
}

/**
 * Which record a cell means that is to hold the number of another table's record: its number, else its name, told apart
 * by telephone, street or organisation of the row. Nobody found: the cell stays, and the check of references says so.
 */
export function resolveReference(
  { column, text, line }: { readonly column: string; readonly text: string; readonly line: number },
  index: RecordIndex,
  row: (column: string) => string,
): ResolvedReference {
  if (text === '' || index.has(text)) return { column, key: text, basis: '', fault: null }
  const phone = column === 'person_id' ? phoneBeside(text, row(PERSON_PHONE)) : ''
  const name = phone === '' ? text : text.replace(/[\d\s()（）+-]+$/, '')
  let found = index.find(['name'], [plainText(name)])
  let words = '名称'
  if (phone !== '') {
    found = found.filter((record) => phonesOf(record.cell('phone')).includes(phone))
    words = '姓名和电话'
  }
  for (const [helper, title] of HELPERS) {
    const wanted = comparedText(helper, row(helper))
    if (found.length < 2 || wanted === '') continue
    const narrowed = found.filter((record) => comparedText(helper, record.cell(helper)) === wanted)
    if (narrowed.length === 0) continue
    found = narrowed
    words = `${words}和${title}`
  }
  const [only, second] = found
  if (only === undefined) return { column, key: text, basis: '', fault: null }
  if (second === undefined)
    return { column, key: only.key, basis: `${columnTitle(column)}“${text}”按${words}对上 ${only.key}`, fault: null }
  return { column, key: text, basis: '', fault: ambiguous(line, column, text, found) }
}

const HELPERS = [
  ['town', '街道'],
  ['organisation', '单位'],
] as const

function phoneBeside(text: string, helper: string): string {
  const [inCell = ''] = /\d{7}/.test(text) ? phonesOf(text) : []
  return inCell === '' ? (phonesOf(helper)[0] ?? '') : inCell
}

function ambiguous(line: number, column: string, value: string, found: readonly IndexedRecord[]): RowProblem {
  const message = `${columnTitle(column)}“${value}”有 ${found.length} 条记录同名：${candidateWords(found)}。请改填编号，或补上电话、街道、单位加以区分。`
  return { line, column, value, code: 'ambiguous-reference', message }
}

const MOST_NAMED = 5

/** Candidates as an operator tells them apart. */
export function candidateWords(found: readonly IndexedRecord[]): string {
  const named = found.slice(0, MOST_NAMED).map((record) => {
    const marks = ['town', 'organisation', 'phone', 'plate', 'expires_on'].map((column) => record.cell(column))
    const known = marks.filter((mark) => mark !== '')
    return `${record.key}（${[record.name, ...known].join('，')}）`
  })
  return `${named.join('、')}${found.length > MOST_NAMED ? ' 等' : ''}`
}
