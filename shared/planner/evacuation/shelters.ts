import type { RiskArea } from '../../domain/dataset/dataset.ts'
import type { ShelterRow } from '../../domain/dataset/tables.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { distanceM, isInside, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { isShelterUnusable, shelterRoom } from '../rules/hard/shelter-usable.ts'
import { arrivedOfGroups } from './arrived-people.ts'
import { isInAny } from './zone-people.ts'

/** A shelter with the places left in it. */
export interface OpenShelter {
  readonly row: ShelterRow
  readonly location: LngLat
  readonly room: number
}

type ShelterRefusal = 'unavailable' | 'full' | 'hazard' | 'riskArea' | 'zone'

/** A shelter that is not used, with the cause; `threatened` = ahead of a fire. */
export interface ShelterOut {
  readonly row: ShelterRow
  readonly cause: ShelterRefusal | 'threatened'
}

/** Shelters that may be used, those left out by id, and how many by cause. */
interface ShelterChoice {
  readonly open: readonly OpenShelter[]
  readonly out: readonly ShelterOut[]
  readonly refused: Readonly<Record<ShelterRefusal, number>>
}

/** Hazards that come with a type: a shelter not fit for one of them is not used. */
const COMING_HAZARDS: Partial<Record<IncidentType, readonly string[]>> = {
  typhoon: ['typhoon', 'flood', 'flash_flood', 'geo_hazard', 'storm_surge'],
  flood: ['flood', 'flash_flood', 'geo_hazard'],
  storm_surge: ['storm_surge', 'flood', 'typhoon'],
  geo_hazard: ['geo_hazard', 'flash_flood'],
  waterlogging: ['waterlogging', 'flood'],
  earthquake: ['earthquake', 'geo_hazard'],
}
const WET_TYPES: ReadonlySet<string> = new Set([
  'typhoon',
  'flood',
  'storm_surge',
  'geo_hazard',
  'waterlogging',
  'earthquake',
])

/**
 * Shelters with room and not told to be full or unusable, outside every zone and risk area, and fit for this hazard; by id.
 * People of the given groups who are ticked as inside do not take room from their own groups.
 */
export function openShelters(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'type'>,
  zones: readonly Zone[],
  groupIds: Iterable<string> = [],
): ShelterChoice {
  const arrived = arrivedOfGroups(problem.dataset, groupIds)
  const hazards = new Set<string>([facts.type, ...(COMING_HAZARDS[facts.type] ?? [])])
  const open: OpenShelter[] = []
  const out: { row: ShelterRow; cause: ShelterRefusal }[] = []
  for (const row of sortedBy(problem.dataset.shelters, (shelter) => [shelter.id])) {
    const location = { lng: row.lng, lat: row.lat }
    const room = shelterRoom(row, arrived.get(row.id))
    if (isShelterUnusable(row, problem.incident)) out.push({ row, cause: 'unavailable' })
    else if (room === 0) out.push({ row, cause: 'full' })
    else if (row.notFor.some((hazard) => hazards.has(hazard))) out.push({ row, cause: 'hazard' })
    else if (isInAny(location, zones)) out.push({ row, cause: 'zone' })
    else if (WET_TYPES.has(facts.type) && isAtRisk(location, problem)) out.push({ row, cause: 'riskArea' })
    else open.push({ row, location, room })
  }
  const refused = { unavailable: 0, full: 0, hazard: 0, riskArea: 0, zone: 0 }
  for (const { cause } of out) refused[cause] += 1
  return { open, out, refused }
}

function isAtRisk(location: LngLat, problem: PlanningProblem): boolean {
  const radius = problem.parameters.evacuation.riskPointRadiusM.value
  return problem.dataset.riskAreas.some((area) => isInRiskArea(location, area, radius))
}

/** True inside the area's outline, or within the radius when the area is a point. */
function isInRiskArea(location: LngLat, area: RiskArea, radiusM: number): boolean {
  if (area.rings !== null) return isInside(location, { type: 'Polygon', coordinates: area.rings })
  const [lng, lat] = area.point ?? []
  return lng !== undefined && lat !== undefined && distanceM(location, { lng, lat }) <= radiusM
}
