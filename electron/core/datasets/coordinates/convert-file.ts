import type { Position } from '#shared/kernel/geo.ts'
import { isTableName, recordKeyOf, type ReadFile, type ReadRecord } from '../record-kind.ts'
import { lineLengthM, nodeAt } from '../read-roads.ts'
import { toWgs84, type CoordinateSystem } from './coordinate-system.ts'

/** A file with all positions brought from a system to WGS84; the very same file when it is WGS84 already. */
export function convertFile(file: ReadFile, from: CoordinateSystem): ReadFile {
  if (from === 'wgs84') return file
  return { ...file, records: file.records.map((record) => convertRecord(file, record, from)) }
}

function convertRecord(file: ReadFile, record: ReadRecord, from: CoordinateSystem): ReadRecord {
  const value = isTableName(file.kind) ? convertRow(record.value, from) : convertShape(record.value, from)
  return { ...record, value, key: recordKeyOf(file.kind, value) }
}

function convertRow(row: object, from: CoordinateSystem): object {
  const lng: unknown = Reflect.get(row, 'lng')
  const lat: unknown = Reflect.get(row, 'lat')
  return typeof lng === 'number' && typeof lat === 'number' ? { ...row, ...toWgs84({ lng, lat }, from) } : row
}

/** Roads, areas and risk areas: every position, and what was made of positions. */
function convertShape(value: object, from: CoordinateSystem): object {
  const shapes = Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    SHAPES.includes(key) && part !== null ? [[key, convertNested(part, from)] as const] : [],
  )
  const converted = { ...value, ...Object.fromEntries(shapes) }
  const line = lineOf(converted)
  return line === null ? converted : { ...converted, ...nodesOf(value, line), lengthM: lineLengthM(line) }
}

const SHAPES = ['coordinates', 'polygons', 'rings', 'point']

/** Nodes that were named after the position of an end are named after the converted one. */
function nodesOf(road: object, line: readonly Position[]): object {
  const renamed = (key: 'fromNode' | 'toNode', end: Position | undefined): object => {
    const name: unknown = Reflect.get(road, key)
    return typeof name === 'string' && name.startsWith('@') ? { [key]: nodeAt(end) } : {}
  }
  return { ...renamed('fromNode', line[0]), ...renamed('toNode', line.at(-1)) }
}

function lineOf(value: object): Position[] | null {
  const line: unknown = Reflect.get(value, 'coordinates')
  return Array.isArray(line) ? line.filter(isPosition) : null
}

function convertNested(value: unknown, from: CoordinateSystem): unknown {
  if (isPosition(value)) {
    const { lng, lat } = toWgs84({ lng: value[0] ?? 0, lat: value[1] ?? 0 }, from)
    return [lng, lat]
  }
  return Array.isArray(value) ? value.map((part) => convertNested(part, from)) : value
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number')
}
