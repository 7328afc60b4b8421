import { dutyName, SHIFTS } from '../duty-roster.ts'
import { isTableName, recordKeyOf, type LayerKind, type RecordKind } from './record-kinds.ts'
import { recordColumnsOf, writeCell } from './record-text.ts'
import { camelCaseOf } from './table-definition.ts'

/** The columns that a record of a map layer is shown with; its shape is none. */
const LAYER_COLUMNS: Readonly<Record<LayerKind, readonly string[]>> = {
  roads: [
    ...['id', 'name', 'alt_names', 'ref', 'class', 'speed_kmh', 'oneway', 'bridge', 'tunnel', 'max_height_m'],
    ...['max_weight_t', 'hazmat', 'floods', 'length_m', 'is_demo'],
  ],
  areas: ['code', 'name', 'level'],
  riskAreas: ['id', 'name', 'kind', 'level', 'people'],
}

/** The columns a record of a kind is shown with, named as in files, in their order. */
export function cellNamesOf(kind: RecordKind): readonly string[] {
  return isTableName(kind) ? recordColumnsOf(kind).map(({ name }) => name) : LAYER_COLUMNS[kind]
}

/** The cells of a record as texts, in the order of `cellNamesOf`. */
export function cellsOfRecord(kind: RecordKind, value: object): string[] {
  if (isTableName(kind)) return recordColumnsOf(kind).map((column) => writeCell(column, value))
  return LAYER_COLUMNS[kind].map((column) => layerCell(Reflect.get(value, camelCaseOf(column))))
}

/** One cell of a record as text, by the name of its column; empty for a column that the kind has not. */
export function cellOfRecord(kind: RecordKind, value: object, column: string): string {
  if (!isTableName(kind)) return layerCell(Reflect.get(value, camelCaseOf(column)))
  const found = recordColumnsOf(kind).find(({ name }) => name === column)
  return found === undefined ? '' : writeCell(found, value)
}

/** Whether a record is made up for demonstration. */
export function isDemoRecord(value: object): boolean {
  const mark: unknown = Reflect.get(value, 'isDemo')
  return mark === 1 || mark === true
}

const NAMES = ['name', 'item', 'plate', 'place', 'post', 'cargo']

/** What a record is called in a list: its name, else its key. A duty is called by its day, for one post has many. */
export function recordNameOf(kind: RecordKind, value: object): string {
  const date: unknown = Reflect.get(value, 'date')
  const post: unknown = Reflect.get(value, 'post')
  const shift = SHIFTS.find((name) => name === Reflect.get(value, 'shift'))
  if (kind === 'rosters' && typeof date === 'string' && typeof post === 'string' && shift !== undefined)
    return dutyName({ date, shift, post })
  for (const member of NAMES) {
    const name: unknown = Reflect.get(value, member)
    if (typeof name === 'string' && name !== '') return name
  }
  return recordKeyOf(kind, value)
}

function layerCell(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(';')
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
