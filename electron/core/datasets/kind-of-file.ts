import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { tableNamed } from './excel/workbook-names.ts'
import { readHeader, requiredColumns } from './read-table.ts'
import { LAYER_FILES, type RecordKind } from './record-kind.ts'

/** How a file is to be read. */
export type FileKind = 'dataset' | 'osm' | 'contingencyPlan' | RecordKind

/** Kind of a file by its name; null when the name does not say. */
export function kindByName(name: string): FileKind | null {
  const lower = name.toLowerCase()
  if (lower.startsWith('contingency_plans/')) return 'contingencyPlan'
  if (lower === 'dataset.json') return 'dataset'
  if (lower.endsWith('.osm.pbf') || lower.endsWith('.pbf')) return 'osm'
  const stem = /^(.*)\.(?:geojson|json|kml|kmz|shp)$/.exec(lower)?.[1]
  return stem === undefined ? (TABLE_NAMES.find((table) => TABLES[table].file === lower) ?? null) : kindNamed(stem)
}

/**
 * Kind of a CSV by its header: the table whose required columns are all there and that knows most of the others.
 * Null when none fits or two fit equally.
 */
export function kindByHeader(text: string, file: string): TableName | null {
  return kindByColumns(readHeader(text, file))
}

/** As `kindByHeader`, for a header that is read already. */
export function kindByColumns(header: readonly string[]): TableName | null {
  const ranked = TABLE_NAMES.filter((table) => requiredColumns(table).every((column) => header.includes(column)))
    .map((table) => {
      const columns = Object.keys(TABLES[table].columns)
      const known = header.filter((column) => columns.includes(column)).length
      return { table, score: known * 100 - columns.length }
    })
    .sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  return best === undefined || best.score === second?.score ? null : best.table
}

/** Kind by the name of a file without its ending, a sheet or a folder: `teams`, `risk_areas` or a table's Chinese title. */
export function kindNamed(name: string): RecordKind | null {
  const stem = name.trim().toLowerCase()
  const layer = layerNames().find((kind) => LAYER_FILES[kind] === `${stem.replace(/_points$/, '')}.geojson`)
  return layer ?? tableNamed(name)
}

/** Whether a file is a layer of features in a format that needs its own reader: KML, KMZ or a shapefile. */
export function isGisName(name: string): boolean {
  return /\.(kml|kmz|shp)$/i.test(name)
}

function layerNames(): ('roads' | 'areas' | 'riskAreas')[] {
  return ['roads', 'areas', 'riskAreas']
}
