import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { CheckCode } from '../../text/findings/check-findings.ts'
import type { CheckContext } from './check-context.ts'
import type { RebuiltBasis } from './rebuild-basis.ts'

/** A plan with what was rebuilt from its incident. */
export interface CheckSubject {
  readonly plan: DispatchPlan
  readonly context: CheckContext
  readonly basis: RebuiltBasis
}

/** A finding of the check: its code is one of the list, so that each has its wording and its pair of tests. */
export type CheckFinding = Finding & { readonly code: CheckCode }

/** One group of rules. */
export type PlanCheck = (subject: CheckSubject) => CheckFinding[]
