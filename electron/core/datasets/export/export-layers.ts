import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { cellsOf } from '../cells-of.ts'
import {
  areaFeature,
  riskAreaFeature,
  roadFeature,
  textRowsOf,
  type WrittenFeature,
  type WrittenGeometry,
} from '../format-dataset.ts'
import { hasPosition, kindLabelOf, recordKeyOf, type RecordKind } from '../record-kind.ts'

/** The records of one kind as features, ready for any map format. */
export interface ExportLayer {
  readonly kind: RecordKind
  /** Name of the file without its ending. */
  readonly stem: string
  /** Members of the layer itself: its name, and whether roads are schematic. */
  readonly head: Readonly<Record<string, string | boolean>>
  /** Property names in order. */
  readonly columns: readonly string[]
  readonly features: readonly WrittenFeature[]
}

/** A layer for every kind that has positions and records, tables first. */
export function exportLayersOf(dataset: Dataset): ExportLayer[] {
  const { id } = dataset.head
  const tables = TABLE_NAMES.filter(hasPosition).map((name): ExportLayer => tableLayer(name, dataset[name], id))
  const roads = dataset.roads.map(roadFeature)
  return [
    ...tables,
    layer('roads', { name: `${id}-roads`, schematic: dataset.roadsSchematic }, roads),
    layer('areas', { name: `${id}-areas` }, dataset.areas.map(areaFeature)),
    layer('riskAreas', { name: `${id}-risk-areas` }, dataset.riskAreas.map(riskAreaFeature)),
  ].filter(({ features }) => features.length > 0)
}

function layer(kind: RecordKind, head: ExportLayer['head'], features: readonly WrittenFeature[]): ExportLayer {
  const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  return { kind, stem: kindLabelOf(kind), head, columns, features }
}

/** Rows as points; a row without position is a feature without geometry. */
function tableLayer(name: TableName, records: readonly object[], id: string): ExportLayer {
  const [header = [], ...rows] = textRowsOf(name, records)
  const isNumber = new Map(cellsOf(name).map(([column, cell]) => [column, cell.sqlType !== 'TEXT']))
  const columns = header.filter((column) => column !== 'lng' && column !== 'lat')
  const features = rows.map((row, index): WrittenFeature => {
    const cells = new Map(header.map((column, at) => [column, row[at] ?? '']))
    const properties = columns.map((column) => {
      const text = cells.get(column) ?? ''
      return [column, text === '' ? null : isNumber.get(column) === true ? Number(text) : text] as const
    })
    const geometry = pointOf(cells.get('lng') ?? '', cells.get('lat') ?? '')
    const key = recordKeyOf(name, records[index] ?? {})
    return { type: 'Feature', id: key, properties: Object.fromEntries(properties), geometry }
  })
  return {
    kind: name,
    stem: TABLES[name].sqlTable,
    head: { name: `${id}-${TABLES[name].sqlTable}` },
    columns,
    features,
  }
}

function pointOf(lng: string, lat: string): WrittenGeometry | null {
  return lng === '' || lat === '' ? null : { type: 'Point', coordinates: [Number(lng), Number(lat)] }
}
