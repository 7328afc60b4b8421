import * as z from 'zod'
import { PLAN_STAGES } from '../domain/plan/plan-stages.ts'

/** How far a plan is, as every window is told while it is being made. */
export const PlanProgress = z.strictObject({
  incidentId: z.string(),
  /** The `commandId` of the `plan.build` that asked for it, or the `requestId` of the question. */
  requestId: z.string(),
  /** What plans are tried for; absent when a version is built. */
  work: z.enum(['alternatives', 'influence']).optional(),
  /** `queued`: others are made first. `ended`: no more is told of this request. */
  state: z.enum(['queued', 'running', 'ended']),
  /** Plans that are made before this one. */
  ahead: z.number().int().nonnegative(),
  /** The draft comes first, then the plan with its proof. */
  effort: z.enum(['draft', 'exact']),
  stage: z.enum(PLAN_STAGES).nullable(),
  /** Part of the whole work that is done, 0 to 1. */
  share: z.number().min(0).max(1),
  elapsedMs: z.number().int().nonnegative(),
  /** What is known of the draft once there is one; the plan itself is read with `plan.draft`. */
  draft: z.strictObject({ objective: z.number(), bound: z.number().nullable(), gap: z.number().nullable() }).nullable(),
  /** How it ended: a version was stored, a question was answered, it was stopped without that, or it failed. */
  outcome: z.enum(['stored', 'answered', 'cancelled', 'failed']).nullable(),
})
export type PlanProgress = z.infer<typeof PlanProgress>
