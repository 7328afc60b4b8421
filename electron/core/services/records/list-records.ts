import type { AppContract } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { cellNamesOf, cellOfRecord, cellsOfRecord, isDemoRecord } from '#shared/domain/dataset/record-cells.ts'
import { recordKeyOf, recordsOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { compareText } from '#shared/kernel/order.ts'
import { readRetired } from '../../db/repositories/library-history.repo.ts'
import { retiredRecord, stampOfRecord, type RecordsParts } from './record-parts.ts'
import { namesUsed, referenceNames, type ReferenceNames } from './reference-names.ts'

type Wanted = ParsedInputOf<AppContract['records']['list']>

interface Listed {
  readonly value: object
  readonly isRetired: boolean
}

/**
 * A page of the records of one kind; see the contract. Without a sort they keep their order, retired ones last. What
 * refers to another record is found and put in order by that record's name.
 */
export function listRecords(core: RecordsParts, wanted: Wanted): OutputOf<AppContract['records']['list']> {
  const { kind, offset, limit } = wanted
  const names = referenceNames(core.library.current(), kind)
  const found = allOf(core, wanted).filter(({ value }) => isWanted(value, wanted, names))
  const sorted = wanted.sort === null ? found : sortByColumn(kind, found, wanted.sort, names)
  const page = sorted.slice(offset, offset + limit)
  return {
    columns: [...cellNamesOf(kind)],
    total: found.length,
    names: namesUsed(
      names,
      kind,
      page.map(({ value }) => value),
    ),
    rows: page.map(({ value, isRetired }) => {
      const key = recordKeyOf(kind, value)
      const change = stampOfRecord(core.db, kind, key)
      return { key, cells: cellsOfRecord(kind, value), isDemo: isDemoRecord(value), isRetired, change }
    }),
  }
}

/** Keys of all records in force that a list with this filter shows. */
export function listedKeys(
  core: Pick<RecordsParts, 'library'>,
  wanted: Pick<Wanted, 'kind' | 'text' | 'where'>,
): string[] {
  const library = core.library.current()
  const names = referenceNames(library, wanted.kind)
  return recordsOf(library, wanted.kind)
    .filter((value) => isWanted(value, wanted, names))
    .map((value) => recordKeyOf(wanted.kind, value))
}

function allOf(core: RecordsParts, { kind, retired }: Wanted): Listed[] {
  const standing =
    retired === 'only' ? [] : recordsOf(core.library.current(), kind).map((value) => ({ value, isRetired: false }))
  if (retired === 'without') return standing
  const gone = readRetired(core.db, kind).flatMap((change) => {
    const value = retiredRecord(change)
    return value === null ? [] : [{ value, isRetired: true }]
  })
  return [...standing, ...gone]
}

function isWanted(
  value: object,
  { kind, where, text }: Pick<Wanted, 'kind' | 'where' | 'text'>,
  names: ReferenceNames,
): boolean {
  if (where.some((filter) => cellOfRecord(kind, value, filter.column) !== filter.value)) return false
  const piece = text.trim().toLowerCase()
  if (piece === '') return true
  const has = (words: string | null): boolean => words !== null && words.toLowerCase().includes(piece)
  return (
    cellsOfRecord(kind, value).some(has) ||
    names.columns.some((column) => has(names.nameOf(column, cellOfRecord(kind, value, column))))
  )
}

/** Numbers by size, texts by code unit, empty cells last whichever way; the key decides among equals. */
function sortByColumn(
  kind: RecordKind,
  records: readonly Listed[],
  { column, descending }: { readonly column: string; readonly descending: boolean },
  names: ReferenceNames,
): Listed[] {
  const keyed = records.map((record) => {
    const cell = cellOfRecord(kind, record.value, column)
    return { record, cell: names.nameOf(column, cell) ?? cell, key: recordKeyOf(kind, record.value) }
  })
  const areNumbers = keyed.every(({ cell }) => cell === '' || /^-?\d+(\.\d+)?$/.test(cell))
  const order = (a: string, b: string): number => (areNumbers ? Number(a) - Number(b) : compareText(a, b))
  keyed.sort((a, b) => {
    if (a.cell === b.cell) return compareText(a.key, b.key)
    if (a.cell === '' || b.cell === '') return a.cell === '' ? 1 : -1
    return descending ? order(b.cell, a.cell) : order(a.cell, b.cell)
  })
  return keyed.map(({ record }) => record)
}
