import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import type { CoordinateSystem } from './coordinates/coordinate-system.ts'
import type { RowProblem } from './import-report.ts'

export {
  cellText,
  isTableName,
  RECORD_KINDS,
  recordKeyOf,
  recordsOf,
  type RecordKind,
} from '#shared/domain/dataset/record-kinds.ts'

/** Kinds that are GeoJSON files. */
export const LAYER_FILES = { roads: 'roads.geojson', areas: 'areas.geojson', riskAreas: 'risk_areas.geojson' } as const

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
  /** Excel and map formats: what was read but deserves a look. */
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

/** Whether records of a kind have a position of their own. */
export function hasPosition(kind: RecordKind): boolean {
  return !isTableName(kind) || Object.hasOwn(TABLES[kind].columns, 'lng')
}

/** Name of a kind in reports: the stem of its file. */
export function kindLabelOf(kind: RecordKind): string {
  return isTableName(kind) ? TABLES[kind].sqlTable : LAYER_FILES[kind].replace(/\.geojson$/, '')
}
