import { CAPABILITIES, TEAM_TIERS, TEAM_TYPES, VEHICLE_KINDS } from '#shared/domain/taxonomy.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { kindName } from '../../text/kind-name.ts'
import type { Text } from '../../text/text.ts'

/** How much room a column takes beside the others; a column without an entry takes 60. */
const ROOM: Readonly<Record<string, number>> = {
  name: 140,
  item: 120,
  capabilities: 200,
  specialties: 120,
  organisation: 120,
  store_id: 110,
  id: 62,
  lot_id: 110,
  lng: 116,
  phone: 130,
  type: 76,
  tier: 44,
  personnel: 40,
  on_duty: 40,
  turnout_s: 46,
  people: 44,
  crew: 40,
  plate: 84,
  unit: 36,
  owner: 110,
  source: 90,
  gb38565: 80,
  address: 120,
}

/** Share of the table's width for a column among those shown, so that a table never runs over. */
export function widthOf(column: string, shown: readonly string[]): string {
  const room = (name: string): number => ROOM[name] ?? 60
  const all = shown.reduce((sum, name) => sum + room(name), 0) + 40
  return `${((room(column) / all) * 100).toFixed(2)}%`
}

/** Columns cut to one line; the whole text is in the title. */
export const ONE_LINE: ReadonlySet<string> = new Set([
  'id',
  'lot_id',
  'store_id',
  'team_id',
  'person_id',
  'item_code',
  'lng',
  'parent_id',
])

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
