import { sortedBy } from '../../kernel/order.ts'
import type { AssignmentProblem, AssignmentSolution, SolverTeam } from './assignment-problem.ts'
import { countExposedTowns } from './exposed-towns.ts'
import { TeamLoad } from './team-load.ts'

/** Who fills what when exactly these teams go, with its price. */
export type Allocation = Pick<AssignmentSolution, 'loads' | 'missing' | 'objective'>

/**
 * Shares the demands among a set of teams, nearest first, and prices the result: the quick way from a set of teams to
 * who brings what. It need not be the cheapest way for that set.
 */
export function evaluateTeams(problem: AssignmentProblem, chosen: ReadonlySet<string>): Allocation {
  return evaluateLoads(problem, shareDemands(problem, chosen))
}

/** The neutral evaluator: what is missing and what it all costs. Every method is judged by this, never by its own figure. */
export function evaluateLoads(problem: AssignmentProblem, loads: Allocation['loads']): Allocation {
  const missing = new Map<string, number>()
  for (const demand of problem.demands) {
    let open = demand.quantity
    for (const load of loads.values()) open -= load.takes.get(demand.id) ?? 0
    if (open > 0) missing.set(demand.id, open)
  }
  return { loads, missing, objective: priceOf(problem, loads, missing) }
}

/**
 * Shares the demands in their order; forced teams count first, then the nearest. Volunteers come last and never fill a
 * demand alone. Teams that fill nothing stay out.
 */
function shareDemands(problem: AssignmentProblem, chosen: ReadonlySet<string>): Allocation['loads'] {
  const teams = turnsOf(problem).filter((team) => chosen.has(team.id) || problem.forced.has(team.id))
  const loads = new Map(teams.map((team) => [team.id, new TeamLoad(team)]))
  for (const team of teams) if (problem.forced.has(team.id)) loads.get(team.id)?.man(team.alwaysSends)
  for (const demand of problem.demands) {
    let open = demand.quantity
    for (const team of teams) {
      if (open === 0 || (team.isVolunteer && open === demand.quantity)) break
      open -= loads.get(team.id)?.take(demand, open) ?? 0
    }
  }
  for (const [id, load] of loads) {
    if (load.takes.size > 0) load.ensureTransport()
    else if (!problem.forced.has(id)) loads.delete(id)
  }
  return loads
}

/** The order in which teams are asked, sorted once a problem: the search asks thousands of times. */
export function turnsOf(problem: AssignmentProblem): readonly SolverTeam[] {
  const known = TURNS.get(problem)
  if (known !== undefined) return known
  const turns = sortedBy(problem.teams, (team) => [
    team.isVolunteer ? 1 : 0,
    problem.forced.has(team.id) ? 0 : 1,
    team.etaS,
    team.id,
  ])
  TURNS.set(problem, turns)
  return turns
}

const TURNS = new WeakMap<AssignmentProblem, readonly SolverTeam[]>()

function priceOf(problem: AssignmentProblem, loads: Allocation['loads'], missing: Allocation['missing']): number {
  const byId = new Map(turnsOf(problem).flatMap((team) => (loads.has(team.id) ? [[team.id, team] as const] : [])))
  const wanted = new Map(problem.demands.map((demand) => [demand.id, demand]))
  let price = problem.prices.unmetS * [...missing.values()].reduce((sum, units) => sum + units, 0)
  for (const [id, load] of loads) {
    const team = byId.get(id)
    if (team === undefined) continue
    if (!problem.forced.has(id)) price += priceOfUse(problem, team)
    price += problem.prices.vehicleUseS * load.vehicles.length
    for (const [demandId, units] of load.takes) {
      price += units * priceOfUnit(problem, team, wanted.get(demandId)?.byS ?? 0)
    }
  }
  return price + priceOfLeaving(problem) + problem.prices.exposedTownS * countExposedTowns(problem, loads)
}

/**
 * Price of one unit from a team: how long it is waited for, and its lateness several times over. Also a team that comes
 * in any case is waited for: of two that come, the nearer one gets the work that saves lives.
 */
export function priceOfUnit({ prices }: AssignmentProblem, team: SolverTeam, byS: number): number {
  return team.etaS + prices.lateWeight * Math.max(0, team.etaS - byS)
}

/**
 * Price of sending a team at all: its absence from home, how far out it is asked for, its trust tier. Against a choice
 * in force a team that is new to it costs a change, and one that stays saves the change `priceOfLeaving` reckons with.
 */
export function priceOfUse({ prices, inForce }: AssignmentProblem, team: SolverTeam): number {
  const price = prices.teamUseS + prices.tierS * team.tierGroup + (team.isVolunteer ? prices.volunteerS : 0)
  if (inForce === undefined) return price
  return inForce.teamIds.has(team.id) ? price - inForce.changeS : price + inForce.changeS
}

/** Price of leaving out every team of the choice in force; each one that goes takes its part off again. */
export function priceOfLeaving({ inForce }: AssignmentProblem): number {
  return inForce === undefined ? 0 : inForce.changeS * inForce.teamIds.size
}
