import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { WhyChanged } from '../problem.ts'

/** An evacuation as it is made, with the reasons of what differs from the version in force; those are no part of the plan. */
export interface EvacuationDraft extends EvacuationPlan {
  readonly whyChanged?: WhyChanged
}
