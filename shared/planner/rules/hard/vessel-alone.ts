import type { VehicleRow } from '../../../domain/dataset/tables.ts'
import type { Reason } from '../../../domain/reason.ts'
import { makeReason } from '../../reason.ts'

/** True when these craft go by water: a fire boat or tug, with nothing but small boats beside it. Small boats alone go by trailer. */
export function isAfloat(vehicles: readonly Pick<VehicleRow, 'kind'>[]): boolean {
  return (
    vehicles.some(({ kind }) => kind === 'FIREBOAT') &&
    vehicles.every(({ kind }) => kind === 'FIREBOAT' || kind === 'BOAT')
  )
}

/**
 * Vessels listed in one team with road vehicles: a team has one way and one arrival, so they are left out until they are
 * listed as a team of their own, and the plan says so (our own design rule).
 */
export function vesselsAmongVehicles(team: string, vehicles: readonly VehicleRow[]): Reason[] {
  if (isAfloat(vehicles)) return []
  const vessels = vehicles.filter(({ kind }) => kind === 'FIREBOAT')
  return vessels.length === 0
    ? []
    : [makeReason('vessel-among-vehicles', { team, vessels: vessels.map(({ id, plate }) => plate || id) })]
}
