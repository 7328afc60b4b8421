import type { Cell } from '../csv.ts'
import type { Draft } from '../draft.ts'
import { distanceToAreaM } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { HEADERS } from '../headers.ts'
import type { TableName } from '../headers.ts'

/** Tolerance in metres. The outlines are coarse, and ports stand on land reclaimed after they were drawn. */
const LAND_TOLERANCE_M = 100
const SHORE_TOLERANCE_M = 1500
const OUTLINE_TOLERANCE_M = 1500
/** Town cells are drawn around seats and are not boundaries; this catches only gross errors. */
const TOWN_TOLERANCE_M = 2500

/** West, south, east, north: the area for which places outside the region are known. */
const SURROUNDINGS = [120.9, 28.85, 122.2, 30.5] as const

const SHORE_KINDS = ['berth', 'port', 'island', 'water', 'ferry', 'boat', 'sea', 'scenic', 'yard', 'tank']
const AWAY_TIERS = ['neighbour', 'city', 'province', 'army']

/** Records outside their region, and records in the sea. */
export function findPositionProblems(draft: Draft): string[] {
  return Object.keys(HEADERS)
    .filter((name): name is TableName => name in HEADERS && name !== 'people')
    .flatMap((name) => {
      const rows: readonly Readonly<Record<string, Cell>>[] = draft.tables[name]
      return rows.filter((row) => 'lng' in row).flatMap((row) => problemsOf(draft, name, row))
    })
}

function problemsOf(draft: Draft, name: TableName, row: Readonly<Record<string, Cell>>): string[] {
  const point: Point = [Number(row['lng']), Number(row['lat'])]
  const what = `${name}.csv ${row['id']}(${row['name'] ?? row['place'] ?? ''}) 坐标 ${point.join(',')}`
  const [west, south, east, north] = SURROUNDINGS
  if (!(point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north)) return [`${what} 超出数据范围`]
  const isAway = AWAY_TIERS.includes(String(row['tier'])) || isOtherDistrict(draft, row)
  // The middle of a sea bridge is at sea, and half of it may be the neighbour's.
  if (row['kind'] === 'bridge') return []
  const problems: string[] = []
  if (!isAway && distanceToAreaM(point, draft.region.outline) > OUTLINE_TOLERANCE_M)
    problems.push(`${what} 不在${draft.region.name}内`)
  const town = draft.region.towns.find(({ name: townName }) => townName === row['town'])
  if (town !== undefined && distanceToAreaM(point, town.area) > TOWN_TOLERANCE_M) {
    problems.push(`${what} 不在所写的${town.name}内`)
  }
  const tolerance = isAtShore(draft, name, row) ? SHORE_TOLERANCE_M : LAND_TOLERANCE_M
  const offshoreM = distanceToAreaM(point, draft.region.land)
  if (offshoreM > tolerance) problems.push(`${what} 在海上，离岸 ${Math.round(offshoreM)} 米`)
  return problems
}

/** Places and hospitals of other districts carry the district's name as their town. */
function isOtherDistrict(draft: Draft, row: Readonly<Record<string, Cell>>): boolean {
  const town = String(row['town'] ?? '')
  return town !== '' && town !== draft.region.name && !draft.region.towns.some(({ name }) => name === town)
}

function isAtShore(draft: Draft, name: TableName, row: Readonly<Record<string, Cell>>): boolean {
  if (name === 'plants' || name === 'work_permits') return true
  if (name === 'teams')
    return (
      row['type'] === 'ENT_FT' || row['type'] === 'PROCESS' || row['tier'] === 'city' || row['tier'] === 'neighbour'
    )
  return (
    SHORE_KINDS.includes(String(row['kind'])) ||
    (name === 'places' && draft.region.gazetteer.some(({ id }) => id === row['id']))
  )
}
