import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { CAPABILITIES, VEHICLE_KINDS } from '#shared/domain/taxonomy.ts'
import { nameOfNeed } from '#shared/text/name-of-need.ts'
import { recordWord } from '#shared/text/record-words.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { firstRow, type SqlRow } from '../../db/rows.ts'
import type { RecordSource } from './record-source.ts'
import type { RecordBody, RecordText } from './search-record.ts'

/** What sources of records work with. */
export interface RecordParts {
  readonly db: ReadDb
  /** Towns of the district the data set is about; empty when it does not say. */
  readonly home: () => ReadonlySet<string>
}

/** Columns of any table by what they are to a search; a column that is nowhere here is not searched. */
const NAMES = ['name_en', 'person_in_charge', 'keeper']
const CODES = ['phone', 'plate', 'un', 'code', 'item_code', 'gb38565']
const WORDS = [
  ...[
    'town',
    'kind',
    'type',
    'tier',
    'organisation',
    'post',
    'specialties',
    'capabilities',
    'owner',
    'cargo',
    'carrier',
  ],
  ...['filled_by', 'from', 'to', 'place', 'hazard', 'hazards', 'away_where', 'substance', 'village'],
]
/** Words that are looked for by pinyin; lists and addresses are not, so that the index stays small. */
const SPELLED = new Set(['town', 'kind'])

/** The source of one table of the library. */
export function tableSource(parts: RecordParts, table: TableName): RecordSource {
  const { sqlTable, key, references } = TABLES[table]
  const select = `SELECT * FROM ${sqlTable} WHERE "${key[0] ?? 'id'}" = ?`
  const parents = Object.entries(references)
  return {
    read: (id) => {
      const row = firstRow(parts.db, select, [id])
      if (row === null) return null
      const [parent] = parents.flatMap(([column, target]) => parentOf(parts.db, cell(row, column), target))
      return bodyOf(parts, { row, parent: parent ?? null, id, table })
    },
  }
}

function parentOf(db: ReadDb, id: string, target: string | undefined): SqlRow[] {
  const table = TABLE_NAMES.find((name) => name === target)
  if (id === '' || table === undefined) return []
  const row = firstRow(db, `SELECT * FROM ${TABLES[table].sqlTable} WHERE id = ?`, [id])
  return row === null ? [] : [row]
}

interface Row {
  readonly row: SqlRow
  readonly parent: SqlRow | null
  readonly id: string
  readonly table: TableName
}

function bodyOf(parts: RecordParts, { row, parent, id, table }: Row): RecordBody {
  const text = (column: string): string => cell(row, column)
  const town = text('town') || (parent === null ? '' : cell(parent, 'town'))
  const title = titleOf(table, text, id)
  const texts: RecordText[] = [{ role: 'name', field: 'name', text: title, spelled: true }]
  const add = (role: RecordText['role'], field: string, value: string, spelled = false): void => {
    if (value !== '' && (field !== 'plate' || value !== title)) texts.push({ role, field, text: value, spelled })
  }
  // A trip is called by its plate, which is also looked for without its province.
  if (table === 'tankerTrips') texts.push({ role: 'code', field: 'plate', text: text('plate'), spelled: false })
  for (const column of ['plate', 'un'])
    if (table !== 'tankerTrips' || column === 'un') add('code', column, codeText(column, text(column)))
  if (text('town') === '') add('word', 'town', town, true)
  if (parent !== null) add('word', 'parent', cell(parent, 'name'), true)
  for (const column of WORDS) add('word', column, wordsOf(column, text(column), text), SPELLED.has(column))
  for (const column of NAMES) add('name', column, text(column), column !== 'name_en')
  const phone = text('phone') || (parent === null ? '' : cell(parent, 'phone'))
  for (const column of CODES.slice(3)) add('code', column, text(column))
  add('code', 'phone', text('phone'))
  const home = parts.home()
  return {
    texts,
    phone,
    at: positionOf(row) ?? (parent === null ? null : positionOf(parent)),
    home: town === '' || home.size === 0 || home.has(town),
    demo: row['is_demo'] === 1,
  }
}

function titleOf(table: TableName, text: (column: string) => string, id: string): string {
  if (table === 'tankerTrips') return text('plate')
  if (table === 'workPermits') return `${recordWord(text('kind'))} ${text('place')}`.trim()
  const kind = table === 'vehicles' ? wordsOf('kind', text('kind'), text) : ''
  return text('name') || text('item') || kind || id
}

function codeText(column: string, value: string): string {
  return column === 'un' && /^\d{4}$/.test(value) ? `UN${value}` : value
}

/** The words of a cell: keys by their names, lists with a comma between. */
function wordsOf(column: string, value: string, text: (column: string) => string): string {
  if (column === 'capabilities')
    return [...value.matchAll(/([A-Z_]+):/g)].map(([, key = '']) => capabilityName(key)).join('、')
  if (column === 'kind' && text('team_id') !== '') return vehicleName(value)
  return value.split(';').map(recordWord).join('、')
}

function capabilityName(key: string): string {
  const capability = CAPABILITIES.find((each) => each === key)
  return capability === undefined ? key : nameOfNeed({ capability })
}

function vehicleName(key: string): string {
  const vehicleKind = VEHICLE_KINDS.find((each) => each === key)
  return vehicleKind === undefined ? key : nameOfNeed({ vehicleKind })
}

function cell(row: SqlRow, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

function positionOf(row: SqlRow): [number, number] | null {
  const [lng, lat] = [row['lng'], row['lat']]
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null
}
