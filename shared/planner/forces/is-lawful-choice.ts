import type { AssignmentProblem, SolverTeam, TeamLoadView } from './assignment-problem.ts'
import { sumBy } from './sum-by.ts'

/**
 * Judges any choice against the rules, whoever made it: crews, units and vehicles within what the team has, only demands
 * it may fill, never more than is asked, volunteers never alone, and everybody there who goes in any case.
 */
export function isLawfulChoice(problem: AssignmentProblem, loads: ReadonlyMap<string, TeamLoadView>): boolean {
  const byId = new Map(problem.teams.map((team) => [team.id, team]))
  const isWhole = problem.teams.every((team) => !problem.forced.has(team.id) || loads.has(team.id))
  return (
    isWhole &&
    [...loads].every(([id, load]) => {
      const team = byId.get(id)
      return team !== undefined && isWithinMeans(problem, team, load)
    }) &&
    problem.demands.every((demand) => {
      const parts = [...loads].map(([id, load]) => ({
        isVolunteer: byId.get(id)?.isVolunteer === true,
        units: load.takes.get(demand.id) ?? 0,
      }))
      const total = sumBy(parts, ({ units }) => units)
      const volunteers = sumBy(parts, ({ isVolunteer, units }) => (isVolunteer ? units : 0))
      return total <= demand.quantity && (volunteers === 0 || volunteers < total)
    })
  )
}

function isWithinMeans({ demands }: AssignmentProblem, team: SolverTeam, load: TeamLoadView): boolean {
  const ids = new Set(load.vehicles.map(({ vehicle }) => vehicle.id))
  // A vehicle with a smaller crew goes only when it takes all there are.
  const isManned = load.vehicles.every(
    ({ vehicle, crew }) => crew === vehicle.crew || (crew > 0 && crew === team.onDuty),
  )
  const crews = sumBy(load.vehicles, ({ crew }) => crew)
  const canCarry = team.vehicles.length === 0 || load.vehicles.length > 0
  const filled = demands.filter((demand) => (load.takes.get(demand.id) ?? 0) > 0)
  const taken = (isLike: (demand: (typeof demands)[number]) => boolean): number =>
    sumBy(filled.filter(isLike), (demand) => load.takes.get(demand.id) ?? 0)
  return (
    ids.size === load.vehicles.length &&
    load.vehicles.every(({ vehicle }) => team.vehicles.some((own) => own.id === vehicle.id)) &&
    isManned &&
    crews <= team.onDuty &&
    (filled.length === 0 || canCarry) &&
    filled.every(({ id, capability, vehicleKind }) => {
      if (!team.mayFill.has(id)) return false
      if (capability === null)
        return (
          taken((demand) => demand.vehicleKind === vehicleKind) <=
          load.vehicles.filter(({ vehicle }) => vehicle.kind === vehicleKind).length
        )
      const aboard = sumBy(load.vehicles, ({ vehicle }) => vehicle.units.get(capability) ?? 0)
      const riding = canCarry ? (team.riding.get(capability) ?? 0) : 0
      return taken((demand) => demand.capability === capability) <= aboard + riding
    })
  )
}
