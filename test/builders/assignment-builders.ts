import type { AssignmentProblem, SolverTeam, TeamLoadView } from '#shared/planner/forces/assignment-problem.ts'
import { evaluateLoads } from '#shared/planner/forces/evaluate-assignment.ts'
import { TeamLoad } from '#shared/planner/forces/team-load.ts'

/** Prices and limits as shipped, for problems made by hand. */
export const SHIPPED_PRICES: AssignmentProblem['prices'] = {
  unmetS: 100_000,
  lateWeight: 4,
  teamUseS: 300,
  vehicleUseS: 30,
  tierS: 1200,
  volunteerS: 3600,
  exposedTownS: 1800,
}

export const PROVE_EXACTLY: AssignmentProblem['limits'] = {
  relativeGap: 0,
  absoluteGap: 0.99,
  maxNodes: 20_000,
  guardMs: 60_000,
}

/** One way a team can go: with these vehicles. */
type Going = { readonly team: SolverTeam; readonly vehicles: SolverTeam['vehicles'] }

/**
 * The cheapest lawful choice by trying every set of teams and vehicles, priced by the neutral evaluator. Units are shared
 * the cheapest first, which is exact while no two demands ask for the same capability or vehicle kind.
 */
export function cheapestByTrial(problem: AssignmentProblem): number {
  const ways = problem.teams.map((team) => waysOf(problem, team))
  let best = Infinity
  const visit = (index: number, going: readonly Going[]): void => {
    const options = ways[index]
    if (options === undefined) {
      best = Math.min(best, evaluateLoads(problem, shareCheapest(problem, going)).objective)
      return
    }
    for (const option of options) visit(index + 1, option === null ? going : [...going, option])
  }
  visit(0, [])
  return best
}

function waysOf(problem: AssignmentProblem, team: SolverTeam): (Going | null)[] {
  const isForced = problem.forced.has(team.id)
  const manned = new TeamLoad(team)
  if (isForced) manned.man(team.alwaysSends)
  const fixed = new Set(manned.vehicles.map(({ vehicle }) => vehicle.id))
  const ways: (Going | null)[] = isForced ? [] : [null]
  for (let mask = 0; mask < 2 ** team.vehicles.length; mask += 1) {
    const vehicles = team.vehicles.filter((_, index) => (mask >> index) % 2 === 1)
    const crews = vehicles.reduce((sum, vehicle) => sum + Math.min(vehicle.crew, team.onDuty), 0)
    const isManned = crews <= team.onDuty && vehicles.every((vehicle) => vehicle.crew === 0 || team.onDuty > 0)
    const isWhole = [...fixed].every((id) => vehicles.some((vehicle) => vehicle.id === id))
    const hasWay = team.vehicles.length === 0 || vehicles.length > 0 || (isForced && fixed.size === 0)
    if (isManned && isWhole && hasWay) ways.push({ team, vehicles })
  }
  return ways
}

function shareCheapest(problem: AssignmentProblem, going: readonly Going[]): ReadonlyMap<string, TeamLoadView> {
  const takes = new Map(going.map(({ team }) => [team.id, new Map<string, number>()]))
  for (const demand of problem.demands) {
    const offers = going
      .map(({ team, vehicles }) => ({ team, units: offered(team, vehicles, demand) }))
      .filter(({ units }) => units > 0)
      .sort((a, b) => priceOf(problem, a.team, demand.byS) - priceOf(problem, b.team, demand.byS))
    const professional = offers.find(({ team }) => !team.isVolunteer)
    if (professional === undefined) continue
    // One professional first, then everybody by price.
    let open = demand.quantity - 1
    const given = new Map([[professional.team.id, 1]])
    for (const { team, units } of offers) {
      const before = given.get(team.id) ?? 0
      const more = Math.min(open, units - before)
      given.set(team.id, before + more)
      open -= more
    }
    for (const [id, units] of given) if (units > 0) takes.get(id)?.set(demand.id, units)
  }
  const loads = new Map<string, TeamLoadView>()
  for (const { team, vehicles } of going) {
    const mine = takes.get(team.id) ?? new Map<string, number>()
    if (mine.size === 0 && !problem.forced.has(team.id)) continue
    const crew = vehicles.map((vehicle) => ({ vehicle, crew: Math.min(vehicle.crew, team.onDuty) }))
    const personnel = team.vehicles.length === 0 ? team.onDuty : crew.reduce((sum, each) => sum + each.crew, 0)
    loads.set(team.id, { vehicles: crew, personnel, takes: mine })
  }
  return loads
}

function offered(
  team: SolverTeam,
  vehicles: SolverTeam['vehicles'],
  demand: AssignmentProblem['demands'][number],
): number {
  const { capability } = demand
  if (!team.mayFill.has(demand.id)) return 0
  if (capability === null) return vehicles.filter((vehicle) => vehicle.kind === demand.vehicleKind).length
  const aboard = vehicles.reduce((sum, vehicle) => sum + (vehicle.units.get(capability) ?? 0), 0)
  const hasWay = team.vehicles.length === 0 || vehicles.length > 0
  return aboard + (hasWay ? (team.riding.get(capability) ?? 0) : 0)
}

function priceOf(problem: AssignmentProblem, team: SolverTeam, byS: number): number {
  const waitS = problem.forced.has(team.id) ? 0 : team.etaS
  return waitS + problem.prices.lateWeight * Math.max(0, team.etaS - byS)
}
