import type { TeamRow, VehicleRow } from '../../domain/dataset/tables.ts'
import type { AssignmentParameters } from '../../domain/parameters/assignment.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { TravelService } from '../graph/travel.ts'

/** A station of the district or a street (national, government or enterprise) with an engine among these vehicles. */
export function isFireStation(
  { type, tier }: Pick<TeamRow, 'type' | 'tier'>,
  vehicles: readonly Pick<VehicleRow, 'kind'>[],
  { engineKinds }: Pick<AssignmentParameters, 'engineKinds'>,
): boolean {
  return (
    (type === 'NFR' || type === 'GOV_FT' || type === 'ENT_FT') &&
    isOwnTier(tier) &&
    vehicles.some(({ kind }) => engineKinds.includes(kind))
  )
}

/** True for teams of the district itself and of its streets: they are there without anybody being asked. */
export function isOwnTier(tier: TeamRow['tier']): boolean {
  return tier === 'street' || tier === 'district'
}

/** Seconds from the call until the first engine of each station is at a place, the nearest first; unreachable ones are left out. */
export function firstEngines(
  stations: readonly TeamRow[],
  { lng, lat }: LngLat,
  travel: TravelService,
  callHandlingS: number,
): { readonly team: TeamRow; readonly etaS: number }[] {
  const reach = travel.reachTo({ lng, lat }, travel.profileOf('engine'))
  const times = stations.flatMap((team) => {
    const driveS = reach.durationS({ lng: team.lng, lat: team.lat })
    return driveS === null ? [] : [{ team, etaS: callHandlingS + team.turnoutS + driveS }]
  })
  return sortedBy(times, ({ team, etaS }) => [etaS, team.id])
}
