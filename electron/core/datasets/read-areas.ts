import type { Area, RiskArea } from '#shared/domain/dataset/dataset.ts'
import type { Position } from '#shared/kernel/geo.ts'
import type { FeatureLayer } from './gis/feature-layer.ts'
import {
  extrasOf,
  positionsOf,
  problemAt,
  readFeatures,
  type FeatureInput,
  type FeatureResult,
} from './read-features.ts'
import { textOf } from './read-roads.ts'
import type { ReadFile } from './record-kind.ts'

/** Properties of an area that have a place of their own. */
export const AREA_COLUMNS = ['code', 'name', 'level']

/** Properties of a risk area that have a place of their own. */
export const RISK_AREA_COLUMNS = ['id', 'name', 'kind', 'level', 'people']

/** Reads a layer of areas: polygons of the district, its towns and the neighbours. */
export function readAreaLayer(layer: FeatureLayer): ReadFile {
  return readFeatures('areas', layer, readArea)
}

/** Reads a layer of risk areas: polygons or points. */
export function readRiskAreaLayer(layer: FeatureLayer): ReadFile {
  return readFeatures('riskAreas', layer, readRiskArea)
}

function readArea({ line, properties, geometryType, coordinates }: FeatureInput): FeatureResult {
  const code = textOf(properties['code'])
  const polygons = polygonsOf(geometryType, coordinates)
  if (polygons === null) return badShape(line, geometryType, '区域应为 Polygon 或 MultiPolygon，每个环至少四个点。')
  if (code === '')
    return { problems: [problemAt(line, 'code', '', 'value-missing', '区划代码（code）没有填写。请补上。')] }
  const area: Area = { code, name: textOf(properties['name']), level: textOf(properties['level']), polygons }
  const extras = extrasOf(properties, AREA_COLUMNS)
  return { value: extras === null ? area : { ...area, extras } }
}

function readRiskArea({ line, properties, geometryType, coordinates }: FeatureInput): FeatureResult {
  const id = textOf(properties['id'])
  const rings = geometryType === 'Polygon' ? ringsOf(coordinates) : null
  const point = geometryType === 'Point' ? (positionsOf([coordinates])?.[0] ?? null) : null
  if (rings === null && point === null)
    return badShape(line, geometryType, '风险区应为 Polygon 或 Point。多面请拆成单面。')
  if (id === '')
    return {
      problems: [problemAt(line, 'id', '', 'value-missing', '编号（id）没有填写。请为每个风险区给出唯一编号。')],
    }
  const people = peopleOf(properties['people'])
  if (people === undefined) {
    return {
      problems: [
        problemAt(
          line,
          'people',
          properties['people'],
          'negative-count',
          '人数（people）应为不小于 0 的整数，未知留空。',
        ),
      ],
    }
  }
  const area: RiskArea = {
    id,
    name: textOf(properties['name']),
    kind: textOf(properties['kind']),
    level: textOf(properties['level']),
    people,
    rings,
    point,
  }
  const extras = extrasOf(properties, RISK_AREA_COLUMNS)
  return { value: extras === null ? area : { ...area, extras } }
}

function badShape(line: number, geometryType: string, message: string): FeatureResult {
  return { problems: [problemAt(line, 'geometry', geometryType, 'bad-geometry', message)] }
}

function peopleOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === '') return null
  const people = typeof value === 'string' ? Number(value) : value
  return typeof people === 'number' && Number.isInteger(people) && people >= 0 ? people : undefined
}

/** Polygons of a geometry, each with its rings; null when it has none. */
export function polygonsOf(geometryType: string, coordinates: unknown): Position[][][] | null {
  if (geometryType === 'Polygon') {
    const rings = ringsOf(coordinates)
    return rings === null ? null : [rings]
  }
  if (geometryType !== 'MultiPolygon' || !Array.isArray(coordinates)) return null
  const polygons: Position[][][] = []
  for (const part of coordinates) {
    const rings = ringsOf(part)
    if (rings === null) return null
    polygons.push(rings)
  }
  return polygons.length === 0 ? null : polygons
}

function ringsOf(value: unknown): Position[][] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const rings: Position[][] = []
  for (const part of value) {
    const ring = positionsOf(part)
    if (ring === null || ring.length < 4) return null
    rings.push(ring)
  }
  return rings
}
