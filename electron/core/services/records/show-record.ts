import type { NamedRecord, RecordView } from '#shared/contract/records.contract.ts'
import {
  cellNamesOf,
  cellOfRecord,
  cellsOfRecord,
  isDemoRecord,
  recordNameOf,
} from '#shared/domain/dataset/record-cells.ts'
import { RECORD_REFERENCES, recordKeyOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordExtrasOf } from '#shared/domain/dataset/record-text.ts'
import { countReferring, readReferring } from '../../db/repositories/library-table.repo.ts'
import { findRecord, stampOfRecord, standingRecord, stateDigestOf, type RecordsParts } from './record-parts.ts'

/** How many of the records that name one are answered with it; the rest are a list away. */
const NAMED = 20

/** One record with what it names and what names it; see the contract. */
export function showRecord(core: RecordsParts, kind: RecordKind, key: string): RecordView {
  const { value, isRetired } = findRecord(core, kind, key)
  const names = cellNamesOf(kind)
  const cells = cellsOfRecord(kind, value)
  return {
    ...{ kind, key, isRetired, name: recordNameOf(kind, value), isDemo: isDemoRecord(value) },
    cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])),
    extras: recordExtrasOf(value),
    digest: stateDigestOf(kind, value),
    change: stampOfRecord(core.db, kind, key),
    references: referencesOf(core, kind, value),
    namedBy: namedBy(core, kind, key),
  }
}

function referencesOf(core: RecordsParts, kind: RecordKind, value: object): RecordView['references'] {
  return RECORD_REFERENCES.flatMap(({ from, column, to }) => {
    const id = from === kind ? cellOfRecord(kind, value, column) : ''
    if (id === '') return []
    const target = standingRecord(core.library.current(), to, id)
    return [{ column, kind: to, key: id, name: target === null ? id : recordNameOf(to, target) }]
  })
}

function namedBy({ db }: RecordsParts, kind: RecordKind, key: string): RecordView['namedBy'] {
  return RECORD_REFERENCES.flatMap((reference) => {
    if (reference.to !== kind) return []
    const { from, column } = reference
    const records = readReferring(db, reference, { id: key, limit: NAMED }).map((value): NamedRecord => ({
      kind: from,
      key: recordKeyOf(from, value),
      name: recordNameOf(from, value),
    }))
    return [{ kind: from, column, total: countReferring(db, reference, key), records }]
  })
}
