import type { Road } from '#shared/domain/dataset/dataset.ts'
import { distanceM, type Position } from '#shared/kernel/geo.ts'
import { columnMention } from '#shared/text/column-words.ts'
import type { RowProblem } from './import-report.ts'
import type { FeatureLayer } from './gis/feature-layer.ts'
import { readGeoJson } from './gis/read-geojson.ts'
import {
  extrasOf,
  positionsOf,
  problemAt,
  readFeatures,
  type FeatureInput,
  type FeatureResult,
} from './read-features.ts'
import type { ReadFile } from './record-kind.ts'

/** Properties of a road line that have a place of their own. */
export const ROAD_COLUMNS = [
  'id',
  'name',
  'alt_names',
  'ref',
  'class',
  'speed_kmh',
  'oneway',
  'bridge',
  'tunnel',
  'max_height_m',
  'max_weight_t',
  'hazmat',
  'floods',
  'from_node',
  'to_node',
  'is_demo',
]

/** Reads `roads.geojson`. Lines join only where they name the same node; without node names, where their ends meet. */
export function readRoads(text: string, file: string): ReadFile {
  return readRoadLayer(readGeoJson(text, file))
}

/** As `readRoads`, for a layer of any format. */
export function readRoadLayer(layer: FeatureLayer): ReadFile {
  return readFeatures('roads', layer, readRoad)
}

/** Length of a line in metres, to the decimetre, along its positions. */
export function lineLengthM(line: readonly Position[]): number {
  let length = 0
  for (let index = 1; index < line.length; index += 1) {
    const [fromLng = 0, fromLat = 0] = line[index - 1] ?? []
    const [toLng = 0, toLat = 0] = line[index] ?? []
    length += distanceM({ lng: fromLng, lat: fromLat }, { lng: toLng, lat: toLat })
  }
  return Math.round(length * 10) / 10
}

function readRoad({ line, properties, geometryType, coordinates }: FeatureInput): FeatureResult {
  const positions = geometryType === 'LineString' ? positionsOf(coordinates) : null
  const problems: RowProblem[] = []
  if (positions === null || positions.length < 2) {
    problems.push(
      problemAt(
        line,
        'geometry',
        geometryType,
        'bad-geometry',
        '道路应为至少两个点的 LineString。请把多段线拆成单段。',
      ),
    )
  }
  const id = textOf(properties['id'])
  if (id === '')
    problems.push(problemAt(line, 'id', '', 'value-missing', '编号（id）没有填写。请为每条道路给出唯一编号。'))
  const oneway = onewayOf(properties['oneway'])
  if (oneway === null) {
    problems.push(
      problemAt(line, 'oneway', properties['oneway'], 'bad-value', '单向通行（oneway）应为 yes、no 或 -1。'),
    )
  }
  const speedKmh = numberAt(properties, 'speed_kmh', line, [1, 200], problems)
  const maxHeightM = numberAt(properties, 'max_height_m', line, [0.5, 20], problems)
  const maxWeightT = numberAt(properties, 'max_weight_t', line, [0.1, 500], problems)
  if (problems.length > 0 || positions === null || oneway === null) return { problems }
  const road: Road = {
    id,
    name: textOf(properties['name']),
    altNames: listOf(properties['alt_names']),
    ref: textOf(properties['ref']),
    class: textOf(properties['class']),
    speedKmh,
    oneway,
    bridge: isTrue(properties['bridge']),
    tunnel: isTrue(properties['tunnel']),
    maxHeightM,
    maxWeightT,
    hazmat: textOf(properties['hazmat']),
    floods: isTrue(properties['floods']),
    fromNode: textOf(properties['from_node']) || nodeAt(positions[0]),
    toNode: textOf(properties['to_node']) || nodeAt(positions.at(-1)),
    coordinates: positions,
    lengthM: lineLengthM(positions),
    isDemo: isTrue(properties['is_demo']),
  }
  const extras = extrasOf(properties, ROAD_COLUMNS)
  return { value: extras === null ? road : { ...road, extras } }
}

function numberAt(
  properties: Readonly<Record<string, unknown>>,
  column: string,
  line: number,
  [min, max]: readonly [number, number],
  problems: RowProblem[],
): number | null {
  const raw = properties[column]
  if (raw === undefined || raw === null || raw === '') return null
  const value = typeof raw === 'number' ? raw : typeof raw === 'string' ? Number(raw) : Number.NaN
  if (value >= min && value <= max) return value
  problems.push(
    problemAt(line, column, raw, 'bad-value', `${columnMention(column)}应为 ${min} 至 ${max} 的数，未知留空。`),
  )
  return null
}

/** Text of a property; numbers as written, anything else as empty text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** Reads a flag written as boolean, 1/0 or yes/no. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'yes' || value === 'true'
}

function onewayOf(value: unknown): Road['oneway'] | null {
  if (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    value === 0 ||
    value === 'no' ||
    value === '0'
  )
    return 'no'
  if (value === true || value === 1 || value === 'yes' || value === '1' || value === 'true') return 'yes'
  return value === -1 || value === '-1' ? '-1' : null
}

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[;；]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Node name of a position, for lines that name none: ends within a decimetre are one node. */
export function nodeAt(position: Position | undefined): string {
  const [lng = 0, lat = 0] = position ?? []
  return `@${lng.toFixed(6)},${lat.toFixed(6)}`
}
