import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { ReadDb } from '../../../db/db-types.ts'
import { findContent } from '../../../db/repositories/contents.repo.ts'
import { findLatestPlan } from '../../../db/repositories/plan.repo.ts'

/** The newest version of an incident's plan with its content. */
export interface KeptPlan {
  readonly version: number
  readonly contentHash: string
  readonly opId: string
  readonly plan: DispatchPlan
}

/** Reads the newest plan of each incident once for each version: a plan never changes. */
export function createKeptPlans(db: ReadDb): (incidentId: string) => KeptPlan | null {
  const kept = new Map<string, KeptPlan>()
  return (incidentId) => {
    const stored = findLatestPlan(db, incidentId)
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
