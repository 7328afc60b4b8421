import * as z from 'zod'
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
} as const
