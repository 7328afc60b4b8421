import * as z from 'zod'
import { HEADQUARTERS, LEVELS } from '../taxonomy.ts'

/** A plan version: its content is kept by hash beside the log and is proven by that hash. */
export const PublishedPlan = z.strictObject({
  version: z.number().int(),
  incidentRevision: z.number().int(),
  level: z.enum(LEVELS).nullable(),
  /** Number of findings of the plan. */
  findings: z.number().int(),
  datasetVersion: z.string(),
  elapsedMs: z.number(),
  /** SHA-256 (hex) of the plan's canonical JSON. */
  contentHash: z.string(),
})
export type PublishedPlan = z.infer<typeof PublishedPlan>

/** A parameter that was chosen for all later plans of an incident; null goes back to the shipped value. */
const PlanWeight = z.strictObject({
  /** Dotted path in the parameters. */
  parameter: z.string(),
  value: z.number().nullable(),
  shipped: z.number(),
})

/** A headquarters' word on its part of a plan. It names the content: of a version that was replaced it is void. */
export const PlanApproval = z.strictObject({
  version: z.number().int(),
  contentHash: z.string(),
  /** 行政: level and response, evacuation, requests, reports. 战术: force, movement, handling. */
  hq: z.enum(HEADQUARTERS),
  verdict: z.enum(['approved', 'rejected']),
  note: z.string(),
})
export type PlanApproval = z.infer<typeof PlanApproval>

/** Operations about an incident's plans. */
export const PLAN_OPS = {
  'v1.plan.published': PublishedPlan,
  'v1.plan.weighted': PlanWeight,
  'v1.plan.approved': PlanApproval,
} as const
