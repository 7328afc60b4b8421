import { ContingencyPlan, type ContingencyPlanLibrary } from '#shared/domain/contingency-plan.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { libraryDigests } from '#shared/planner/library/plan-digest.ts'
import type { ReadDb } from '../db/db-types.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import { readLibraryRevision, readRunningVersions } from '../db/repositories/contingency-plan.repo.ts'

/** A stored plan this version of the program cannot read; it is left out and said so. */
export interface UnreadablePlan {
  readonly planId: string
  readonly version: number
  readonly title: string
  /** The first field that is not as it should be. */
  readonly path: string
}

/** The plans the planner runs, and those it would run if they could be read. */
export interface RunningLibrary {
  readonly library: ContingencyPlanLibrary
  readonly unreadable: readonly UnreadablePlan[]
}

/** The contingency plans in force of a database. */
export interface PlanLibrarySource {
  /** The same object until something in the library changes. */
  current(): RunningLibrary
  /** A plan exactly as it was when a stored plan was made with it; null when this database never had it. */
  byContent(contentHash: string): ContingencyPlan | null
}

/**
 * The library a stored plan was made with: its contingency plans as they were then. The present library where nothing
 * of it changed since, or where the plan does not say what its contingency plans said; one this database never had is
 * taken as it is now.
 */
export function libraryAsOf(
  source: PlanLibrarySource,
  matched: DispatchPlan['contingencyPlans'],
): ContingencyPlanLibrary {
  const { library } = source.current()
  const now = libraryDigests(library)
  const isSame = matched.every(({ id, contentHash }) => contentHash === undefined || now[id] === contentHash)
  if (isSame) return library
  const plans = matched.flatMap(({ id, contentHash }) => {
    const kept = contentHash === undefined ? null : source.byContent(contentHash)
    return kept ?? library.plans.find((plan) => plan.id === id) ?? []
  })
  return { plans: sortedBy(plans, ({ id }) => [id]) }
}

/** Reads the contingency plans in force and keeps them until the library changes. */
export function createPlanLibrarySource(db: ReadDb): PlanLibrarySource {
  let cached: { revision: number; running: RunningLibrary } | null = null
  return {
    current: () => {
      const revision = readLibraryRevision(db)
      if (cached?.revision !== revision) cached = { revision, running: readRunning(db) }
      return cached.running
    },
    byContent: (contentHash) => {
      const content = findContent(db, contentHash)
      const result = content === null ? null : ContingencyPlan.safeParse(JSON.parse(content))
      return result?.success === true ? result.data : null
    },
  }
}

function readRunning(db: ReadDb): RunningLibrary {
  const plans: ContingencyPlan[] = []
  const unreadable: UnreadablePlan[] = []
  for (const { planId, version, title, contentHash } of readRunningVersions(db)) {
    const content = findContent(db, contentHash)
    invariant(content !== null, `content of contingency plan ${planId} version ${version} is kept`)
    const result = ContingencyPlan.safeParse(JSON.parse(content))
    if (result.success) plans.push(result.data)
    else unreadable.push({ planId, version, title, path: result.error.issues[0]?.path.map(String).join('.') ?? '' })
  }
  return { library: { plans }, unreadable }
}
