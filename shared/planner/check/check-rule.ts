import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { CheckContext } from './check-context.ts'
import type { RebuiltBasis } from './rebuild-basis.ts'

/** A plan with what was rebuilt from its incident. */
export interface CheckSubject {
  readonly plan: DispatchPlan
  readonly context: CheckContext
  readonly basis: RebuiltBasis
}

/** One group of rules. */
export type PlanCheck = (subject: CheckSubject) => Finding[]
