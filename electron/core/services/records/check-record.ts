import type { CellProblem } from '#shared/contract/records.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { cellNamesOf, cellOfRecord, recordNameOf } from '#shared/domain/dataset/record-cells.ts'
import { keyColumnsOf, RECORD_REFERENCES } from '#shared/domain/dataset/record-kinds.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import { readRows } from '../../datasets/read-table.ts'
import { findNewestChange } from '../../db/repositories/library-history.repo.ts'
import { retiredRecord, standingRecord, type RecordsParts } from './record-parts.ts'

/** A record as typed: its table, the key it has (null = new), the text of every cell, and cells without a column. */
export interface TypedRecord {
  readonly kind: TableName
  readonly key: string | null
  readonly cells: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
}

/** What was typed as a record, or what is wrong with it. */
export interface CheckedRecord {
  /** Null when there is a problem that leaves no record at all. */
  readonly value: object | null
  readonly problems: CellProblem[]
}

/** Judges a typed record by the row checks of the import, then its references and its key. Nothing is stored. */
export function checkRecord(core: RecordsParts, typed: TypedRecord): CheckedRecord {
  const { kind, cells, extras } = typed
  const names = [...cellNamesOf(kind), ...Object.keys(extras)]
  const texts = names.map((name) => cells[name] ?? extras[name] ?? '')
  const table = { header: names, headerLine: 0, lines: [{ line: 1, cells: texts, faults: [] }] }
  const { records, problems } = readRows(kind, table, TABLES[kind].file)
  const value = records[0]?.value ?? null
  const faults = problems.map(({ column, value: text, code, message }) => ({ column, value: text, code, message }))
  const unknown = Object.keys(cells).filter((name) => !cellNamesOf(kind).includes(name))
  return {
    value,
    problems: [
      ...faults,
      ...unknown.map((column) => problem(column, cells[column] ?? '', 'column-unknown', `没有名为 ${column} 的列。`)),
      ...referenceProblems(core.library.current(), typed),
      ...keyProblems(core, typed),
    ],
  }
}

function referenceProblems(dataset: Dataset, { kind, key, cells }: TypedRecord): CellProblem[] {
  return RECORD_REFERENCES.flatMap(({ from, column, to }) => {
    const id = (cells[column] ?? '').trim()
    if (from !== kind || id === '') return []
    const title = TABLES[to].title
    if (standingRecord(dataset, to, id) === null) {
      return [problem(column, id, 'unknown-reference', `${title}“${id}”不存在或已停用。请重新选择。`)]
    }
    if (from !== to || key === null || !leadsTo(dataset, { table: to, column, from: id, key })) return []
    return [problem(column, id, 'cyclic-reference', `${title}“${id}”在本记录之下，会成为循环。请另选。`)]
  })
}

/** Whether going up from a record along its own table's reference comes to the key. */
function leadsTo(
  dataset: Dataset,
  { table, column, from, key }: { table: TableName; column: string; from: string; key: string },
): boolean {
  const seen = new Set<string>()
  for (let id = from; id !== '' && !seen.has(id);) {
    if (id === key) return true
    seen.add(id)
    const value = standingRecord(dataset, table, id)
    id = value === null ? '' : cellOfRecord(table, value, column)
  }
  return false
}

function keyProblems(core: RecordsParts, { kind, key, cells }: TypedRecord): CellProblem[] {
  const parts = keyColumnsOf(kind).map((column) => (cells[column] ?? '').trim())
  const typedKey = parts.join('|')
  if (typedKey === key || parts.includes('')) return []
  const [column = ''] = keyColumnsOf(kind)
  const title = TABLES[kind].title
  if (key !== null && keyColumnsOf(kind).length === 1) {
    const message = `编号不能改（原为“${key}”），别的记录以它引用本记录。请改回；确需换号请新建一条并停用这一条。`
    return [problem(column, typedKey, 'key-changed', message)]
  }
  const taken = standingRecord(core.library.current(), kind, typedKey)
  if (taken !== null) {
    const message = `${title}“${typedKey}”已有（${recordNameOf(kind, taken)}）。请换一个，或改那一条。`
    return [problem(column, typedKey, 'duplicate-id', message)]
  }
  if (retiredRecord(findNewestChange(core.db, kind, typedKey)) === null) return []
  const message = `${title}“${typedKey}”是一条已停用的记录。请恢复那一条，或换一个编号。`
  return [problem(column, typedKey, 'retired-id', message)]
}

function problem(column: string, value: string, code: string, message: string): CellProblem {
  return { column, value, code, message }
}
