import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { PlanningProblem } from '../problem.ts'
import type { RebuiltBasis } from './rebuild-basis.ts'

/** What a plan is judged against: everything but the incident, which the plan carries itself. */
export type CheckContext = Omit<PlanningProblem, 'incident'>

/** A plan with what was rebuilt from its incident. */
export interface CheckSubject {
  readonly plan: DispatchPlan
  readonly context: CheckContext
  readonly basis: RebuiltBasis
}

/** One group of rules. */
export type PlanCheck = (subject: CheckSubject) => Finding[]
