import * as z from 'zod'
import type { Position } from '#shared/kernel/geo.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { systemNamed, type CoordinateSystem } from './coordinates/coordinate-system.ts'
import { checkPosition } from './check-row.ts'
import { parseJson } from './decode-text.ts'
import type { RowProblem } from './import-report.ts'
import { recordKeyOf, type ReadFile, type ReadRecord, type RecordKind } from './record-kind.ts'

const Collection = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.looseObject({ type: z.string(), coordinates: z.unknown() }).nullable(),
})

/** One feature with its shape checked; `line` counts features from 1. */
export interface FeatureInput {
  readonly line: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometryType: string
  readonly coordinates: unknown
}

/** What a reader of one kind makes of a feature: a value, or the faults it has. */
export type FeatureResult = { readonly value: object } | { readonly problems: readonly RowProblem[] }

/** Reads a GeoJSON layer feature by feature. Throws `bad-json` or `file-broken` when it is no FeatureCollection. */
export function readLayer(
  kind: RecordKind,
  text: string,
  file: string,
  readFeature: (feature: FeatureInput) => FeatureResult,
): ReadFile {
  const parsed = Collection.safeParse(parseJson(text, file))
  if (!parsed.success) {
    throw new AppError('file-broken', `文件“${file}”不是 GeoJSON FeatureCollection。请用 WGS84 坐标重新导出。`, {
      path: file,
    })
  }
  const declaredSystem = declaredSystemOf(parsed.data, file)
  const records: ReadRecord[] = []
  const problems: RowProblem[] = []
  const firstLines = new Map<string, number>()
  parsed.data.features.forEach((raw, index) => {
    const line = index + 1
    const result = readOne(raw, line, readFeature)
    if ('problems' in result) {
      problems.push(...result.problems)
      return
    }
    const key = recordKeyOf(kind, result.value)
    const first = firstLines.get(key)
    if (first === undefined) {
      firstLines.set(key, line)
      records.push({ line, key, group: key, value: result.value })
    } else {
      problems.push({
        line,
        column: kind === 'areas' ? 'code' : 'id',
        value: key,
        code: 'duplicate-id',
        message: `编号“${key}”与第 ${first} 个要素重复。请删去一个，或改用新的编号。`,
      })
    }
  })
  const read = parsed.data.features.length
  return {
    file,
    kind,
    read,
    records,
    refused: read - records.length,
    problems,
    schematic: isSchematic(parsed.data, records),
    ...(declaredSystem === null ? {} : { declaredSystem }),
  }
}

const CrsMember = z.object({ properties: z.object({ name: z.string() }) })

/** The system of a collection's `crs` member (GeoJSON 2008, still written by GIS programs); null without one. */
function declaredSystemOf(collection: Readonly<Record<string, unknown>>, file: string): CoordinateSystem | null {
  const { crs } = collection
  if (crs === undefined || crs === null) return null
  const parsed = CrsMember.safeParse(crs)
  const name = parsed.success ? parsed.data.properties.name : JSON.stringify(crs)
  const system = systemNamed(name)
  if (system !== null) return system
  throw new AppError(
    'bad-input',
    `文件“${file}”声明的坐标系“${name}”读不了。请在 GIS 里转换为 WGS84 经纬度（EPSG:4326）后重新导出。`,
    { path: file, value: name },
  )
}

function readOne(raw: unknown, line: number, readFeature: (feature: FeatureInput) => FeatureResult): FeatureResult {
  const feature = Feature.safeParse(raw)
  if (!feature.success || feature.data.properties === null || feature.data.geometry === null) {
    return {
      problems: [
        problemAt(line, '', '', 'bad-feature', '要素缺少 properties 或 geometry。请重新导出，或删去这个要素。'),
      ],
    }
  }
  const { type, coordinates } = feature.data.geometry
  const fault = positionFault(line, coordinates)
  return fault === null
    ? readFeature({ line, properties: feature.data.properties, geometryType: type, coordinates })
    : { problems: [fault] }
}

/** A fault of one feature. */
export function problemAt(line: number, column: string, value: unknown, code: string, message: string): RowProblem {
  return { line, column, value: typeof value === 'string' ? value : JSON.stringify(value ?? ''), code, message }
}

/** Columns a kind has no place for, kept as texts; null when there are none. */
export function extrasOf(
  properties: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Record<string, string> | null {
  const entries = Object.entries(properties).flatMap(([key, value]): [string, string][] => {
    if (known.includes(key) || value === null || value === undefined || value === '') return []
    return [[key, typeof value === 'string' ? value : JSON.stringify(value)]]
  })
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

/** A list of positions, or null when the value is none. */
export function positionsOf(value: unknown): Position[] | null {
  if (!Array.isArray(value)) return null
  const positions: Position[] = []
  for (const entry of value) {
    if (!isPosition(entry)) return null
    positions.push([entry[0] ?? 0, entry[1] ?? 0])
  }
  return positions
}

function isPosition(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((part) => typeof part === 'number' && Number.isFinite(part))
  )
}

function positionFault(line: number, coordinates: unknown): RowProblem | null {
  if (isPosition(coordinates)) {
    const [lng = 0, lat = 0] = coordinates
    const fault = checkPosition(line, String(lng), String(lat))
    if (fault !== null) return { ...fault, column: 'geometry' }
    if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return null
    const value = `${lng},${lat}`
    return problemAt(
      line,
      'geometry',
      value,
      'place-out-of-area',
      `坐标 ${value} 不是经纬度。请转换为 WGS84 度后重试。`,
    )
  }
  if (!Array.isArray(coordinates)) return null // the reader of the kind names the shape it wants
  for (const part of coordinates) {
    const fault = positionFault(line, part)
    if (fault !== null) return fault
  }
  return null
}

function isSchematic(collection: Readonly<Record<string, unknown>>, records: readonly ReadRecord[]): boolean {
  const own = collection['schematic']
  if (typeof own === 'boolean') return own
  const named = [collection['name'], collection['label']].some(
    (text) => typeof text === 'string' && /schematic|示意/.test(text),
  )
  return named || (records.length > 0 && records.every(({ value }) => Reflect.get(value, 'isDemo') === true))
}
