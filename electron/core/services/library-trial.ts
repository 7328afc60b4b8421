import type { LibraryTrial } from '#shared/contract/library.contract.ts'
import type { AppContract } from '#shared/contract/app-contract.ts'
import type { ParsedInputOf } from '#shared/contract/define.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { comparePlans } from '#shared/planner/library/compare-plans.ts'
import { requirePlan } from '../planning/read-plan-text.ts'
import type { WriteDb } from '../db/db-types.ts'
import type { PlanLibrarySource } from '../planning/plan-library-source.ts'
import { existingIncident } from './incident.service.ts'
import { existingVersion, planOfEvent } from './library-plan.ts'
import type { LibrarySource } from './library-source.ts'
import type { PlanDispatch, PlanningReferences } from './planning-port.ts'

/** What a trial of a contingency plan works with. */
export interface LibraryTrialParts {
  readonly db: WriteDb
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
  readonly contingencyPlans: PlanLibrarySource
  readonly planDispatch: PlanDispatch
}

/**
 * What a plan would order: the dispatch plan of a stored incident with the library in force, and with this plan in place
 * of the one of its id; both drafts, neither stored. @throws AppError `plan-invalid`, `plan-formula-invalid`, `not-found`.
 */
export async function runLibraryTrial(
  core: LibraryTrialParts,
  input: ParsedInputOf<AppContract['library']['testRun']>,
): Promise<LibraryTrial> {
  const tried = triedPlan(core.db, input.plan)
  const { summary, incident } = existingIncident(core.db, input.incidentId)
  const { library, ...references } = core.references()
  const dataset = core.library.current()
  const make = (plans: readonly ContingencyPlan[]): ReturnType<PlanDispatch> =>
    core.planDispatch({ incident, dataset, ...references, library: { plans }, effort: 'draft' })
  const before = await make(library.plans)
  const others = library.plans.filter(({ id }) => id !== tried.id)
  const after = await make(sortedBy([...others, tried], ({ id }) => [id]))
  const matched = after.contingencyPlans.find(({ id }) => id === tried.id)
  return {
    planId: tried.id,
    incidentId: summary.incidentId,
    incidentRevision: summary.revision,
    applies: matched !== undefined,
    reasons: matched === undefined ? [] : [...matched.reasons],
    contingencyPlans: after.contingencyPlans.map(({ id, title }) => ({ id, title })),
    ...comparePlans(before, after),
  }
}

function triedPlan(db: WriteDb, given: ParsedInputOf<AppContract['library']['testRun']>['plan']): ContingencyPlan {
  if (given.kind === 'text') return requirePlan(given.text)
  return planOfEvent(db, existingVersion(db, given.planId, given.version))
}
