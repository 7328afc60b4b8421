import * as z from 'zod'
import { DECLARED_PHASES, PHASES } from '../domain/command/life-ops.ts'
import { PlanApproval } from '../domain/command/plan-ops.ts'
import { HEADQUARTERS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const IncidentId = z.string().min(1)
const Author = z.strictObject({ user: z.string(), role: z.string(), onBehalf: z.string().nullable() })
const Verdict = PlanApproval.extend({ opId: z.string(), by: Author, at: z.string() })

/** Approval of the newest plan by both headquarters, and approvals that a newer version made void. */
export const PlanApprovals = z.strictObject({
  version: z.number().int(),
  contentHash: z.string(),
  byHeadquarters: z.array(
    z.strictObject({
      hq: z.enum(HEADQUARTERS),
      state: z.enum(['open', 'approved', 'rejected', 'contested']),
      verdicts: z.array(Verdict),
    }),
  ),
  superseded: z.array(Verdict),
})
export type PlanApprovals = z.infer<typeof PlanApprovals>

const Reached = z.strictObject({
  phase: z.enum(PHASES),
  /** ISO; null = not there, or passed over. */
  at: z.string().nullable(),
  by: Author.nullable(),
  reason: z.string(),
  opId: z.string().nullable(),
})

/** Phases of an incident; those after `underWay` are declared by a person, the others follow from what was done. */
export const IncidentLife = z.strictObject({
  phase: z.enum(PHASES),
  phases: z.array(Reached),
  /** Two people declared different phases apart. */
  contested: z.array(Reached),
  mergedInto: z.strictObject({ incidentId: z.string(), number: z.string(), title: z.string() }).nullable(),
  /** Calls that were merged into this incident, with what they know that it does not. */
  merged: z.array(
    z.strictObject({
      incidentId: z.string(),
      number: z.string(),
      title: z.string(),
      receivedAt: z.string(),
      /** Callers that are not yet among those of this incident, in words. */
      callers: z.array(z.string()),
      /** Facts that differ, in words; empty on a side that does not know. */
      differences: z.array(z.strictObject({ fact: z.string(), here: z.string(), there: z.string() })),
    }),
  ),
})
export type IncidentLife = z.infer<typeof IncidentLife>

/** The life of an incident: approval of its plans, its phases. */
export const lifeContract = {
  /** Where approval of the newest plan stands; null before there is a plan. */
  approvals: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: PlanApprovals.nullable(),
    topics: ['plans', 'orders'],
  }),
  /** Approves or sends back this headquarters' part of the newest plan. @throws `conflict` when it is no longer the newest. */
  approve: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: IncidentId,
      version: z.number().int(),
      contentHash: z.string().min(1),
      verdict: z.enum(['approved', 'rejected']),
      note: z.string().trim().max(300).default(''),
    }),
    output: z.strictObject({}),
    changes: ['plans', 'orders', 'incidents', 'journal'],
  }),
  get: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: IncidentLife,
    topics: ['incidents', 'plans', 'orders'],
  }),
  /** Phase of every incident, for lists. */
  overview: query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        incidentId: IncidentId,
        phase: z.enum(PHASES),
        mergedInto: z.string().nullable(),
        liveOrders: z.number().int(),
      }),
    ),
    topics: ['incidents', 'plans', 'orders'],
  }),
  /**
   * Declares a phase. Ending it is for the administrative headquarters. @throws `needs-acknowledgement` when orders are live
   * or something is contested and that was not acknowledged; `order-state` when it cannot follow.
   */
  declare: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: IncidentId,
      phase: z.enum(DECLARED_PHASES),
      reason: z.string().trim().min(1, '请写明理由').max(300),
      acknowledged: z.boolean().default(false),
    }),
    output: z.strictObject({ leftOpen: z.array(z.string()) }),
    changes: ['incidents', 'orders', 'journal'],
  }),
  /** Other open calls that may be about the same thing, nearest first. */
  duplicates: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.array(
      z.strictObject({
        incidentId: IncidentId,
        number: z.string(),
        title: z.string(),
        receivedAt: z.string(),
        distanceM: z.number().int(),
        apartMin: z.number().int(),
        sameType: z.boolean(),
      }),
    ),
    topics: ['incidents', 'orders'],
  }),
  /**
   * Says that a call is about another incident (`into` null takes that back); with `takeCallers` its callers are added to
   * the other. @throws `conflict` with itself or with a call that is merged already, `order-state` while orders are live.
   */
  merge: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: IncidentId,
      into: IncidentId.nullable(),
      takeCallers: z.boolean().default(true),
      reason: z.string().trim().min(1, '请写明理由').max(300),
    }),
    output: z.strictObject({}),
    changes: ['incidents', 'orders', 'plans', 'journal'],
  }),
} as const
