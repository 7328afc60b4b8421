import { cellsOf } from '../cells-of.ts'
import { TABLE_NAMES } from '#shared/domain/dataset/tables.ts'
import { kindByColumns } from '../kind-of-file.ts'
import { ROAD_COLUMNS } from '../read-roads.ts'
import type { RecordKind } from '../record-kind.ts'
import type { FeatureLayer } from './feature-layer.ts'
import { restoreColumns } from './restore-columns.ts'

/** Features whose properties are looked at to tell the kind. */
const SAMPLE = 20

/** Kind of a layer by its features' properties and shapes; null when none fits. */
export function kindByFeatures({ features }: FeatureLayer): RecordKind | null {
  const sample = features.slice(0, SAMPLE)
  const columns = [...new Set(sample.flatMap(propertyNames))]
  const shapes = new Set(sample.map(shapeOf))
  const known = [...new Set([...TABLE_NAMES.flatMap((table) => cellsOf(table).map(([name]) => name)), ...ROAD_COLUMNS])]
  const names = [...restoreColumns(columns, known).values()]
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name))
  if (has('oneway') || has('from_node') || (has('class') && shapes.has('LineString'))) return 'roads'
  if (shapes.has('LineString') && has('speed_kmh')) return 'roads'
  if (has('code', 'level')) return 'areas'
  if (has('id', 'kind', 'level')) return 'riskAreas'
  const table = kindByColumns([...new Set([...names, 'lng', 'lat'])])
  return table ?? (has('id', 'kind') ? 'riskAreas' : null)
}

function propertyNames(feature: unknown): string[] {
  const properties = memberOf(feature, 'properties')
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

function shapeOf(feature: unknown): string {
  return String(memberOf(memberOf(feature, 'geometry'), 'type'))
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
