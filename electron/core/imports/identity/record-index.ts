import { cellOfRecord, recordNameOf } from '#shared/domain/dataset/record-cells.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { comparedText } from './plain-cell.ts'

/** A record as it is compared: of the library, or of a row of the import. */
export interface IndexedRecord {
  readonly key: string
  /** What an operator knows it by. */
  readonly name: string
  readonly cell: (column: string) => string
}

/** Records of one table, found by the texts of some of their columns. */
export interface RecordIndex {
  readonly has: (key: string) => boolean
  readonly keys: () => Iterable<string>
  readonly add: (record: IndexedRecord) => void
  /** Records whose columns are these texts, in the order of their keys. */
  readonly find: (columns: readonly string[], texts: readonly string[]) => readonly IndexedRecord[]
}

/** Begins with the records of the library; the way by some columns is made when it is first asked for. */
export function createRecordIndex(kind: TableName, standing: ReadonlyMap<string, object>): RecordIndex {
  const records = new Map<string, IndexedRecord>()
  for (const [key, value] of standing) {
    records.set(key, { key, name: recordNameOf(kind, value), cell: (column) => cellOfRecord(kind, value, column) })
  }
  const ways = new Map<string, { readonly columns: readonly string[]; readonly by: Map<string, IndexedRecord[]> }>()
  const put = (by: Map<string, IndexedRecord[]>, columns: readonly string[], record: IndexedRecord): void => {
    const joined = joinedText(columns.map((column) => comparedText(column, record.cell(column))))
    const known = by.get(joined)
    if (known === undefined) by.set(joined, [record])
    else known.push(record)
  }
  return {
    has: (key) => records.has(key),
    keys: () => records.keys(),
    add: (record) => {
      // The library's own record stays what a row is compared with.
      if (records.has(record.key)) return
      records.set(record.key, record)
      for (const { columns, by } of ways.values()) put(by, columns, record)
    },
    find: (columns, texts) => {
      const name = columns.join('|')
      let way = ways.get(name)
      if (way === undefined) {
        way = { columns, by: new Map() }
        for (const record of records.values()) put(way.by, columns, record)
        ways.set(name, way)
      }
      const found = way.by.get(joinedText(texts)) ?? []
      return found.length < 2 ? found : [...found].sort((a, b) => (a.key < b.key ? -1 : 1))
    },
  }
}

function joinedText(texts: readonly string[]): string {
  return texts.join('\u0000')
}
