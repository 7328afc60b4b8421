import type { Area, Dataset, RiskArea, Road } from '#shared/domain/dataset/dataset.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import type { Position } from '#shared/kernel/geo.ts'
import { compareText } from '#shared/kernel/order.ts'
import { cellsOf } from './cells-of.ts'

/** Told before each file is made, with the number of its records; may throw to stop. */
export type FormatWatch = (file: string, records: number) => void

/** The files of a data set by name, as UTF-8 text with LF. Empty tables and layers are left out. */
export function formatDataset(dataset: Dataset, watch: FormatWatch = () => undefined): Map<string, string> {
  const files = new Map([['dataset.json', `${JSON.stringify(dataset.head, null, 2)}\n`]])
  for (const name of TABLE_NAMES) {
    if (dataset[name].length === 0) continue
    watch(TABLES[name].file, dataset[name].length)
    files.set(TABLES[name].file, formatTable(name, dataset[name]))
  }
  const { id } = dataset.head
  const layers: readonly (readonly [string, object, readonly object[]])[] = [
    ['roads.geojson', { name: `${id}-roads`, schematic: dataset.roadsSchematic }, dataset.roads.map(roadFeature)],
    ['areas.geojson', { name: `${id}-areas` }, dataset.areas.map(areaFeature)],
    ['risk_areas.geojson', { name: `${id}-risk-areas` }, dataset.riskAreas.map(riskAreaFeature)],
  ]
  for (const [name, head, features] of layers) if (features.length > 0) files.set(name, formatLayer(head, features))
  return files
}

/** The rows of a table as texts, header first; cells of unknown columns stand at the end. */
export function textRowsOf(name: TableName, rows: readonly object[]): string[][] {
  const cells = cellsOf(name)
  const notes = [...new Set(rows.flatMap((row) => Object.keys(extrasOf(row))))].sort(compareText)
  const lines = rows.map((row) => {
    const extras = extrasOf(row)
    const own = cells.map(([column, cell]) => {
      const value: unknown = Reflect.get(row, camelCaseOf(column))
      return cell.write(value)
    })
    return [...own, ...notes.map((column) => extras[column] ?? '')]
  })
  return [[...cells.map(([column]) => column), ...notes], ...lines]
}

/** A table as CSV text. Cells stand as they are, also those that Excel would take for a formula: programs read them too. */
export function formatTable(name: TableName, rows: readonly object[]): string {
  const lines = textRowsOf(name, rows).map((cells) => cells.map(quote).join(','))
  return `${lines.join('\n')}\n`
}

function quote(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A layer as GeoJSON text: one feature a line, so that a change in one record is a change in one line. */
export function formatLayer(head: object, features: readonly object[]): string {
  const opening = JSON.stringify({ type: 'FeatureCollection', ...head, features: [] }).slice(0, -2)
  return `${opening}\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
}

/** A road as a GeoJSON feature. */
export function roadFeature(road: Road): WrittenFeature {
  const properties = {
    id: road.id,
    name: road.name,
    alt_names: road.altNames.join(';'),
    ref: road.ref,
    class: road.class,
    speed_kmh: road.speedKmh,
    oneway: road.oneway,
    bridge: road.bridge ? 1 : 0,
    tunnel: road.tunnel ? 1 : 0,
    max_height_m: road.maxHeightM,
    max_weight_t: road.maxWeightT,
    hazmat: road.hazmat,
    floods: road.floods ? 1 : 0,
    from_node: road.fromNode,
    to_node: road.toNode,
    is_demo: road.isDemo ? 1 : 0,
  }
  return featureOf(road.id, { ...extrasOf(road), ...properties }, { type: 'LineString', coordinates: road.coordinates })
}

/** An area as a GeoJSON feature. */
export function areaFeature(area: Area): WrittenFeature {
  const { code, name, level } = area
  return featureOf(code, { ...extrasOf(area), code, name, level }, { type: 'MultiPolygon', coordinates: area.polygons })
}

/** A risk area as a GeoJSON feature. */
export function riskAreaFeature(area: RiskArea): WrittenFeature {
  const { id, name, kind, level, people, rings, point } = area
  const geometry: WrittenGeometry =
    rings === null ? { type: 'Point', coordinates: point ?? [] } : { type: 'Polygon', coordinates: rings }
  return featureOf(id, { ...extrasOf(area), id, name, kind, level, people }, geometry)
}

/** A GeoJSON feature as it is written. */
export interface WrittenFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly properties: Readonly<Record<string, string | number | null>>
  readonly geometry: WrittenGeometry | null
}

/** A geometry of a record. */
export type WrittenGeometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

function featureOf(id: string, properties: WrittenFeature['properties'], geometry: WrittenGeometry): WrittenFeature {
  return { type: 'Feature', id, properties, geometry }
}

function extrasOf(record: object): Record<string, string> {
  const extras: unknown = Reflect.get(record, 'extras')
  if (typeof extras !== 'object' || extras === null) return {}
  return Object.fromEntries(Object.entries(extras).map(([key, value]) => [key, String(value)]))
}
