import { addCheapest } from './add-cheapest.ts'
import type { AssignmentProblem, AssignmentSolver, SolverTeam } from './assignment-problem.ts'
import { chooseNearest } from './choose-nearest.ts'
import { ChoiceState } from './choice-state.ts'
import { evaluateTeams, priceOfUse, type Allocation } from './evaluate-assignment.ts'
import { findLowerBound } from './lower-bound.ts'

/**
 * The draft: cheapest price per unit still missing, then dropping and swapping teams within a bounded number of steps.
 * Never worse than nearest-first: both are priced by the neutral evaluator and the better one is improved. A lower bound
 * says how much better any choice could be.
 */
export const solveGreedily: AssignmentSolver = (problem) => {
  const open = problem.teams.filter((team) => team.mayFill.size > 0)
  const nearest = chooseNearest(problem, open)
  const cheapest = addCheapest(problem)
  const isNearestCheaper = evaluateTeams(problem, nearest).objective < evaluateTeams(problem, cheapest).objective
  const near = open.toSorted(
    (a, b) => priceOfUse(problem, a) + a.etaS - priceOfUse(problem, b) - b.etaS || (a.id < b.id ? -1 : 1),
  )
  const draft = improve(problem, isNearestCheaper ? nearest : cheapest, near)
  const bound = findLowerBound(problem, draft)
  const gap = gapOf(draft.objective, bound)
  return gap === 0
    ? { ...draft, status: 'optimal', bound, gap, stop: 'proven' }
    : { ...draft, status: 'feasible', bound, gap, stop: 'draft' }
}

/** Share of a price that lies above its bound, to a millionth. */
export function gapOf(objective: number, bound: number): number {
  return objective <= bound ? 0 : Math.max(1, Math.round(((objective - bound) / objective) * 1e6)) / 1e6
}

/** Drops teams nobody needs, then swaps one team for another while that is cheaper; bounded by steps, not by the clock. */
function improve(problem: AssignmentProblem, start: ReadonlySet<string>, open: readonly SolverTeam[]): Allocation {
  const state = new ChoiceState(problem)
  for (const id of start) if (!problem.forced.has(id)) state.toggle(id)
  let best = state.objective
  let steps = 0
  const isCheaper = (): boolean => {
    steps += 1
    if (state.objective >= best) return false
    best = state.objective
    return true
  }
  for (let changed = true; changed && steps < problem.searchSteps;) {
    changed = false
    for (const id of state.chosen()) {
      const before = state.mark()
      state.toggle(id)
      if (isCheaper() || swapIn(problem, state, id, open, () => steps < problem.searchSteps && isCheaper()))
        changed = true
      else state.backTo(before)
    }
  }
  return evaluateTeams(problem, new Set(state.chosen()))
}

/** Tries the nearest unused teams that could do some of the work of the one just left out. */
function swapIn(
  problem: AssignmentProblem,
  state: ChoiceState,
  leftOut: string,
  open: readonly SolverTeam[],
  isCheaper: () => boolean,
): boolean {
  const short = problem.demands.filter((_, place) => (state.missing[place] ?? 0) > 0)
  const helpers = open.filter(
    (team) =>
      team.id !== leftOut &&
      !state.has(team.id) &&
      !problem.forced.has(team.id) &&
      short.some(({ id }) => team.mayFill.has(id)),
  )
  return helpers.slice(0, SWAPS_TRIED).some((team) => {
    const before = state.mark()
    state.toggle(team.id)
    if (isCheaper()) return true
    state.backTo(before)
    return false
  })
}

const SWAPS_TRIED = 6
