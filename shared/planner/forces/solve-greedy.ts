import type {
  AssignmentProblem,
  AssignmentSolution,
  AssignmentSolver,
  SolverDemand,
  SolverTeam,
} from './assignment-problem.ts'
import { chooseNearest } from './choose-nearest.ts'
import { evaluateTeams, priceOfUnit, priceOfUse, type Allocation } from './evaluate-assignment.ts'
import { TeamLoad } from './team-load.ts'

/**
 * Cheapest price per unit still missing, tier group by tier group, then dropping and swapping teams within a bounded
 * number of steps. Never worse than nearest-first: both are priced by the neutral evaluator and the better one is kept.
 */
export const solveGreedily: AssignmentSolver = (problem) => {
  const groups = [...new Set(problem.teams.map((team) => team.tierGroup))].sort((a, b) => a - b)
  let chosen: ReadonlySet<string> = new Set()
  let open: SolverTeam[] = []
  for (const toleranceS of [problem.lateToleranceS, Infinity]) {
    for (const group of groups) {
      open = problem.teams.filter((team) => team.tierGroup <= group)
      chosen = addCheapest(problem, open, chosen, toleranceS)
      if (evaluateTeams(problem, chosen).missing.size === 0) return finish(problem, chosen, open)
    }
  }
  return finish(problem, chosen, open)
}

function finish(
  problem: AssignmentProblem,
  chosen: ReadonlySet<string>,
  open: readonly SolverTeam[],
): AssignmentSolution {
  const nearest = improve(problem, chooseNearest(problem, open), open)
  const greedy = improve(problem, chosen, open)
  const best = greedy.objective <= nearest.objective ? greedy : nearest
  return { ...best, status: 'greedy', bound: null, gap: null }
}

/** Adds the team with the least price per unit it would fill, until nothing is missing or nobody can help. */
function addCheapest(
  problem: AssignmentProblem,
  open: readonly SolverTeam[],
  start: ReadonlySet<string>,
  toleranceS: number,
): ReadonlySet<string> {
  const chosen = new Set(start)
  for (;;) {
    const { missing } = evaluateTeams(problem, chosen)
    const wanted = problem.demands.filter((demand) => missing.has(demand.id))
    let best: { id: string; price: number } | null = null
    for (const team of open) {
      if (chosen.has(team.id) || problem.forced.has(team.id)) continue
      const price = pricePerUnit(problem, team, wanted, missing, toleranceS)
      if (price !== null && (best === null || price < best.price)) best = { id: team.id, price }
    }
    if (best === null) return chosen
    chosen.add(best.id)
  }
}

function pricePerUnit(
  problem: AssignmentProblem,
  team: SolverTeam,
  wanted: readonly SolverDemand[],
  missing: ReadonlyMap<string, number>,
  toleranceS: number,
): number | null {
  const load = new TeamLoad(team)
  let units = 0
  let price = priceOfUse(problem, team)
  for (const demand of wanted) {
    if (team.etaS - demand.byS > toleranceS) continue
    if (team.isVolunteer && missing.get(demand.id) === demand.quantity) continue
    const taken = load.take(demand, missing.get(demand.id) ?? 0)
    units += taken
    price += taken * priceOfUnit(problem, team, demand.byS)
  }
  return units === 0 ? null : price / units
}

/** Drops teams nobody needs, then swaps one team for another while that is cheaper; bounded by steps, not by the clock. */
function improve(problem: AssignmentProblem, start: ReadonlySet<string>, open: readonly SolverTeam[]): Allocation {
  let chosen = new Set(start)
  let best = evaluateTeams(problem, chosen)
  let steps = 0
  const consider = (next: Set<string>): boolean => {
    steps += 1
    const allocation = evaluateTeams(problem, next)
    if (allocation.objective >= best.objective) return false
    chosen = next
    best = allocation
    return true
  }
  for (let changed = true; changed && steps < problem.searchSteps;) {
    changed = false
    for (const id of [...chosen].sort()) {
      const without = new Set([...chosen].filter((other) => other !== id))
      if (consider(without)) changed = true
      else changed = swapOut(problem, open, chosen, without, consider, () => steps < problem.searchSteps) || changed
    }
  }
  return best
}

/** Tries to replace one team by the nearest unused ones that could do some of its work. */
function swapOut(
  problem: AssignmentProblem,
  open: readonly SolverTeam[],
  chosen: ReadonlySet<string>,
  without: ReadonlySet<string>,
  consider: (next: Set<string>) => boolean,
  maySearch: () => boolean,
): boolean {
  const { missing } = evaluateTeams(problem, without)
  const helpers = open
    .filter(
      (team) =>
        !chosen.has(team.id) && !problem.forced.has(team.id) && [...missing.keys()].some((id) => team.mayFill.has(id)),
    )
    .sort((a, b) => priceOfUse(problem, a) + a.etaS - priceOfUse(problem, b) - b.etaS || (a.id < b.id ? -1 : 1))
    .slice(0, SWAPS_TRIED)
  return helpers.some((team) => maySearch() && consider(new Set([...without, team.id])))
}

const SWAPS_TRIED = 6
