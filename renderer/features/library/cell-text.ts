import { CAPABILITIES, TEAM_TIERS, TEAM_TYPES, VEHICLE_KINDS } from '#shared/domain/taxonomy.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { kindName } from '../../text/kind-name.ts'
import type { Text } from '../../text/text.ts'

/** How much room the cells of a column need, pixels; a column without an entry needs what its head does. */
const ROOM: Readonly<Record<string, number>> = {
  name: 140,
  item: 120,
  capabilities: 180,
  specialties: 120,
  organisation: 120,
  team_id: 130,
  store_id: 130,
  plant_id: 130,
  shelter_id: 130,
  population_point_id: 130,
  process_team_id: 130,
  parent_id: 120,
  person_id: 80,
  zone_id: 90,
  post: 90,
  id: 90,
  lot_id: 110,
  lng: 140,
  phone: 112,
  type: 84,
  tier: 48,
  town: 76,
  kind: 84,
  status: 60,
  plate: 84,
  owner: 110,
  keeper: 80,
  person_in_charge: 80,
  date: 84,
  expires_on: 84,
  checked_on: 84,
  counted_at: 120,
  arrived_at: 120,
  started_at: 120,
  from: 110,
  to: 110,
  place: 110,
  cargo: 80,
  carrier: 110,
  un: 64,
  meant_for: 120,
  link: 200,
  hazard: 72,
  source: 90,
  note: 120,
  gb38565: 80,
  address: 120,
  name_en: 120,
}

/** Pixels of one letter of a table's head, and of the padding beside it: no head is cut. */
const HEAD = { wide: 13, narrow: 7, padding: 14 } as const

/** Room of a column, pixels: what its cells need, and at least its head in two lines (Latin letters break at spaces). */
export function roomOf(column: string, title: string): number {
  const longest = Math.max(...title.split(' ').map(widthOfWord))
  return Math.max(ROOM[column] ?? 52, longest + HEAD.padding)
}

function widthOfWord(word: string): number {
  const letters = Array.from(word)
  const wide = letters.filter((letter) => letter > '\u2e80').length
  const inLine = wide <= 4 ? wide : Math.max(4, Math.ceil(wide / 2))
  return inLine * HEAD.wide + (letters.length - wide) * HEAD.narrow
}

/** Share of the table's width for a column among those shown, so that a table never runs over. */
export function widthOf(rooms: readonly number[], index: number): string {
  const all = rooms.reduce((sum, room) => sum + room, 0) + 56
  return `${(((rooms[index] ?? 0) / all) * 100).toFixed(2)}%`
}

/** Columns cut to one line; the whole text is in the title. */
export const ONE_LINE: ReadonlySet<string> = new Set(['id', 'lot_id', 'item_code', 'lng'])

const LIST_SEPARATOR = '、'

/** A cell in words: codes of the taxonomy by their names, everything else as it is. */
export function cellText(table: TableName, column: string, cell: string, text: Text): string {
  if (column === 'capabilities') {
    return cell
      .split(';')
      .map((part) => {
        const [code = '', quantity = ''] = part.split(':')
        const known = CAPABILITIES.find((key) => key === code)
        return known === undefined ? part : `${text(`capability.${known}`)}${quantity}`
      })
      .join(LIST_SEPARATOR)
  }
  const teamType = column === 'type' ? TEAM_TYPES.find((key) => key === cell) : undefined
  if (teamType !== undefined) return text(`teamType.${teamType}`)
  const tier = column === 'tier' ? [...TEAM_TIERS, 'village' as const].find((key) => key === cell) : undefined
  if (tier !== undefined) return text(`tier.${tier}`)
  const vehicle = table === 'vehicles' && column === 'kind' ? VEHICLE_KINDS.find((key) => key === cell) : undefined
  if (vehicle !== undefined) return text(`vehicle.${vehicle}`)
  return column === 'kind' ? kindName(cell, text) : cell
}
