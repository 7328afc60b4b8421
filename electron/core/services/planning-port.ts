import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { PlanStage } from '#shared/domain/plan/plan-stages.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'

/** What is told of a plan while it is being made. */
export type PlanningProgress =
  /** Other plans are made first; `ahead` of them. */
  | { readonly kind: 'queued'; readonly ahead: number }
  /** A stage begins; `share` of the whole work is done by then, 0 to 1. */
  | {
      readonly kind: 'stage'
      readonly effort: 'draft' | 'exact'
      readonly stage: PlanStage
      readonly share: number
    }
  /** A whole lawful plan that is not proven best yet. */
  | { readonly kind: 'draft'; readonly plan: DispatchPlan }

/** How a plan is followed and stopped while it is being made. */
export interface PlanningRun {
  readonly onProgress?: (progress: PlanningProgress) => void
  /** Aborting it ends the work; the call is then refused with AppError `cancelled`. */
  readonly signal?: AbortSignal
}

/**
 * Makes a dispatch plan; in this process or on a worker. Refused with AppError `cancelled` when its signal was aborted,
 * and with `PlannerLost` when what was making it died.
 */
export type PlanDispatch = (problem: PlanningProblem, run?: PlanningRun) => DispatchPlan | Promise<DispatchPlan>

/** What was making a plan ended by itself, such as a worker that ran out of memory. */
export class PlannerLost extends Error {
  constructor(cause: unknown) {
    super('the planner ended before the plan was made', { cause })
    this.name = 'PlannerLost'
  }
}

/** What a plan is made from besides the incident and the library: parameters, hazmat handbook, contingency plans. */
export type PlanningReferences = Pick<PlanningProblem, 'parameters' | 'hazmat' | 'library'>
