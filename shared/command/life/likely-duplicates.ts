import type { Incident } from '../../domain/incident.ts'
import type { CommandParameters } from '../../domain/parameters/command.ts'
import { INCIDENT_TYPES, type IncidentType } from '../../domain/taxonomy.ts'
import { distanceM } from '../../kernel/geo.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'

/** A call as far as likeness needs it. */
export interface LikelyCall {
  readonly incidentId: string
  readonly type: string
  readonly location: Pick<Incident['location'], 'lng' | 'lat'>
  readonly receivedAt: string
  readonly mode: Incident['mode']
}

/** Another call that may be about the same thing. */
export interface LikelyDuplicate {
  readonly incidentId: string
  readonly distanceM: number
  readonly apartMin: number
  readonly sameType: boolean
}

/** Types that callers mistake for one another (design rule). */
const FAMILIES: readonly (readonly IncidentType[])[] = [
  ['hazmat_fixed', 'hazmat_road', 'pipeline', 'gas_supply', 'environment', 'road_traffic', 'tunnel', 'fire_industrial'],
  ['fire_building', 'fire_highrise', 'fire_industrial', 'structure_collapse', 'special_equipment', 'confined_space'],
  ['flood', 'typhoon', 'waterlogging', 'storm_surge', 'geo_hazard'],
  ['maritime', 'port', 'environment'],
  ['power_outage', 'water_supply', 'gas_supply'],
  ['geo_hazard', 'structure_collapse', 'earthquake'],
]

/**
 * Calls of the same family, near in place and time, nearest first. It only offers; a person merges. Drills are never
 * offered for real calls.
 */
export function likelyDuplicates(
  call: LikelyCall,
  others: readonly LikelyCall[],
  limits: Pick<CommandParameters, 'duplicateRadiusM' | 'duplicateWindowMin'>,
): LikelyDuplicate[] {
  const taken = parseInstant(call.receivedAt)
  if (taken === null) return []
  const near = others.flatMap((other): LikelyDuplicate[] => {
    const time = parseInstant(other.receivedAt)
    if (other.incidentId === call.incidentId || other.mode !== call.mode || time === null) return []
    const apartMin = Math.round(Math.abs(time.epochS - taken.epochS) / 60)
    const away = Math.round(distanceM(call.location, other.location))
    const isNear = away <= limits.duplicateRadiusM.value && apartMin <= limits.duplicateWindowMin.value
    if (!isNear || !sameFamily(call.type, other.type)) return []
    return [{ incidentId: other.incidentId, distanceM: away, apartMin, sameType: other.type === call.type }]
  })
  return sortedBy(near, ({ distanceM: away, apartMin, incidentId }) => [away, apartMin, incidentId])
}

function sameFamily(a: string, b: string): boolean {
  if (a === b) return true
  const known = (name: string): IncidentType | undefined => INCIDENT_TYPES.find((type) => type === name)
  const [first, second] = [known(a), known(b)]
  return FAMILIES.some(
    (family) => first !== undefined && second !== undefined && family.includes(first) && family.includes(second),
  )
}
