import type { Dataset } from './dataset.ts'
import { camelCaseOf } from './table-definition.ts'
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts'

/** The map layers of a data set, which are GeoJSON files. */
export const LAYER_KINDS = ['roads', 'areas', 'riskAreas'] as const
export type LayerKind = (typeof LAYER_KINDS)[number]

/** A kind of record inside a data set: a table, or one of the three map layers. */
export type RecordKind = TableName | LayerKind

/** Every kind, referenced tables first. */
export const RECORD_KINDS: readonly RecordKind[] = [...TABLE_NAMES, ...LAYER_KINDS]

/** Whether a kind is a CSV table. */
export function isTableName(kind: RecordKind): kind is TableName {
  return kind !== 'roads' && kind !== 'areas' && kind !== 'riskAreas'
}

/** The columns that together identify a record of a kind, as they are named in files and SQL. */
export function keyColumnsOf(kind: RecordKind): readonly string[] {
  return isTableName(kind) ? TABLES[kind].key : [kind === 'areas' ? 'code' : 'id']
}

/** Works out the text that identifies a record within its kind: its key cells, joined by `|`. */
export function recordKeyReader(kind: RecordKind): (value: object) => string {
  const members = keyColumnsOf(kind).map(camelCaseOf)
  const [only = ''] = members
  return members.length === 1
    ? (value) => cellText(value, only)
    : (value) => members.map((member) => cellText(value, member)).join('|')
}

/** The text that identifies a record within its kind. */
export function recordKeyOf(kind: RecordKind, value: object): string {
  return recordKeyReader(kind)(value)
}

/** A member of a record as text; lists and absent values as empty text. */
export function cellText(value: object, key: string): string {
  const member: unknown = Reflect.get(value, key)
  return typeof member === 'string' || typeof member === 'number' ? String(member) : ''
}

/** All records of a kind in a data set. */
export function recordsOf(dataset: Dataset, kind: RecordKind): readonly object[] {
  return dataset[kind]
}

/** A column of one table that names a record of another (or of its own). */
export interface RecordReference {
  readonly from: TableName
  /** The column as it is named in files and SQL. */
  readonly column: string
  readonly to: TableName
}

/** Every reference between tables, in the order of the tables. */
export const RECORD_REFERENCES: readonly RecordReference[] = TABLE_NAMES.flatMap((from) =>
  Object.entries(TABLES[from].references).flatMap(([column, target]): RecordReference[] => {
    const to = TABLE_NAMES.find((name) => name === target)
    return to === undefined ? [] : [{ from, column, to }]
  }),
)
