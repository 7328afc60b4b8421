import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { makeFinding } from '#shared/planner/reason.ts'
import type { ReadDb } from '../db/db-types.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import { findLatestPlan } from '../db/repositories/plan.repo.ts'

/** How a build wants the newest version treated. */
export interface InForceWish {
  readonly incidentId: string
  /** True: plan as if there were no version yet. */
  readonly fresh?: boolean | undefined
  /** True: take no team back. */
  readonly keepAll?: boolean | undefined
}

/** What a version is planned against, and what is to be said about it. */
export interface InForceBasis {
  readonly basis: Pick<PlanningProblem, 'inForce'>
  readonly findings: readonly Finding[]
}

/**
 * The newest version as the plan in force, unless a fresh plan is asked for. One that another version of the program
 * wrote and this one cannot read is left aside, and the plan says so.
 */
export function readInForce(db: ReadDb, { incidentId, fresh, keepAll }: InForceWish): InForceBasis {
  const stored = fresh === true ? null : findLatestPlan(db, incidentId)
  if (stored === null) return { basis: {}, findings: [] }
  const { version } = stored
  const content = findContent(db, stored.contentHash)
  invariant(content !== null, `content of plan ${incidentId} version ${version} is kept`)
  const result = DispatchPlan.safeParse(JSON.parse(content))
  return result.success
    ? { basis: { inForce: { plan: result.data, keepAll: keepAll === true } }, findings: [] }
    : { basis: {}, findings: [makeFinding('in-force-unreadable', 'warn', 'changes', { version })] }
}
