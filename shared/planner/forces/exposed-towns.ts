import type { AssignmentProblem, TeamLoadView } from './assignment-problem.ts'

/** What a fire station has at home. */
export interface Station {
  readonly onDuty: number
  readonly vehicles: readonly { readonly id: string; readonly crew: number }[]
  readonly engines: ReadonlySet<string>
}

/** A station still covers its surroundings while an engine and its crew stay; one that sends nothing always does. */
export function keepsAnEngine(station: Station | undefined, load: TeamLoadView | undefined): boolean {
  if (station === undefined) return false
  if (load === undefined) return true
  const gone = new Set(load.vehicles.map(({ vehicle }) => vehicle.id))
  const crewLeft = station.onDuty - load.personnel
  return station.vehicles.some(
    (vehicle) => station.engines.has(vehicle.id) && !gone.has(vehicle.id) && vehicle.crew <= crewLeft,
  )
}

/** Towns that lose their fire cover when these teams go, given what each sends. */
export function countExposedTowns(
  { teams, towns }: AssignmentProblem,
  loads: ReadonlyMap<string, TeamLoadView>,
): number {
  if (towns.length === 0) return 0
  const byId = new Map(teams.map((team) => [team.id, team]))
  return towns.filter(({ stationIds }) => stationIds.every((id) => !keepsAnEngine(byId.get(id), loads.get(id)))).length
}
