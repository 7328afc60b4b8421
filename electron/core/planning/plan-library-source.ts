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

/** What a stored plan says of the contingency plans there were for its type when it was made. */
export type MadeWith = Pick<DispatchPlan, 'contingencyPlans' | 'contingencyPlansNotUsed'> & {
  readonly incident: Pick<DispatchPlan['incident'], 'type'>
}

/**
 * The library a stored plan was made with: the contingency plans for its type as they were then, used or not, and none
 * that came later. The present library where nothing of that changed since. A plan this database never had, or of which
 * the stored plan does not say what it said, is taken as it is now.
 */
export function libraryAsOf(source: PlanLibrarySource, made: MadeWith): ContingencyPlanLibrary {
  const { library } = source.current()
  const now = libraryDigests(library)
  const { contingencyPlans, contingencyPlansNotUsed = [], incident } = made
  const known = new Map([...contingencyPlansNotUsed, ...contingencyPlans].map((plan) => [plan.id, plan.contentHash]))
  // Plans made before the unused ones were kept do not say which others there were.
  const tellsAll = made.contingencyPlansNotUsed !== undefined
  const isLater = ({ id, types }: ContingencyPlan): boolean =>
    tellsAll && types.includes(incident.type) && !known.has(id)
  const isSame = [...known].every(([id, contentHash]) => contentHash === undefined || now[id] === contentHash)
  if (isSame && !library.plans.some(isLater)) return library
  const present = library.plans.filter((plan) => !isLater(plan))
  const asTheyWere = [...known].flatMap(([id, contentHash]) =>
    contentHash === undefined ? [] : (source.byContent(contentHash) ?? present.find((plan) => plan.id === id) ?? []),
  )
  const kept = new Set(asTheyWere.map(({ id }) => id))
  return { plans: sortedBy([...asTheyWere, ...present.filter(({ id }) => !kept.has(id))], ({ id }) => [id]) }
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
