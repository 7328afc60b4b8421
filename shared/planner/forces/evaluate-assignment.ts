import { sortedBy } from '../../kernel/order.ts'
import type { AssignmentProblem, AssignmentSolution, SolverTeam } from './assignment-problem.ts'
import { TeamLoad } from './team-load.ts'

/** Who fills what when exactly these teams go, with its price. */
export type Allocation = Pick<AssignmentSolution, 'loads' | 'missing' | 'objective'>

/**
 * The neutral evaluator: shares the demands among a set of teams, nearest first, and prices the result. Every method is
 * judged by this one function, never by its own figure.
 */
export function evaluateTeams(problem: AssignmentProblem, chosen: ReadonlySet<string>): Allocation {
  const { loads, missing } = shareDemands(problem, chosen)
  const objective = priceOf(problem, loads, missing)
  return { loads, missing, objective }
}

/**
 * Shares the demands in their order; forced teams count first, then the nearest. Volunteers come last and never fill a
 * demand alone. Teams that fill nothing stay out.
 */
function shareDemands(problem: AssignmentProblem, chosen: ReadonlySet<string>): Pick<Allocation, 'loads' | 'missing'> {
  const teams = sortedBy(
    problem.teams.filter((team) => chosen.has(team.id) || problem.forced.has(team.id)),
    (team) => [team.isVolunteer ? 1 : 0, problem.forced.has(team.id) ? 0 : 1, team.etaS, team.id],
  )
  const loads = new Map(teams.map((team) => [team.id, new TeamLoad(team)]))
  for (const team of teams) if (problem.forced.has(team.id)) loads.get(team.id)?.man(team.alwaysSends)
  const missing = new Map<string, number>()
  for (const demand of problem.demands) {
    let open = demand.quantity
    for (const team of teams) {
      if (open === 0 || (team.isVolunteer && open === demand.quantity)) break
      open -= loads.get(team.id)?.take(demand, open) ?? 0
    }
    if (open > 0) missing.set(demand.id, open)
  }
  for (const [id, load] of loads) {
    if (load.takes.size > 0) load.ensureTransport()
    else if (!problem.forced.has(id)) loads.delete(id)
  }
  return { loads, missing }
}

function priceOf(problem: AssignmentProblem, loads: Allocation['loads'], missing: Allocation['missing']): number {
  const byId = new Map(problem.teams.map((team) => [team.id, team]))
  const wanted = new Map(problem.demands.map((demand) => [demand.id, demand]))
  let price = problem.prices.unmetS * [...missing.values()].reduce((sum, units) => sum + units, 0)
  for (const [id, load] of loads) {
    const team = byId.get(id)
    if (team === undefined) continue
    if (!problem.forced.has(id)) price += priceOfUse(problem, team)
    for (const [demandId, units] of load.takes) {
      price += units * priceOfUnit(problem, team, wanted.get(demandId)?.byS ?? 0)
    }
  }
  return price + problem.prices.exposedTownS * problem.exposedTowns(loads)
}

/** Price of one unit from a team: how long it is waited for, and its lateness several times over. */
export function priceOfUnit({ prices }: AssignmentProblem, team: SolverTeam, byS: number): number {
  return team.etaS + prices.lateWeight * Math.max(0, team.etaS - byS)
}

/** Price of sending a team at all: its absence from home, how far out it is asked for, its trust tier. */
export function priceOfUse({ prices }: AssignmentProblem, team: SolverTeam): number {
  return prices.teamUseS + prices.tierS * team.tierGroup + (team.isVolunteer ? prices.volunteerS : 0)
}
