import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { cellOfRecord, recordNameOf } from '#shared/domain/dataset/record-cells.ts'
import { RECORD_REFERENCES, recordKeyReader, recordsOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'

/** Names by id of the records that the columns of a kind refer to, by column; each table is gone through once when asked. */
export interface ReferenceNames {
  /** Columns of the kind that name another record. */
  readonly columns: readonly string[]
  /** What the record of a column's id is called; null when the column names no records or the record is not there. */
  readonly nameOf: (column: string, id: string) => string | null
}

/** Makes the names for the references of one kind. */
export function referenceNames(dataset: Dataset, kind: RecordKind): ReferenceNames {
  const references = RECORD_REFERENCES.filter(({ from }) => from === kind)
  const byTable = new Map<RecordKind, ReadonlyMap<string, string>>()
  const namesOf = (table: RecordKind): ReadonlyMap<string, string> => {
    const made = byTable.get(table)
    if (made !== undefined) return made
    const keyOf = recordKeyReader(table)
    const names = new Map(recordsOf(dataset, table).map((value) => [keyOf(value), recordNameOf(table, value)]))
    byTable.set(table, names)
    return names
  }
  return {
    columns: references.map(({ column }) => column),
    nameOf: (column, id) => {
      const reference = references.find((one) => one.column === column)
      return reference === undefined || id === '' ? null : (namesOf(reference.to).get(id) ?? null)
    },
  }
}

/** Names of the records that the given ones refer to: by column, then by id. A reference to nothing has none. */
export function namesUsed(
  names: ReferenceNames,
  kind: RecordKind,
  records: readonly object[],
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    names.columns.map((column) => {
      const pairs = records.flatMap((value): [string, string][] => {
        const id = cellOfRecord(kind, value, column)
        const name = names.nameOf(column, id)
        return name === null ? [] : [[id, name]]
      })
      return [column, Object.fromEntries(pairs)]
    }),
  )
}
