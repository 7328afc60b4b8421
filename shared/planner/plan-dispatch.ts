import type { DispatchPlan } from '../domain/plan/dispatch-plan.ts'
import type { PlanningProblem } from './problem.ts'
import { assembleDraft } from './assemble-draft.ts'
import { checkPlan } from './check-plan.ts'
import { runStages } from './run-stages.ts'

/**
 * The whole planner: from one incident to the three plans for both headquarters. Pure: same problem, same bytes
 * (`solver.elapsedMs` is 0 here; whoever runs the planner measures and fills it in).
 */
export function planDispatch(problem: PlanningProblem): DispatchPlan {
  const draft = assembleDraft(problem, runStages(problem))
  return { ...draft, findings: [...draft.findings, ...checkPlan(draft, problem)] }
}
