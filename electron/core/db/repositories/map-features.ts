import * as z from 'zod'
import type { Area, RiskArea, Road } from '#shared/domain/dataset/dataset.ts'
import type { RowExtras } from '#shared/domain/dataset/table-definition.ts'
import { jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf, type SqlRow, type SqlValue } from '../rows.ts'

const Line = z.array(z.array(z.number()))
const Rings = z.array(Line)
const Polygons = z.array(Rings)
const Extras = z.record(z.string(), z.string())
const OneWay = z.enum(['yes', 'no', '-1'])

/** The columns of the roads in SQL, as `roadCells` writes them. */
export const ROAD_COLUMNS =
  'id name alt_names ref class speed_kmh oneway bridge tunnel max_height_m max_weight_t hazmat floods from_node to_node coordinates length_m is_demo extras'.split(
    ' ',
  )

/** A road line as the values of `ROAD_COLUMNS`. */
export function roadCells(road: Road): SqlValue[] {
  const { id, name, altNames, ref, speedKmh, oneway, maxHeightM, maxWeightT, hazmat, fromNode, toNode } = road
  const signs = [speedKmh, oneway, bit(road.bridge), bit(road.tunnel), maxHeightM, maxWeightT, hazmat, bit(road.floods)]
  const line = [JSON.stringify(road.coordinates), road.lengthM, bit(road.isDemo)]
  return [id, name, JSON.stringify(altNames), ref, road.class, ...signs, fromNode, toNode, ...line, extrasText(road)]
}

/** A road line of a row. */
export function roadFromRow(row: SqlRow): Road {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    altNames: z.array(z.string()).parse(jsonOf(row, 'alt_names')),
    ref: textOf(row, 'ref'),
    class: textOf(row, 'class'),
    speedKmh: numberOrNullOf(row, 'speed_kmh'),
    oneway: OneWay.parse(row['oneway']),
    bridge: row['bridge'] === 1,
    tunnel: row['tunnel'] === 1,
    maxHeightM: numberOrNullOf(row, 'max_height_m'),
    maxWeightT: numberOrNullOf(row, 'max_weight_t'),
    hazmat: textOf(row, 'hazmat'),
    floods: row['floods'] === 1,
    fromNode: textOf(row, 'from_node'),
    toNode: textOf(row, 'to_node'),
    coordinates: Line.parse(jsonOf(row, 'coordinates')),
    lengthM: numberOf(row, 'length_m'),
    isDemo: row['is_demo'] === 1,
    ...extrasOf(row),
  }
}

/** The columns of the areas in SQL, as `areaCells` writes them. */
export const AREA_COLUMNS = ['code', 'name', 'level', 'polygons', 'extras']

/** An area as the values of `AREA_COLUMNS`. */
export function areaCells(area: Area): SqlValue[] {
  return [area.code, area.name, area.level, JSON.stringify(area.polygons), extrasText(area)]
}

/** An area of a row. */
export function areaFromRow(row: SqlRow): Area {
  return {
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    level: textOf(row, 'level'),
    polygons: Polygons.parse(jsonOf(row, 'polygons')),
    ...extrasOf(row),
  }
}

/** The columns of the risk areas in SQL, as `riskAreaCells` writes them. */
export const RISK_AREA_COLUMNS = ['id', 'name', 'kind', 'level', 'people', 'rings', 'point', 'extras']

/** A risk area as the values of `RISK_AREA_COLUMNS`. */
export function riskAreaCells(area: RiskArea): SqlValue[] {
  const rings = area.rings === null ? null : JSON.stringify(area.rings)
  const point = area.point === null ? null : JSON.stringify(area.point)
  return [area.id, area.name, area.kind, area.level, area.people, rings, point, extrasText(area)]
}

/** A risk area of a row. */
export function riskAreaFromRow(row: SqlRow): RiskArea {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    kind: textOf(row, 'kind'),
    level: textOf(row, 'level'),
    people: numberOrNullOf(row, 'people'),
    rings: textOrNullOf(row, 'rings') === null ? null : Rings.parse(jsonOf(row, 'rings')),
    point: textOrNullOf(row, 'point') === null ? null : z.array(z.number()).parse(jsonOf(row, 'point')),
    ...extrasOf(row),
  }
}

function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

/** Properties of a feature that no column is for, kept as notes. */
function extrasText(feature: object & RowExtras): string {
  return feature.extras === undefined ? '' : JSON.stringify(feature.extras)
}

function extrasOf(row: SqlRow): RowExtras {
  return textOf(row, 'extras') === '' ? {} : { extras: Extras.parse(jsonOf(row, 'extras')) }
}
