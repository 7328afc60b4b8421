import * as z from 'zod'
import { canonicalJson } from '../../kernel/digest.ts'
import type { Cell } from './cells.ts'
import { isTableName, type LayerKind, type RecordKind } from './record-kinds.ts'
import { camelCaseOf } from './table-definition.ts'
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts'

/** One column of a table: its name in files, its key in a row value, its cell. */
export interface RecordColumn {
  readonly name: string
  readonly key: string
  readonly cell: Cell<unknown>
}

const COLUMNS = new Map<TableName, readonly RecordColumn[]>(
  TABLE_NAMES.map((table) => {
    // Each cell only ever meets values of its own column; the value type is erased to walk over all columns alike.
    const cells = Object.entries(TABLES[table].columns) as unknown as readonly (readonly [string, Cell<unknown>])[]
    return [table, cells.map(([name, cell]) => ({ name, key: camelCaseOf(name), cell }))]
  }),
)

/** The columns of a table in file order. */
export function recordColumnsOf(table: TableName): readonly RecordColumn[] {
  return COLUMNS.get(table) ?? []
}

/** One cell of a record as it stands in a file; an unknown or empty value is empty text. */
export function writeCell({ key, cell }: RecordColumn, value: object): string {
  const member: unknown = Reflect.get(value, key)
  return member === undefined ? '' : cell.write(member)
}

const Texts = z.record(z.string(), z.string())

/**
 * A record as one text: the cells of a table as they stand in a file, a map layer's members as canonical JSON. What is
 * empty or a flag that is 0 is left out, so that a column added later leaves the texts of older rows as they were.
 * The same record has the same text whatever it came from.
 */
export function recordText(kind: RecordKind, value: object): string {
  if (!isTableName(kind)) return canonicalJson(withoutEmpty(value))
  const cells: Record<string, string> = {}
  for (const column of recordColumnsOf(kind)) {
    const text = writeCell(column, value)
    if (text !== '' && !(text === '0' && column.cell.choices?.[0] === '0')) cells[column.name] = text
  }
  const extras = recordExtrasOf(value)
  if (Object.keys(extras).length === 0) return JSON.stringify(cells)
  return JSON.stringify({ ...cells, extras: canonicalJson(extras) })
}

/** The cells of a record that its kind has no column for. */
export function recordExtrasOf(value: object): Record<string, string> {
  const extras = Texts.safeParse(Reflect.get(value, 'extras') ?? {})
  return extras.success ? extras.data : {}
}

/** The record of a text. Throws a ZodError when it is not the text of such a record. */
export function recordOfText(kind: RecordKind, text: string): object {
  const parsed: unknown = JSON.parse(text)
  if (!isTableName(kind)) return LAYERS[kind].parse(parsed)
  const cells = Texts.parse(parsed)
  const value: Record<string, unknown> = {}
  for (const { name, key, cell } of recordColumnsOf(kind)) value[key] = cell.schema.parse(cells[name] ?? '')
  const extras = cells['extras']
  if (extras !== undefined) value['extras'] = Texts.parse(JSON.parse(extras))
  return value
}

function withoutEmpty(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]: [string, unknown]) =>
        member !== undefined && member !== null && member !== '' && !(Array.isArray(member) && member.length === 0),
    ),
  )
}

const Position = z.array(z.number())
const Rings = z.array(z.array(Position))
const Name = z.string().default('')
const Extras = { extras: Texts.optional() }

const LAYERS: Readonly<Record<LayerKind, z.ZodType<object>>> = {
  roads: z.strictObject({
    id: Name,
    name: Name,
    altNames: z.array(z.string()).default([]),
    ref: Name,
    class: Name,
    speedKmh: z.number().nullable().default(null),
    oneway: z.enum(['yes', 'no', '-1']),
    bridge: z.boolean(),
    tunnel: z.boolean(),
    maxHeightM: z.number().nullable().default(null),
    maxWeightT: z.number().nullable().default(null),
    hazmat: Name,
    floods: z.boolean(),
    fromNode: Name,
    toNode: Name,
    coordinates: z.array(Position).default([]),
    lengthM: z.number(),
    isDemo: z.boolean(),
    ...Extras,
  }),
  areas: z.strictObject({ code: Name, name: Name, level: Name, polygons: z.array(Rings).default([]), ...Extras }),
  riskAreas: z.strictObject({
    id: Name,
    name: Name,
    kind: Name,
    level: Name,
    people: z.number().nullable().default(null),
    rings: Rings.nullable().default(null),
    point: Position.nullable().default(null),
    ...Extras,
  }),
}
