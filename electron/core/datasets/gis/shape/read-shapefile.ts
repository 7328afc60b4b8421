import { parseShp } from 'shpjs'
import { AppError } from '#shared/kernel/app-error.ts'
import { columnMention } from '#shared/text/column-words.ts'
import { decodeText } from '../../decode-text.ts'
import type { RowProblem } from '../../import-report.ts'
import type { SourceFile } from '../../source-files.ts'
import { layerNote, MAX_FEATURES, type FeatureLayer } from '../feature-layer.ts'
import { projectNested, type Projection } from '../degrees.ts'
import { projectionOfWkt } from '../projection.ts'
import { encodingOfDbf, readDbf } from './read-dbf.ts'
import { CUT_MARK, readSidecar, restoreRow, SHORTEST_CUT_BYTES } from './sidecar.ts'
import { toRfcPolygons } from './rings.ts'

const SHP_HEADER_BYTES = 100
const FILE_CODE = 9994

/** Reads a shapefile with the parts beside it. Throws `file-broken` or `bad-input`, with the remedy. */
export function readShapefile({ name, bytes, beside }: SourceFile): FeatureLayer {
  const part = (ending: string): Uint8Array | null => beside?.get(ending)?.() ?? null
  const textOf = (ending: string): string | null => {
    const content = part(ending)
    return content === null ? null : decodeText(content, `${name.slice(0, -4)}.${ending}`)
  }
  const dbf = part('dbf')
  if (dbf === null) throw brokenShp(name, '缺少同名的 .dbf，没有属性')
  const sidecar = readSidecar(textOf('columns'), name)
  const shapes = shapesOf(bytes(), sidecar?.asDrawn ?? new Map<number, number[]>(), name)
  const rows = readDbf(dbf, encodingOfDbf(dbf, textOf('cpg'), name), name)
  if (rows.length !== shapes.length) throw brokenShp(name, `有 ${shapes.length} 个图形，属性表却有 ${rows.length} 条`)
  const prj = textOf('prj')
  const projection = prj === null || prj.trim() === '' ? null : projectionOfWkt(prj, name)
  const features = rows.map((row, index) => {
    const shape = shapes[index] ?? null
    return row === null
      ? null
      : { type: 'Feature', properties: restoreRow(sidecar, row, index), geometry: projectShape(shape, projection) }
  })
  const kept = features.filter((feature) => feature !== null)
  const deleted = features.length - kept.length
  return {
    label: name,
    kind: null,
    features: kept,
    head: sidecar?.head ?? {},
    faults: sidecar === null ? cutTextFaults(kept) : [],
    declaredSystem: projection?.system ?? null,
    notes: deleted === 0 ? [] : [layerNote('deleted-not-read', deleted, `${deleted} 条标为已删除的记录没有读。`)],
  }
}

/** Without the sidecar the rest of a text that was cut for the `.dbf` is lost: it must not pass for the whole. */
function cutTextFaults(features: readonly { readonly properties: Readonly<Record<string, string>> }[]): RowProblem[] {
  return features.flatMap(({ properties }, index) =>
    Object.entries(properties).flatMap(([column, value]) => {
      if (!value.endsWith(CUT_MARK) || Buffer.byteLength(value) < SHORTEST_CUT_BYTES) return []
      const message = `${columnMention(column)}的文字被 .dbf 截断了，缺少随 zip 一起导出的 .columns。请连同它一起导入，或补全文字。`
      return [{ line: index + 1, column, value: value.slice(0, 60), code: 'text-cut', message }]
    }),
  )
}

interface Shape {
  readonly type: string
  readonly coordinates: unknown
}

function projectShape(shape: Shape | null, projection: Projection | null): Shape | null {
  const toDegrees = projection?.toDegrees ?? null
  if (shape === null || toDegrees === null) return shape
  return { ...shape, coordinates: projectNested(shape.coordinates, toDegrees) }
}

/** Geometries in the order of their records, polygons turned as GeoJSON has them. */
function shapesOf(bytes: Uint8Array, asDrawn: ReadonlyMap<number, readonly number[]>, file: string): (Shape | null)[] {
  checkRecords(bytes, file)
  try {
    return parseShp(bytes).map((shape, record) => {
      if (typeof shape !== 'object' || shape === null || !('type' in shape) || !('coordinates' in shape)) return null
      const { coordinates } = shape
      const type = String(shape.type)
      return type.endsWith('Polygon')
        ? { type, coordinates: toRfcPolygons(type, coordinates, asDrawn.get(record) ?? []) }
        : { type, coordinates }
    })
  } catch (error) {
    throw brokenShp(file, '里面的图形读不出来', error)
  }
}

/** Walks over the record headers: the parser itself stops in silence where a file ends too early. */
function checkRecords(bytes: Uint8Array, file: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < SHP_HEADER_BYTES || view.getInt32(0) !== FILE_CODE) throw brokenShp(file, '不是 .shp 文件')
  if (view.getInt32(24) * 2 !== bytes.length) throw brokenShp(file, '长度与文件头写明的不符，没有传完')
  let [at, count] = [SHP_HEADER_BYTES, 0]
  while (at < bytes.length) {
    const contentBytes = at + 8 <= bytes.length ? view.getInt32(at + 4) * 2 : -1
    if (contentBytes < 4 || at + 8 + contentBytes > bytes.length) throw brokenShp(file, `第 ${at} 字节处的记录不完整`)
    at += 8 + contentBytes
    count += 1
    if (count > MAX_FEATURES) throw brokenShp(file, `图形超过 ${MAX_FEATURES} 个，请按区域拆分`)
  }
}

/** A shapefile that cannot be read, with the reason. */
export function brokenShp(file: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    'file-broken',
    `“${file}”不是完整的 Shapefile：${reason}。请重新导出（.shp .shx .dbf .prj 打成一个 zip）。`,
    {
      path: file,
      cause,
    },
  )
}
