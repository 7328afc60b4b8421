import type { Capability, VehicleKind } from '../../domain/taxonomy.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { SolverTeam, SolverVehicle } from './assignment-problem.ts'
import { TeamLoad } from './team-load.ts'

/** Vehicles of one team that are alike for the choice; which of them go is settled afterwards. */
export interface VehicleGroup {
  readonly kind: VehicleKind
  /** In the order in which they go: those that go in any case, then by id. */
  readonly vehicles: readonly SolverVehicle[]
  /** People each takes along: its crew, or all there are when a single one is all the team can man. */
  readonly crew: number
  readonly fullCrew: number
  readonly units: ReadonlyMap<Capability, number>
  readonly isEngine: boolean
  /** How many go in any case. */
  readonly fewest: number
}

/** The vehicles a team can man, grouped. Empty when nobody is on duty to drive one. */
export function groupVehicles(team: SolverTeam, isForced: boolean): VehicleGroup[] {
  const manned = new Set(isForced ? vehiclesInAnyCase(team) : [])
  const able = team.vehicles.filter((vehicle) => vehicle.crew === 0 || team.onDuty > 0)
  const ordered = sortedBy(able, (vehicle) => [manned.has(vehicle.id) ? 0 : 1, vehicle.id])
  const groups = groupBy(ordered, (vehicle) => likeness(vehicle, team.engines.has(vehicle.id)))
  return sortedBy([...groups], ([key]) => [key]).flatMap(([, vehicles]) => {
    const [first] = vehicles
    if (first === undefined) return []
    return [
      {
        kind: first.kind,
        vehicles,
        crew: Math.min(first.crew, team.onDuty),
        fullCrew: first.crew,
        units: first.units,
        isEngine: team.engines.has(first.id),
        fewest: vehicles.filter((vehicle) => manned.has(vehicle.id)).length,
      },
    ]
  })
}

/** Ids of the vehicles a team that goes in any case mans before anything is asked of it. */
export function vehiclesInAnyCase(team: SolverTeam): string[] {
  const load = new TeamLoad(team)
  load.man(team.alwaysSends)
  return load.vehicles.map(({ vehicle }) => vehicle.id)
}

function likeness(vehicle: SolverVehicle, isEngine: boolean): string {
  const units = sortedBy([...vehicle.units], ([capability]) => [capability])
    .filter(([, quantity]) => quantity > 0)
    .map(([capability, quantity]) => `${capability}:${quantity}`)
  return [vehicle.kind, vehicle.crew, isEngine ? 'engine' : '', ...units].join('|')
}
