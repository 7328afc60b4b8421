import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { Position } from '#shared/kernel/geo.ts'
import { cellsOf } from '../cells-of.ts'
import { polygonsOf } from '../read-areas.ts'
import { checkFeatures, positionsOf, problemAt, type FeatureInput } from '../read-features.ts'
import { readRows, type TableLine } from '../read-table.ts'
import { hasPosition, type ReadFile } from '../record-kind.ts'
import { layerNote, plainNumberText, type FeatureLayer } from './feature-layer.ts'
import { representativePoint } from './representative-point.ts'
import { restoreColumns } from './restore-columns.ts'

/**
 * Reads a table from features: properties are its columns, the geometry is its position. The rows pass the same checks
 * as those of a CSV; their line is the number of the feature. A polygon counts as a point well inside it, noted.
 */
export function readPointTable(name: TableName, layer: FeatureLayer): ReadFile {
  const { inputs, problems, notes } = checkFeatures(layer)
  const own = [...new Set(inputs.flatMap(({ properties }) => Object.keys(properties)))]
  const restored = restoreColumns(
    own,
    cellsOf(name).map(([column]) => column),
  )
  const columns = own
    .map((column) => ({ column, name: restored.get(column) ?? column }))
    .filter((entry) => !hasPosition(name) || (entry.name !== 'lng' && entry.name !== 'lat'))
  const header = [...columns.map((entry) => entry.name), ...(hasPosition(name) ? ['lng', 'lat'] : [])]
  let areas = 0
  const lines = inputs.map((input): TableLine => {
    const cells = columns.map(({ column }) => plainText(input.properties[column]))
    if (!hasPosition(name)) return { line: input.line, cells, faults: [] }
    const place = placeOf(input)
    if (place.isArea) areas += 1
    const position = [0, 1].map((axis) => plainText(place.position?.[axis]))
    return { line: input.line, cells: [...cells, ...position], faults: place.fits ? [] : [badShape(input)] }
  })
  const table = readRows(name, { header, headerLine: 0, lines }, layer.label)
  const areaNote = layerNote('area-to-point', areas, `${areas} 个面要素按面内的代表点读入，面的边界没有保存。`)
  return {
    ...table,
    read: layer.features.length,
    refused: layer.features.length - table.records.length,
    problems: [...problems, ...table.problems].sort((a, b) => a.line - b.line),
    notes: areas === 0 ? notes : [...notes, areaNote],
    ...(layer.declaredSystem === null ? {} : { declaredSystem: layer.declaredSystem }),
  }
}

interface Place {
  readonly position: Position | null
  readonly isArea: boolean
  /** False for a shape that no place has; true also without any shape: whether it may be absent, the columns know. */
  readonly fits: boolean
}

function placeOf({ geometryType, coordinates }: FeatureInput): Place {
  if (geometryType === '') return { position: null, isArea: false, fits: true }
  const points = positionsOf(geometryType === 'MultiPoint' ? coordinates : [coordinates])
  if (geometryType === 'Point' || geometryType === 'MultiPoint') {
    const position = points?.length === 1 ? (points[0] ?? null) : null
    return { position, isArea: false, fits: position !== null }
  }
  const polygons = polygonsOf(geometryType, coordinates)
  const position = polygons === null ? null : representativePoint(polygons)
  return { position, isArea: position !== null, fits: position !== null }
}

function badShape({ line, geometryType }: FeatureInput): ReturnType<typeof problemAt> {
  const message = '位置应为一个点（或一个面），坐标应为有限的数。请在 GIS 里改成点要素后重新导出。'
  return problemAt(line, 'lng,lat', geometryType, 'bad-geometry', message)
}

/** A property as the text a CSV would hold. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return plainNumberText(value)
  if (Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number')) {
    return value.map(plainText).join(';')
  }
  return JSON.stringify(value)
}
