import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'

/** Makes a dispatch plan; in the core itself or on a worker. */
export type PlanDispatch = (problem: PlanningProblem) => DispatchPlan | Promise<DispatchPlan>

/** What a plan is made from besides the incident and the library: parameters, hazmat handbook, contingency plans. */
export type PlanningReferences = Pick<PlanningProblem, 'parameters' | 'hazmat' | 'library'>
