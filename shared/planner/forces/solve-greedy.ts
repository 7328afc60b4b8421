import { addCheapest } from './add-cheapest.ts'
import type { AssignmentProblem, AssignmentSolver, SolverTeam } from './assignment-problem.ts'
import { chooseNearest } from './choose-nearest.ts'
import { evaluateTeams, priceOfUse, type Allocation } from './evaluate-assignment.ts'

/**
 * The draft: cheapest price per unit still missing, then dropping and swapping teams within a bounded number of steps.
 * Never worse than nearest-first: both are priced by the neutral evaluator and the better one is improved.
 */
export const solveGreedily: AssignmentSolver = (problem) => {
  const open = problem.teams.filter((team) => team.mayFill.size > 0)
  const nearest = chooseNearest(problem, open)
  const cheapest = addCheapest(problem)
  const isNearestCheaper = evaluateTeams(problem, nearest).objective < evaluateTeams(problem, cheapest).objective
  return {
    ...improve(problem, isNearestCheaper ? nearest : cheapest, open),
    status: 'greedy',
    bound: null,
    gap: null,
    stop: 'draft',
  }
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
