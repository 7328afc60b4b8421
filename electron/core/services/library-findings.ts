import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { planDigest } from '#shared/planner/library/plan-digest.ts'
import { makeFinding } from '#shared/planner/reason.ts'
import type { RunningLibrary } from '../planning/plan-library-source.ts'

/**
 * What is to be said of the contingency plans beside a new version: those that cannot be read and were left out, and
 * those that changed since the version in force was made.
 */
export function libraryFindings({ library, unreadable }: RunningLibrary, inForce: DispatchPlan | null): Finding[] {
  const left = unreadable.map(({ title, version, path }) =>
    makeFinding('contingency-plan-unreadable', 'warn', 'contingencyPlans', { title, version, path }),
  )
  const changed = (inForce?.contingencyPlans ?? []).flatMap(({ id, title, version = '', contentHash }): Finding[] => {
    if (contentHash === undefined) return []
    const now = library.plans.find((plan) => plan.id === id)
    if (now === undefined) return [makeFinding('contingency-plan-gone', 'warn', 'contingencyPlans', { title })]
    if (planDigest(now) === contentHash) return []
    const facts = { title, before: version, after: now.version }
    return [makeFinding('contingency-plan-newer', 'info', 'contingencyPlans', facts)]
  })
  return [...left, ...changed]
}
