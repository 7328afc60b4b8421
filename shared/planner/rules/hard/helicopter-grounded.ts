import type { VehicleRow } from '../../../domain/dataset/tables.ts'
import type { AssignmentParameters } from '../../../domain/parameters/assignment.ts'
import type { Reason } from '../../../domain/reason.ts'
import type { FactSheet } from '../../problem.ts'
import { makeReason } from '../../reason.ts'

/** What decides whether helicopters fly: light and wind. */
type FlyingWeather = Pick<FactSheet, 'night' | 'sunriseS' | 'sunsetS' | 'wind'>

/** True when all of these vehicles are helicopters: their people go by air or not at all. */
export function isAirborne(vehicles: readonly Pick<VehicleRow, 'kind'>[]): boolean {
  return vehicles.length > 0 && vehicles.every(({ kind }) => kind === 'HELI')
}

/**
 * Why a helicopter team may not fly, or null: not at night, not so late that it lands after sunset (`arriveS`, epoch
 * seconds; null = not known yet), not at or above the wind limit (m/s). An unknown wind forbids nothing here; the
 * movement says so. Our own design rule; the pilot decides in the end.
 */
export function helicopterGrounded(
  team: string,
  facts: FlyingWeather,
  parameters: Pick<AssignmentParameters, 'helicopterWindMs'>,
  arriveS: number | null,
): Reason | null {
  const limitMs = parameters.helicopterWindMs.value
  const windMs = facts.wind.speedMs
  const isLate =
    arriveS !== null &&
    facts.sunsetS !== null &&
    arriveS >= facts.sunsetS &&
    (facts.sunriseS === null || facts.sunriseS < facts.sunsetS)
  if (facts.night || isLate) return makeReason('team-helicopter-night', { team })
  return windMs !== null && windMs >= limitMs ? makeReason('team-helicopter-wind', { team, windMs, limitMs }) : null
}
