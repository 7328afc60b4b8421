import { zipSync, type Zippable } from 'fflate'
import { AppError } from '#shared/kernel/app-error.ts'
import type { Position } from '#shared/kernel/geo.ts'
import type { ExportLayer } from '../../export/export-layers.ts'
import type { WrittenFeature, WrittenGeometry } from '../../format-dataset.ts'
import { isClockwise, turnRing } from './rings.ts'
import type { Sidecar } from './sidecar.ts'
import { writeDbf } from './write-dbf.ts'

/** WGS84 degrees as ESRI writes them. */
const WGS84_WKT =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

/** Stands for the time of writing, so that the bytes follow from the content alone. */
const WRITTEN_AT = new Date(2000, 0, 1)

const TYPES = { point: 1, line: 3, polygon: 5 } as const
type Shape = keyof typeof TYPES

/**
 * Writes a layer as zipped shapefiles. One can only hold shapes of one type: risk areas that are points become a second
 * one, `risk_areas_points`. Features without geometry go with the first.
 */
export function writeShapefiles(layer: ExportLayer): [name: string, content: Uint8Array][] {
  const shapes = [...new Set(layer.features.flatMap(({ geometry }) => (geometry === null ? [] : [shapeOf(geometry)])))]
  const [main = 'point', ...others] = shapes.sort((a, b) => TYPES[b] - TYPES[a])
  const files = [main, ...others].map((shape): [string, Uint8Array] => {
    const features = layer.features.filter(({ geometry }) => (geometry === null ? main : shapeOf(geometry)) === shape)
    const stem = shape === main ? layer.stem : `${layer.stem}_${shape}s`
    return [`${stem}.zip`, zipSync(partsOf({ ...layer, stem, features }, shape), { mtime: WRITTEN_AT })]
  })
  return files
}

function partsOf(layer: ExportLayer, shape: Shape): Zippable {
  const { stem, columns, features, head } = layer
  if (columns.length > MAX_DBF_COLUMNS) {
    const reason = `有 ${columns.length} 列，Shapefile 上限 ${MAX_DBF_COLUMNS} 列`
    throw new AppError('bad-input', `${stem} ${reason}。请改用 GeoJSON 导出。`, { path: stem, value: columns.length })
  }
  const rows = features.map(({ properties }) => columns.map((column) => properties[column] ?? null))
  const { dbf, names, texts } = writeDbf({ columns, rows })
  const sidecar: Sidecar = { schema: 'shapefile-columns/1', head, columns: names, asDrawn: asDrawnOf(features), texts }
  const { shp, shx } = encodeShapes(features, shape, stem)
  const text = (content: string): Uint8Array => Buffer.from(content)
  return {
    [`${stem}.shp`]: shp,
    [`${stem}.shx`]: shx,
    [`${stem}.dbf`]: dbf,
    [`${stem}.prj`]: text(WGS84_WKT),
    [`${stem}.cpg`]: text('UTF-8'),
    [`${stem}.columns`]: text(`${JSON.stringify(sidecar, null, 1)}\n`),
  }
}

/** Polygons whose rings the library holds the way a shapefile wants them. */
function asDrawnOf(features: readonly WrittenFeature[]): Sidecar['asDrawn'] {
  return features.flatMap(({ geometry }, record) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const drawn = polygons.flatMap((rings) => rings.map((ring, index) => isClockwise(ring) === (index === 0)))
    const rings = drawn.flatMap((isDrawn, place) => (isDrawn ? [place] : []))
    return rings.length === 0 ? [] : [{ record, rings }]
  })
}

function shapeOf({ type }: WrittenGeometry): Shape {
  return type === 'Point' ? 'point' : type === 'LineString' ? 'line' : 'polygon'
}

function encodeShapes(
  features: readonly WrittenFeature[],
  shape: Shape,
  stem: string,
): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
  const contents = features.map(({ geometry }) => (geometry === null ? nullShape() : contentOf(geometry)))
  const positions = features.flatMap(({ geometry }) => (geometry === null ? [] : ringsOf(geometry).flat()))
  const shpBytes = 100 + contents.reduce((sum, content) => sum + 8 + content.length, 0)
  if (shpBytes > MAX_SHP_BYTES) {
    throw new AppError('bad-input', `${stem} 超过 Shapefile 的 2 GB 上限。请改用 GeoJSON 导出。`, { path: stem })
  }
  const shx = Buffer.alloc(100 + contents.length * 8)
  const records: Buffer[] = [header(shpBytes, shape, positions)]
  header(shx.length, shape, positions).copy(shx)
  let at = 100
  contents.forEach((content, index) => {
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    records.push(head, content)
    shx.writeInt32BE(at / 2, 100 + index * 8)
    shx.writeInt32BE(content.length / 2, 104 + index * 8)
    at += 8 + content.length
  })
  return { shp: Buffer.concat(records), shx }
}

const MAX_DBF_COLUMNS = 255
const MAX_SHP_BYTES = 2 ** 31 - 1

function header(bytes: number, shape: Shape, positions: readonly Position[]): Buffer {
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE(bytes / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(TYPES[shape], 32)
  boxOf(positions).forEach((value, index) => head.writeDoubleLE(value, 36 + index * 8))
  return head
}

function nullShape(): Buffer {
  return Buffer.alloc(4)
}

function contentOf(geometry: WrittenGeometry): Buffer {
  if (geometry.type === 'Point') {
    const [lng = 0, lat = 0] = geometry.coordinates
    const point = Buffer.alloc(20)
    point.writeInt32LE(TYPES.point, 0)
    point.writeDoubleLE(lng, 4)
    point.writeDoubleLE(lat, 12)
    return point
  }
  const parts = ringsOf(geometry)
  const positions = parts.flat()
  const start = 44 + parts.length * 4
  const content = Buffer.alloc(start + positions.length * 16)
  content.writeInt32LE(TYPES[shapeOf(geometry)], 0)
  boxOf(positions).forEach((value, index) => content.writeDoubleLE(value, 4 + index * 8))
  content.writeInt32LE(parts.length, 36)
  content.writeInt32LE(positions.length, 40)
  let first = 0
  parts.forEach((part, index) => {
    content.writeInt32LE(first, 44 + index * 4)
    first += part.length
  })
  positions.forEach(([lng = 0, lat = 0], index) => {
    content.writeDoubleLE(lng, start + index * 16)
    content.writeDoubleLE(lat, start + index * 16 + 8)
  })
  return content
}

/** The lines of a geometry; outlines of polygons run with the clock here, holes against it. */
function ringsOf(geometry: WrittenGeometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [[...geometry.coordinates]]
    case 'Polygon':
      return geometry.coordinates.map((ring, index) => turnRing(ring, index === 0))
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.map((ring, index) => turnRing(ring, index === 0)))
  }
}

function boxOf(positions: readonly Position[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = 0, lat = 0] of positions) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return Number.isFinite(west) ? [west, south, east, north] : [0, 0, 0, 0]
}
