import { TABLE_NAMES, type TableName } from '#shared/domain/dataset/tables.ts'
import type { TextTable } from '../../datasets/read-table.ts'
import { keySequence } from '../../keeping/key-sequence.ts'
import type { DeskSource } from '../desk-source.ts'
import type { StandingLibrary } from '../read-standing.ts'
import { identifyRows } from './identify-rows.ts'
import { createRecordIndex, type RecordIndex } from './record-index.ts'

/** Tables of an import by source, with numbers in every row that could be told. */
export type TablesOfSources = ReadonlyMap<
  number,
  { readonly kind: TableName; readonly table: TextTable; readonly basis: ReadonlyMap<number, string> }
>

/**
 * Tables under their columns, tidied, their rows matched to the library: tables that others point to come first, so that
 * a vehicle finds the team of another file of the same import. Sources keep what was read otherwise as their notes.
 */
export function identifyTables(
  sources: readonly DeskSource[],
  library: Pick<StandingLibrary, 'of' | 'retired'>,
): TablesOfSources {
  const indices = new Map<TableName, RecordIndex>()
  const indexOf = (kind: TableName): RecordIndex => {
    const known = indices.get(kind) ?? createRecordIndex(kind, library.of(kind))
    indices.set(kind, known)
    return known
  }
  const found = new Map<number, { kind: TableName; table: TextTable; basis: ReadonlyMap<number, string> }>()
  for (const kind of TABLE_NAMES) {
    let sequence: (() => string) | null = null
    const nextKey = (): string => {
      const index = indexOf(kind)
      sequence ??= keySequence(kind, [...index.keys(), ...library.retired(kind)])
      return sequence()
    }
    for (const [at, source] of sources.entries()) {
      if (source.table?.kind() !== kind) continue
      const mapped = source.table.mapped()
      if (mapped === null) continue
      source.notes = mapped.notes
      found.set(at, { kind, ...identifyRows(kind, mapped.table, { indexOf, nextKey }) })
    }
  }
  return found
}
