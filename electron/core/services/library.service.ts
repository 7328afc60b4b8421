import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { WriteDb } from '../db/db-types.ts'
import { readPlanEvents, readPlanVersionsNow } from '../db/repositories/contingency-plan.repo.ts'
import type { PlanLibrarySource } from '../planning/plan-library-source.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import { eventOf, isWanted, summariesOf } from './library-listing.ts'
import { existingPlan, existingVersion, openLibraryPlan, planAsItWas } from './library-plan.ts'

/** The library of contingency plans. */
export type LibraryService = AppHandlers['library']

/** What the library service works with. */
export interface LibraryServiceParts {
  readonly db: WriteDb
  readonly nowMs: () => number
  readonly contingencyPlans: PlanLibrarySource
}

/** Builds the library service. */
export function createLibraryService(core: LibraryServiceParts): LibraryService {
  const { db } = core
  const today = (): string => wallTimeOf(core.nowMs()).slice(0, 10)
  return {
    list: (filter) =>
      summariesOf(readPlanVersionsNow(db), today()).filter((line, index, lines) => {
        const isNewest = lines[index - 1]?.planId !== line.planId
        if (filter.versions === 'newest' && !isNewest) return false
        return (filter.versions !== 'running' || line.running) && isWanted(line, filter)
      }),
    get: ({ planId, version, contentHash }) =>
      contentHash === undefined
        ? openLibraryPlan(db, existingVersion(db, planId, version), today())
        : planAsItWas(db, { planId, contentHash }, today()),
    history: ({ planId }) => {
      existingPlan(db, planId)
      return readPlanEvents(db, planId).map(eventOf)
    },
  }
}
