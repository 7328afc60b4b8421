import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Area, Point } from './geometry.ts'

/** One named place of the hand-made gazetteer. */
export interface GazetteerPlace {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: string
  readonly district: string
  readonly point: Point
  readonly confidence: string
  readonly source: string
  readonly note: string
}

/** One row of the national list of divisions. */
export interface Division {
  readonly code: string
  readonly level: string
  readonly name: string
  readonly parentCode: string
}

/** A GeoJSON feature as read, before its geometry is narrowed. */
export interface Feature {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

/** Everything the builders read, parsed once. */
export interface SourceFolder {
  readonly folder: string
  readonly gazetteer: readonly GazetteerPlace[]
  readonly divisions: readonly Division[]
  readonly districts: readonly Feature[]
  readonly towns: readonly Feature[]
  readonly land: Area
  readonly roads: readonly Feature[]
  readonly schools: readonly Feature[]
  readonly shops: readonly Feature[]
}

/** Reads and parses the source folder; a missing file ends the build with the system's own message. */
export function readSourceFolder(folder: string): SourceFolder {
  const features = (path: string): Feature[] => readFeatures(join(folder, path))
  return {
    folder,
    gazetteer: readCsv(join(folder, 'gazetteer.csv')).map((row) => ({
      id: textOf(row, 'id'),
      name: textOf(row, 'name_zh'),
      nameEn: textOf(row, 'name_en'),
      kind: textOf(row, 'kind'),
      district: textOf(row, 'district'),
      point: [Number(textOf(row, 'lon')), Number(textOf(row, 'lat'))],
      confidence: textOf(row, 'confidence'),
      source: textOf(row, 'source'),
      note: textOf(row, 'note'),
    })),
    divisions: readCsv(join(folder, 'admin/ningbo-divisions.csv')).map((row) => ({
      code: textOf(row, 'code'),
      level: textOf(row, 'level'),
      name: textOf(row, 'name'),
      parentCode: textOf(row, 'parent_code'),
    })),
    districts: features('admin/districts-schematic.geojson'),
    towns: features('admin/towns-voronoi-schematic.geojson'),
    land: features('base/land-osm.geojson').flatMap((feature) => areaOf(feature)),
    roads: features('beilun-roads-schematic.geojson'),
    schools: features('poi/osm-school.geojson'),
    shops: features('poi/osm-commercial.geojson'),
  }
}

/** The text property of a feature; empty when the feature has none. */
export function propertyText(feature: Feature, key: string): string {
  const value = feature.properties[key]
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
}

/** The centroid property written by the source, as a position. */
export function centroidOf(feature: Feature): Point {
  return pointOf(feature.properties['centroid'])
}

/** The polygons of a Polygon or MultiPolygon feature. */
export function areaOf(feature: Feature): Area {
  const { type, coordinates } = feature.geometry
  if (type === 'Polygon') return [polygonOf(coordinates)]
  if (type === 'MultiPolygon') return listOf(coordinates).map(polygonOf)
  throw new Error(`几何类型应为 Polygon 或 MultiPolygon，实际为 ${type}`)
}

/** The positions of a LineString feature. */
export function lineOf(feature: Feature): Point[] {
  if (feature.geometry.type !== 'LineString')
    throw new Error(`几何类型应为 LineString，实际为 ${feature.geometry.type}`)
  return listOf(feature.geometry.coordinates).map(pointOf)
}

/** Reads the features of a GeoJSON file; anything else is an error that names the file. */
export function readFeatures(path: string): Feature[] {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!isRecord(parsed)) throw new Error(`${path}：不是 GeoJSON`)
  return listOf(parsed['features']).map((feature) => {
    if (!isRecord(feature) || !isRecord(feature['properties']) || !isRecord(feature['geometry'])) {
      throw new Error(`${path}：要素缺少 properties 或 geometry`)
    }
    const geometry = feature['geometry']
    return {
      properties: feature['properties'],
      geometry: { type: String(geometry['type']), coordinates: geometry['coordinates'] },
    }
  })
}

function readCsv(path: string): Readonly<Record<string, string>>[] {
  return parse<Record<string, string>>(readFileSync(path), { bom: true, columns: true, skip_empty_lines: true })
}

function textOf(row: Readonly<Record<string, string>>, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`CSV 缺少列 ${column}`)
  return value
}

function polygonOf(value: unknown): Point[][] {
  return listOf(value).map((ring) => listOf(ring).map(pointOf))
}

function pointOf(value: unknown): Point {
  const [lng, lat] = listOf(value)
  if (typeof lng !== 'number' || typeof lat !== 'number')
    throw new Error(`坐标应为两个数字，实际为 ${JSON.stringify(value)}`)
  return [lng, lat]
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`应为列表，实际为 ${typeof value}`)
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
