import type { RiskArea } from '../../domain/dataset/dataset.ts'
import type { ShelterRow } from '../../domain/dataset/tables.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { distanceM, isInside, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { isInAny } from './zone-people.ts'

/** A shelter with the places left in it. */
export interface OpenShelter {
  readonly row: ShelterRow
  readonly location: LngLat
  readonly room: number
}

/** Why shelters were left out, by reason code. */
interface ShelterChoice {
  readonly open: readonly OpenShelter[]
  readonly refused: Readonly<Record<'unavailable' | 'full' | 'hazard' | 'riskArea' | 'zone', number>>
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

/** Shelters with room, outside every zone and risk area, and fit for this hazard; by id. */
export function openShelters(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'type'>,
  zones: readonly Zone[],
): ShelterChoice {
  const away = unavailableIds(problem.incident, 'shelter')
  const hazards = new Set<string>([facts.type, ...(COMING_HAZARDS[facts.type] ?? [])])
  const refused = { unavailable: 0, full: 0, hazard: 0, riskArea: 0, zone: 0 }
  const open: OpenShelter[] = []
  for (const row of sortedBy(problem.dataset.shelters, (shelter) => [shelter.id])) {
    const location = { lng: row.lng, lat: row.lat }
    const room = row.capacity - row.occupied
    if (away.has(row.id)) refused.unavailable += 1
    else if (room <= 0) refused.full += 1
    else if (row.notFor.some((hazard) => hazards.has(hazard))) refused.hazard += 1
    else if (isInAny(location, zones)) refused.zone += 1
    else if (WET_TYPES.has(facts.type) && isAtRisk(location, problem)) refused.riskArea += 1
    else open.push({ row, location, room })
  }
  return { open, refused }
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
