import { planStandingOf } from '#shared/command/plans/version-in-force.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { ReadDb } from '../../../db/db-types.ts'
import { findContent } from '../../../db/repositories/contents.repo.ts'
import type { IncidentLog } from '../incident-log.ts'

/** What plans are read from. */
interface KeptPlanParts {
  readonly db: ReadDb
  readonly log: IncidentLog
}

/** A version of an incident's plan with its content. */
export interface KeptPlan {
  readonly version: number
  readonly contentHash: string
  readonly opId: string
  readonly plan: DispatchPlan
}

/**
 * The plan orders are made from: the newest version, or the one in force where the newest was sent back. Each is read once:
 * a plan never changes.
 */
export function createKeptPlans({ db, log }: KeptPlanParts): (incidentId: string) => KeptPlan | null {
  const kept = new Map<string, KeptPlan>()
  return (incidentId) => {
    const { inForce, newest } = planStandingOf(log.opsOf(incidentId))
    const stored = newest === null || newest.standing === 'rejected' ? inForce : newest
    if (stored === null) return null
    const known = kept.get(incidentId)
    if (known?.contentHash === stored.contentHash && known.version === stored.version) return known
    const content = findContent(db, stored.contentHash)
    invariant(content !== null, `content of plan ${incidentId} version ${stored.version} is kept`)
    const { version, contentHash, opId } = stored
    const read = { version, contentHash, opId, plan: DispatchPlan.parse(JSON.parse(content)) }
    kept.set(incidentId, read)
    return read
  }
}
