import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { RowProblem } from '../../datasets/import-report.ts'
import { identityRulesOf, numberColumnOf, type IdentityRule } from './identity-rules.ts'
import { comparedText } from './plain-cell.ts'
import type { IndexedRecord, RecordIndex } from './record-index.ts'
import { candidateWords } from './resolve-references.ts'

/** Which record a row without a number is. */
export type FoundRecord =
  | { readonly outcome: 'found'; readonly key: string; readonly words: string }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'refused'; readonly fault: RowProblem }

interface RowPlace {
  readonly kind: TableName
  readonly line: number
  /** Columns of the list. */
  readonly header: ReadonlyMap<string, number>
  readonly index: RecordIndex
}

/** Goes through the rules of a table, surest first: the first that finds anybody decides (design rule IM1). */
export function findRecord(at: RowPlace, cell: (column: string) => string): FoundRecord {
  let isTried = false
  for (const rule of identityRulesOf(at.kind)) {
    const isFilled = rule.needs.every((column) => comparedText(column, cell(column)) !== '')
    if (!isFilled || (rule.isWeak === true && isTried)) continue
    isTried = true
    const found = candidates(rule, at, cell)
    const [only, second] = found
    if (only === undefined) continue
    if (rule.isWeak === true) return { outcome: 'refused', fault: unsure(at, rule, cell, found) }
    if (second === undefined) return { outcome: 'found', key: only.key, words: rule.words }
    return { outcome: 'refused', fault: ambiguous(at, rule, cell, found) }
  }
  return isTried ? { outcome: 'new' } : { outcome: 'refused', fault: nameless(at) }
}

function candidates(
  { needs, also, silent }: IdentityRule,
  { header, index }: RowPlace,
  cell: (column: string) => string,
): readonly IndexedRecord[] {
  const columns = [...needs, ...also.filter((column) => header.has(column))]
  const texts = columns.map((column) => comparedText(column, cell(column)))
  const found = index.find(columns, texts)
  return silent === undefined ? found : found.filter((record) => cell(silent) === '' || record.cell(silent) === '')
}

function ambiguous(
  at: RowPlace,
  { words, needs }: IdentityRule,
  cell: (column: string) => string,
  found: readonly IndexedRecord[],
): RowProblem {
  const message = `没有编号，按${words}对上 ${found.length} 条记录：${candidateWords(found)}。请在这一行补上编号。`
  return fault(at, 'ambiguous-record', needs.map(cell).join('，'), message)
}

function unsure(
  at: RowPlace,
  { words, needs }: IdentityRule,
  cell: (column: string) => string,
  found: readonly IndexedRecord[],
): RowProblem {
  const message = `只有${words}，资源库里有同名的：${candidateWords(found)}，认不出是不是同一个。请补上编号、电话或单位。`
  return fault(at, 'ambiguous-record', needs.map(cell).join('，'), message)
}

function nameless(at: RowPlace): RowProblem {
  const ways = identityRulesOf(at.kind).map(({ words }) => words)
  return fault(at, 'record-unnamed', '', `没有编号，也没有${ways.join('，或')}，认不出是哪一条。请补上其中之一。`)
}

function fault({ kind, line }: RowPlace, code: string, value: string, message: string): RowProblem {
  return { line, column: numberColumnOf(kind) ?? '', value, code, message }
}
