import * as z from 'zod'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordColumnsOf } from '#shared/domain/dataset/record-text.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'

/** Width that the columns of a list have together on a screen of 1366 pixels, beside the tables and the data set. */
export const LIST_ROOM_PX = 800

/** The columns a list shows until its user chooses others: what tells one record from the next at 1366 pixels. */
export const FIRST_COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  organisations: columns('id name kind parent_id phone'),
  people: columns('name organisation post phone specialties is_expert'),
  rosters: columns('date shift post person_id organisation'),
  teams: columns('name type tier town personnel on_duty phone capabilities'),
  vehicles: columns('name team_id kind plate crew status capabilities'),
  teamKit: columns('item team_id quantity unit expires_on checked_on status'),
  hospitals: columns('name town beds free_beds toxicology burns decontamination phone'),
  carriers: columns('name kind town seats count phone green_pass'),
  plants: columns('name town people_inside counted_at phone process_team_id'),
  tankerTrips: columns('plate carrier un cargo quantity_t from to phone'),
  workPermits: columns('kind plant_id place people from to'),
  shelters: columns('name tier town capacity occupied state phone person_in_charge'),
  shelterZones: columns('name shelter_id capacity area_m2 meant_for'),
  stores: columns('name tier town owner keeper phone shelter_id'),
  stock: columns('item store_id quantity unit expires_on status ownership'),
  populationPoints: columns('name town people people_night special_needs hazard person_in_charge phone'),
  evacuees: columns('code name population_point_id special_needs shelter_id zone_id arrived_at'),
  hazardSources: columns('name kind town un quantity_t phone'),
  targets: columns('name kind town people phone'),
  helipads: columns('name kind town surface status phone'),
  cameras: columns('name kind town link'),
  waterPoints: columns('name kind town lng volume_m3'),
  places: columns('name name_en kind town lng confidence'),
}

/** Columns of a layer that is shown as a list. */
const LAYER_FIRST: Readonly<Record<Exclude<RecordKind, TableName>, readonly string[]>> = {
  roads: columns('name ref class speed_kmh oneway max_height_m max_weight_t floods length_m'),
  areas: columns('code name level'),
  riskAreas: columns('id name kind level people'),
}

/** The columns a list shows at first. */
export function firstColumnsOf(kind: RecordKind): readonly string[] {
  return isTableName(kind) ? FIRST_COLUMNS[kind] : LAYER_FIRST[kind]
}

/** Whether a column holds numbers, which stand at the right of their cells; a position is none. */
export function isNumberColumn(kind: RecordKind, column: string): boolean {
  if (!isTableName(kind)) return NUMBERS_OF_LAYERS.has(column)
  const cell = recordColumnsOf(kind).find(({ name }) => name === column)?.cell
  return cell !== undefined && cell.sqlType !== 'TEXT' && cell.choices === undefined && column !== 'lng'
}

/** Whether a column says yes or no. */
export function isFlagColumn(kind: RecordKind, column: string): boolean {
  if (!isTableName(kind)) return FLAGS_OF_LAYERS.has(column)
  return recordColumnsOf(kind).find(({ name }) => name === column)?.cell.choices?.[0] === '0'
}

const NUMBERS_OF_LAYERS: ReadonlySet<string> = new Set([
  ...['speed_kmh', 'max_height_m', 'max_weight_t', 'length_m', 'people'],
])
const FLAGS_OF_LAYERS: ReadonlySet<string> = new Set(['bridge', 'tunnel', 'floods', 'is_demo'])

const Kept = z.array(z.string()).min(1)

const keyOf = (kind: RecordKind): string => `record-columns-${kind}`

/** The columns this seat's user chose for a list, in the order of the table; null when none were chosen. */
export function readListColumns(storage: Pick<Storage, 'getItem'>, kind: RecordKind): readonly string[] | null {
  const kept = storage.getItem(keyOf(kind))
  if (kept === null) return null
  try {
    const read = Kept.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Keeps the columns chosen for a list; null goes back to the first ones. */
export function keepListColumns(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  kind: RecordKind,
  chosen: readonly string[] | null,
): void {
  if (chosen === null) storage.removeItem(keyOf(kind))
  else storage.setItem(keyOf(kind), JSON.stringify(chosen))
}

function columns(names: string): readonly string[] {
  return names.split(' ')
}
