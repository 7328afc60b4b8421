import * as z from 'zod'
import type { Area, RiskArea, Road } from '#shared/domain/dataset/dataset.ts'
import type { RowExtras } from '#shared/domain/dataset/table-definition.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf, type SqlRow } from '../rows.ts'

const Line = z.array(z.array(z.number()))
const Rings = z.array(Line)
const Polygons = z.array(Rings)
const Extras = z.record(z.string(), z.string())
const OneWay = z.enum(['yes', 'no', '-1'])

/** Writes the road lines, in order. */
export function writeRoads(db: WriteDb, roads: readonly Road[]): void {
  const insert = db.prepare(
    `INSERT INTO roads (id, name, alt_names, ref, class, speed_kmh, oneway, bridge, tunnel, max_height_m, max_weight_t,
      hazmat, floods, from_node, to_node, coordinates, length_m, is_demo, extras)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const road of roads) {
    const { id, name, altNames, ref, speedKmh, oneway, maxHeightM, maxWeightT, hazmat, fromNode, toNode } = road
    const names = JSON.stringify(altNames)
    insert.run(
      ...[
        id,
        name,
        names,
        ref,
        road.class,
        speedKmh,
        oneway,
        bit(road.bridge),
        bit(road.tunnel),
        maxHeightM,
        maxWeightT,
      ],
      ...[hazmat, bit(road.floods), fromNode, toNode, JSON.stringify(road.coordinates), road.lengthM, bit(road.isDemo)],
      extrasText(road),
    )
  }
}

/** All road lines, in the order they were written. */
export function readRoads(db: ReadDb): Road[] {
  return allRows(db, 'SELECT * FROM roads ORDER BY rowid').map(roadFromRow)
}

function roadFromRow(row: SqlRow): Road {
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

/** Writes areas, in order. */
export function writeAreas(db: WriteDb, areas: readonly Area[]): void {
  const insert = db.prepare('INSERT INTO areas (code, name, level, polygons, extras) VALUES (?, ?, ?, ?, ?)')
  for (const area of areas) {
    insert.run(area.code, area.name, area.level, JSON.stringify(area.polygons), extrasText(area))
  }
}

/** All areas, in the order they were written. */
export function readAreas(db: ReadDb): Area[] {
  return allRows(db, 'SELECT * FROM areas ORDER BY position').map((row) => ({
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    level: textOf(row, 'level'),
    polygons: Polygons.parse(jsonOf(row, 'polygons')),
    ...extrasOf(row),
  }))
}

/** Writes risk areas, in order. */
export function writeRiskAreas(db: WriteDb, areas: readonly RiskArea[]): void {
  const insert = db.prepare(
    'INSERT INTO risk_areas (id, name, kind, level, people, rings, point, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const area of areas) {
    const rings = area.rings === null ? null : JSON.stringify(area.rings)
    const point = area.point === null ? null : JSON.stringify(area.point)
    insert.run(area.id, area.name, area.kind, area.level, area.people, rings, point, extrasText(area))
  }
}

/** All risk areas, in the order they were written. */
export function readRiskAreas(db: ReadDb): RiskArea[] {
  return allRows(db, 'SELECT * FROM risk_areas ORDER BY position').map((row) => ({
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    kind: textOf(row, 'kind'),
    level: textOf(row, 'level'),
    people: numberOrNullOf(row, 'people'),
    rings: textOrNullOf(row, 'rings') === null ? null : Rings.parse(jsonOf(row, 'rings')),
    point: textOrNullOf(row, 'point') === null ? null : z.array(z.number()).parse(jsonOf(row, 'point')),
    ...extrasOf(row),
  }))
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
