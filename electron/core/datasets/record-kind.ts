import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import type { CoordinateSystem } from './coordinates/coordinate-system.ts'
import type { RowProblem } from './import-report.ts'

/** A kind of record inside a data set: a table, or one of the three map layers. */
export type RecordKind = TableName | 'roads' | 'areas' | 'riskAreas'

/** Kinds that are GeoJSON files. */
export const LAYER_FILES = { roads: 'roads.geojson', areas: 'areas.geojson', riskAreas: 'risk_areas.geojson' } as const

/** Every kind, referenced tables first. */
export const RECORD_KINDS: readonly RecordKind[] = [...TABLE_NAMES, 'roads', 'areas', 'riskAreas']

/** One record as read. `line` is where it stands in its file; records of one `group` came from one line or way. */
export interface ReadRecord {
  readonly line: number
  readonly key: string
  readonly group: string
  readonly value: object
}

/** What one file held: good records, and the faults of the refused ones. */
export interface ReadFile {
  readonly file: string
  readonly kind: RecordKind
  /** Rows, features or ways that were there to be read. */
  readonly read: number
  readonly records: readonly ReadRecord[]
  /** Groups refused so far, each with at least one problem. */
  readonly refused: number
  readonly problems: readonly RowProblem[]
  /** Excel only: what was read but deserves a look. */
  readonly notes?: readonly RowProblem[]
  /** The coordinate system that the file or its format declares; absent = it declares none. */
  readonly declaredSystem?: CoordinateSystem
  /** True when the format leaves no doubt about the system, so that not even the user may name another. */
  readonly isSystemFixed?: boolean
  /** Roads only: true when the file calls itself schematic. */
  readonly schematic: boolean
  /** OSM roads only: ways that lie wholly outside the extract, so that nothing of them could be stored. */
  readonly outside?: number
}

/** Whether a kind is a CSV table. */
export function isTableName(kind: RecordKind): kind is TableName {
  return kind !== 'roads' && kind !== 'areas' && kind !== 'riskAreas'
}

/** Whether records of a kind have a position of their own. */
export function hasPosition(kind: RecordKind): boolean {
  return !isTableName(kind) || Object.hasOwn(TABLES[kind].columns, 'lng')
}

/** Name of a kind in reports: the stem of its file. */
export function kindLabelOf(kind: RecordKind): string {
  return isTableName(kind) ? TABLES[kind].sqlTable : LAYER_FILES[kind].replace(/\.geojson$/, '')
}

/** The text that identifies a record within its kind. */
export function recordKeyOf(kind: RecordKind, value: object): string {
  const columns: readonly string[] = isTableName(kind) ? TABLES[kind].key : [kind === 'areas' ? 'code' : 'id']
  return columns.map((column) => cellText(value, camelCaseOf(column))).join('|')
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
