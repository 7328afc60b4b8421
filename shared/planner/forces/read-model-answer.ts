import { sortedBy } from '../../kernel/order.ts'
import type { AssignmentModel, TeamColumns } from './assignment-model.ts'
import type { AssignmentProblem, SolverVehicle, TeamLoadView } from './assignment-problem.ts'
import { TeamLoad } from './team-load.ts'

/** Who goes with what by the columns of a solved model. Teams that bring nothing and need not go stay out. */
export function readModelAnswer(
  problem: AssignmentProblem,
  { teams }: AssignmentModel,
  values: readonly number[],
): ReadonlyMap<string, TeamLoadView> {
  const loads = new Map<string, TeamLoadView>()
  for (const columns of teams) {
    const count = (column: number): number => Math.round(values[column] ?? 0)
    const load = readLoad(columns, count)
    if (load.takes.size > 0 || problem.forced.has(columns.team.id)) loads.set(columns.team.id, load)
  }
  return loads
}

function readLoad({ team, groups, takes }: TeamColumns, count: (column: number) => number): TeamLoadView {
  let crewLeft = team.onDuty
  const going = sortedBy(
    groups.flatMap(({ group, column }) => group.vehicles.slice(0, count(column))),
    (vehicle) => [vehicle.id],
  )
  const vehicles = going.map((vehicle: SolverVehicle) => {
    const crew = Math.min(vehicle.crew, crewLeft)
    crewLeft -= crew
    return { vehicle, crew }
  })
  const units = takes.map(({ demand, column }) => [demand.id, count(column)] as const)
  return {
    vehicles,
    personnel: team.vehicles.length === 0 ? team.onDuty : team.onDuty - crewLeft,
    takes: new Map(units.filter(([, quantity]) => quantity > 0)),
  }
}

/**
 * The same units with the vehicles a dispatcher would name: of equally many, the ones that carry the kit and ordinary
 * transport rather than a ladder. Keeps the solver's own choice for a team where that does not do.
 */
export function nameVehicles(
  problem: AssignmentProblem,
  loads: ReadonlyMap<string, TeamLoadView>,
): ReadonlyMap<string, TeamLoadView> {
  const byId = new Map(problem.teams.map((team) => [team.id, team]))
  return new Map(
    [...loads].map(([id, load]) => {
      const team = byId.get(id)
      if (team === undefined) return [id, load]
      const named = new TeamLoad(team)
      if (problem.forced.has(id)) named.man(team.alwaysSends)
      const isSame = problem.demands.every((demand) => {
        const wanted = load.takes.get(demand.id) ?? 0
        return named.take(demand, wanted) === wanted
      })
      if (named.takes.size > 0) named.ensureTransport()
      return [id, isSame && named.vehicles.length <= load.vehicles.length ? named : load]
    }),
  )
}
