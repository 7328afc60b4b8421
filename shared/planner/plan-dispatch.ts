import type { DispatchPlan } from '../domain/plan/dispatch-plan.ts'
import type { PlanningProblem } from './problem.ts'
import { assembleDraft } from './assemble-draft.ts'
import { checkPlan } from './check-plan.ts'
import { listChanges } from './replan/list-changes.ts'
import { runStages, type StageObserver } from './run-stages.ts'

/**
 * The whole planner: from one incident to the three plans for both headquarters. Pure: same problem, same bytes
 * (`solver.elapsedMs` is 0 here; whoever runs the planner measures and fills it in). `onStage` is told each stage just
 * before it runs.
 */
export function planDispatch(problem: PlanningProblem, onStage: StageObserver = () => undefined): DispatchPlan {
  const run = runStages(problem, onStage)
  const draft = assembleDraft(problem, run)
  onStage('check-plan')
  const said = new Set(draft.findings.map(({ code, text }) => `${code} ${text}`))
  const checked = checkPlan(draft, problem).filter(({ code, text }) => !said.has(`${code} ${text}`))
  const plan = { ...draft, findings: [...draft.findings, ...checked] }
  const { inForce, dataset } = problem
  return inForce === undefined
    ? plan
    : { ...plan, changes: listChanges(inForce, plan, dataset, { ...run.values.forces.givenUp, lines: run.whyChanged }) }
}
