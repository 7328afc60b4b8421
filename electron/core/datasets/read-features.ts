import * as z from 'zod'
import type { Position } from '#shared/kernel/geo.ts'
import { columnMention } from '#shared/text/column-words.ts'
import { checkPosition, tooLong } from './check-row.ts'
import { layerNote, MAX_TEXT_CHARACTERS, type FeatureLayer } from './gis/feature-layer.ts'
import type { RowProblem } from './import-report.ts'
import { recordKeyOf, type ReadFile, type ReadRecord, type RecordKind } from './record-kind.ts'

const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.looseObject({ type: z.string(), coordinates: z.unknown() }).nullable(),
})

/** One feature with its shape checked; `line` counts features from 1. */
export interface FeatureInput {
  readonly line: number
  readonly properties: Readonly<Record<string, unknown>>
  /** Empty for a feature without geometry. */
  readonly geometryType: string
  readonly coordinates: unknown
}

/** What a reader of one kind makes of a feature: a value, or the faults it has. */
export type FeatureResult = { readonly value: object } | { readonly problems: readonly RowProblem[] }

/** Reads a layer feature by feature. */
export function readFeatures(
  kind: RecordKind,
  layer: FeatureLayer,
  readFeature: (feature: FeatureInput) => FeatureResult,
): ReadFile {
  const checked = checkFeatures(layer)
  const records: ReadRecord[] = []
  const problems: RowProblem[] = [...checked.problems]
  const firstLines = new Map<string, number>()
  for (const feature of checked.inputs) {
    const { line } = feature
    const result = feature.geometryType === '' ? { problems: [shapeless(line)] } : readFeature(feature)
    if ('problems' in result) {
      problems.push(...result.problems)
      continue
    }
    const key = recordKeyOf(kind, result.value)
    const first = firstLines.get(key)
    if (first === undefined) {
      firstLines.set(key, line)
      records.push({ line, key, group: key, value: result.value })
    } else {
      const message = `编号“${key}”与第 ${first} 个要素重复。请删去一个，或改用新的编号。`
      problems.push({ line, column: kind === 'areas' ? 'code' : 'id', value: key, code: 'duplicate-id', message })
    }
  }
  const read = layer.features.length
  return {
    file: layer.label,
    kind,
    read,
    records,
    refused: read - records.length,
    problems: problems.sort((a, b) => a.line - b.line),
    ...(checked.notes.length === 0 ? {} : { notes: checked.notes }),
    schematic: isSchematic(layer.head, records),
    ...(layer.declaredSystem === null ? {} : { declaredSystem: layer.declaredSystem }),
  }
}

/** The features of a layer that can be read at all, the faults of the others, and what was passed over. */
export function checkFeatures({ features, notes, faults: given = [] }: FeatureLayer): {
  readonly inputs: readonly FeatureInput[]
  readonly problems: readonly RowProblem[]
  readonly notes: readonly RowProblem[]
} {
  const inputs: FeatureInput[] = []
  const problems: RowProblem[] = []
  let altitudes = 0
  features.forEach((raw, index) => {
    const line = index + 1
    const parsed = Feature.safeParse(raw)
    if (!parsed.success || parsed.data.properties === null) {
      problems.push(shapeless(line))
      return
    }
    const { properties, geometry } = parsed.data
    const coordinates = geometry?.coordinates ?? null
    const faults = [
      ...given.filter((fault) => fault.line === line),
      ...propertyFaults(line, properties),
      ...positionFaults(line, coordinates),
    ]
    if (faults.length > 0) problems.push(...faults)
    else {
      inputs.push({ line, properties, geometryType: geometry?.type ?? '', coordinates })
      if (hasAltitude(coordinates)) altitudes += 1
    }
  })
  const dropped = layerNote('altitude-dropped', altitudes, `${altitudes} 个要素带高程，只取了经纬度。`)
  return { inputs, problems, notes: altitudes === 0 ? notes : [...notes, dropped] }
}

function shapeless(line: number): RowProblem {
  return problemAt(line, '', '', 'bad-feature', '要素缺少 properties 或 geometry。请重新导出，或删去这个要素。')
}

/** Texts that are too long to be data, and structures that are too deep to be written as one text. */
function propertyFaults(line: number, properties: Readonly<Record<string, unknown>>): RowProblem[] {
  return Object.entries(properties).flatMap(([column, value]) => {
    if (typeof value === 'object' && depthOf(value) > MAX_PROPERTY_DEPTH) {
      const message = `${columnMention(column)}里套了太多层结构，读不成一个值。请改成文字或数字。`
      return [problemAt(line, column, '', 'bad-value', message)]
    }
    return typeof value === 'string' && value.length > MAX_TEXT_CHARACTERS ? [tooLong(line, column, value)] : []
  })
}

const MAX_PROPERTY_DEPTH = 8
/** MultiPolygon has four levels. */
const MAX_COORDINATE_DEPTH = 6

/** Levels of nesting, counted no further than is refused. */
function depthOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > MAX_PROPERTY_DEPTH) return level
  return Math.max(
    level + 1,
    ...Object.values(value)
      .slice(0, 1000)
      .map((part) => depthOf(part, level + 1)),
  )
}

function positionFaults(line: number, coordinates: unknown): RowProblem[] {
  const fault = positionFault(line, coordinates, 0)
  return fault === null ? [] : [fault]
}

function hasAltitude(coordinates: unknown): boolean {
  if (!Array.isArray(coordinates)) return false
  return typeof coordinates[0] === 'number' ? coordinates.length > 2 : coordinates.some(hasAltitude)
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

function positionFault(line: number, coordinates: unknown, depth: number): RowProblem | null {
  if (depth > MAX_COORDINATE_DEPTH) {
    return problemAt(line, 'geometry', '', 'bad-geometry', '坐标嵌套太深，不是 GeoJSON 的形状。请重新导出。')
  }
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
    const fault = positionFault(line, part, depth + 1)
    if (fault !== null) return fault
  }
  return null
}

function isSchematic(head: Readonly<Record<string, unknown>>, records: readonly ReadRecord[]): boolean {
  const own = head['schematic']
  if (typeof own === 'boolean') return own
  const named = [head['name'], head['label']].some((text) => typeof text === 'string' && /schematic|示意/.test(text))
  return named || (records.length > 0 && records.every(({ value }) => Reflect.get(value, 'isDemo') === true))
}
