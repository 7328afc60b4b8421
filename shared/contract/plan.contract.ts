import * as z from 'zod'
import { DispatchPlan } from '../domain/plan/dispatch-plan.ts'
import { Finding } from '../domain/reason.ts'
import { command, query } from './define.ts'

/** A stored plan version. */
export const PlanVersion = z.strictObject({
  incidentId: z.string(),
  version: z.number().int().positive(),
  /** Revision of the incident's facts it was made from. */
  incidentRevision: z.number().int(),
  createdAt: z.string(),
  elapsedMs: z.number(),
  plan: DispatchPlan,
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** Dispatch plans of incidents. */
export const planContract = {
  /** Builds the three plans from the present facts and stores them as the next version. */
  build: command({
    input: z.strictObject({ commandId: z.uuid(), incidentId: z.string() }),
    output: z.strictObject({ version: z.number().int(), elapsedMs: z.number(), findings: z.array(Finding) }),
    changes: ['plans', 'incidents', 'journal'],
  }),
  /** The latest version, or null before the first build. */
  latest: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: PlanVersion.nullable(),
    topics: ['plans'],
  }),
  /** One kept version as it was made; an unknown version is refused with `not-found`. */
  version: query({
    input: z.strictObject({ incidentId: z.string(), version: z.number().int().positive() }),
    output: PlanVersion,
    topics: ['plans'],
  }),
  versions: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: z.array(
      z.strictObject({
        version: z.number().int(),
        createdAt: z.string(),
        incidentRevision: z.number().int(),
        findings: z.number().int(),
      }),
    ),
    topics: ['plans'],
  }),
}
