import type { MilpSolution, MilpSolver } from '../solver/milp-solver.ts'
import { buildAssignmentModel } from './assignment-model.ts'
import type { AssignmentProblem, AssignmentSolution, AssignmentSolver } from './assignment-problem.ts'
import { evaluateLoads, evaluateTeams, type Allocation } from './evaluate-assignment.ts'
import { isLawfulChoice } from './is-lawful-choice.ts'
import { nameVehicles, readModelAnswer } from './read-model-answer.ts'
import { gapOf, solveGreedily } from './solve-greedy.ts'

/**
 * The exact method behind a solver's port, with the draft beside it. The solver's figures are never believed: its
 * choice must be lawful and is priced by the neutral evaluator; the better of it and the draft is kept.
 */
export function solveExactly(solver: MilpSolver): AssignmentSolver {
  return (problem) => {
    const draft = solveGreedily(problem)
    if (draft.status === 'optimal') return draft
    const model = buildAssignmentModel(problem)
    const answer = solver.solve(model.model)
    if (answer.values === null) {
      const stop = answer.stop === 'gap' ? 'failed' : answer.stop
      return { ...draft, stop }
    }
    const loads = readModelAnswer(problem, model, answer.values)
    if (!isLawfulChoice(problem, loads)) return { ...draft, stop: 'contradicted' }
    return judge(draft, settle(problem, evaluateLoads(problem, loads)), answer)
  }
}

/** The better of draft and answer, with what is proven about it. */
function judge(draft: AssignmentSolution, found: Allocation, answer: MilpSolution): AssignmentSolution {
  const best = draft.objective <= found.objective ? draft : found
  // A bound above a lawful choice, by more than the solver's tolerance, is an error of the model or the solver.
  if (answer.bound !== null && answer.bound >= best.objective + 1) return { ...draft, stop: 'contradicted' }
  const bound = Math.min(best.objective, Math.max(draft.bound ?? 0, wholeBound(answer.bound ?? 0)))
  const gap = gapOf(best.objective, bound)
  return {
    loads: best.loads,
    missing: best.missing,
    objective: best.objective,
    status: gap === 0 ? 'optimal' : 'feasible',
    bound,
    gap,
    stop: answer.stop === 'gap' ? 'proven' : answer.stop,
  }
}

/** Objectives are whole numbers: a bound of 252.3 proves 253; solvers answer 252.9999999 for 253. */
function wholeBound(bound: number): number {
  return Math.ceil(bound - 1e-3)
}

/**
 * Of equally good answers the one a dispatcher would give: the same teams, nearest first; else the solver's units with
 * the usual vehicles; else the solver's own.
 */
function settle(problem: AssignmentProblem, found: Allocation): Allocation {
  const shared = evaluateTeams(problem, new Set(found.loads.keys()))
  if (shared.objective <= found.objective) return shared
  const named = evaluateLoads(problem, nameVehicles(problem, found.loads))
  return named.objective <= found.objective ? named : found
}
