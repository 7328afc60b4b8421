import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { ApprovalObjection, LibraryHit } from '#shared/contract/library.contract.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { approvalProblems } from '#shared/planner/library/approval-problems.ts'
import { planDiff } from '#shared/planner/library/plan-diff.ts'
import { searchPlanLines } from '../db/repositories/contingency-plan-search.repo.ts'
import { readPlanEvents, readPlanVersionsNow } from '../db/repositories/contingency-plan.repo.ts'
import { readPlanText } from '../planning/read-plan-text.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import { importDraft, saveDraft } from './library-drafts.ts'
import { eventOf, isWanted, summariesOf } from './library-listing.ts'
import { contentOf, existingPlan, existingVersion, openLibraryPlan, planAsItWas, planOfEvent } from './library-plan.ts'
import { takeStep, type LibraryStepParts } from './library-steps.ts'
import { runLibraryTrial, type LibraryTrialParts } from './library-trial.ts'

/** The library of contingency plans. */
export type LibraryService = AppHandlers['library']

/** What the library service works with. */
export type LibraryServiceParts = LibraryStepParts & LibraryTrialParts

/** Builds the library service. */
export function createLibraryService(core: LibraryServiceParts): LibraryService {
  return { ...lookingUp(core), ...judging(core), ...changing(core) }
}

/** The calls that only read what is stored. */
function lookingUp(
  core: LibraryServiceParts,
): Pick<LibraryService, 'list' | 'get' | 'history' | 'overdue' | 'search' | 'diff' | 'exportOne'> {
  const { db } = core
  const versions = (): ReturnType<typeof summariesOf> => summariesOf(readPlanVersionsNow(db), todayOf(core))
  return {
    list: (filter) =>
      versions().filter((line, index, lines) => {
        const isNewest = lines[index - 1]?.planId !== line.planId
        if (filter.versions === 'newest' && !isNewest) return false
        return (filter.versions !== 'running' || line.running) && isWanted(line, filter)
      }),
    get: ({ planId, version, contentHash }) =>
      contentHash === undefined
        ? openLibraryPlan(db, existingVersion(db, planId, version), todayOf(core))
        : planAsItWas(db, { planId, contentHash }, todayOf(core)),
    history: ({ planId }) => {
      existingPlan(db, planId)
      return readPlanEvents(db, planId).map(eventOf)
    },
    overdue: () =>
      sortedBy(
        versions().filter(({ running, reviewDue }) => running && reviewDue !== 'later'),
        ({ reviewBy, planId }) => [reviewBy, planId],
      ),
    search: (wanted) => {
      const known = new Map(versions().map((line) => [`${line.planId} ${line.version}`, line]))
      const hits = searchPlanLines(db, wanted.text).flatMap(({ planId, version, path, line }): LibraryHit[] => {
        const at = known.get(`${planId} ${version}`)
        if (at === undefined || (wanted.versions === 'running' && !at.running)) return []
        const { title, state, running } = at
        return [{ planId, version, title, state, running, path, line }]
      })
      return hits.slice(0, wanted.limit)
    },
    diff: ({ planId, before, after }) =>
      planDiff(
        planOfEvent(db, existingVersion(db, planId, before)),
        planOfEvent(db, existingVersion(db, planId, after)),
      ).map((line) => ({ ...line, fields: line.fields.map((field) => ({ ...field })) })),
    exportOne: ({ planId, version }) => ({
      fileName: `${planId}-v${version}.yaml`,
      text: contentOf(db, existingVersion(db, planId, version).textHash),
    }),
  }
}

/** The calls that judge a plan before anything is done with it. */
function judging(core: LibraryServiceParts): Pick<LibraryService, 'check' | 'approvalProblems' | 'testRun'> {
  const objections = (plan: ContingencyPlan): ApprovalObjection[] => {
    const beside = core.contingencyPlans.current().library.plans
    return approvalProblems(plan, { today: todayOf(core), beside }).map((one) => ({ ...one, path: one.path.join('.') }))
  }
  return {
    testRun: (input) => runLibraryTrial(core, input),
    check: ({ text }) => {
      const { plan, problems } = readPlanText(text)
      return {
        plan,
        problems: problems.map((problem) => ({ ...problem })),
        objections: plan === null ? [] : objections(plan),
      }
    },
    approvalProblems: ({ planId, version }) =>
      objections(planOfEvent(core.db, existingVersion(core.db, planId, version))),
  }
}

/** The calls that change the library, each one transaction. */
function changing(
  core: LibraryServiceParts,
): Pick<LibraryService, 'saveDraft' | 'importOne' | 'submit' | 'withdraw' | 'approve' | 'file' | 'supersede'> {
  return {
    saveDraft: (input, caller) => saveDraft(core, input, caller),
    importOne: (input, caller) => importDraft(core, input, caller),
    submit: (input, caller) => takeStep(core, 'submit', input, caller),
    withdraw: (input, caller) => takeStep(core, 'withdraw', input, caller),
    approve: (input, caller) => takeStep(core, 'approve', input, caller),
    file: (input, caller) => takeStep(core, 'file', input, caller),
    supersede: (input, caller) => takeStep(core, 'supersede', input, caller),
  }
}

/** Today on the console's clock, `YYYY-MM-DD`. */
function todayOf({ nowMs }: Pick<LibraryServiceParts, 'nowMs'>): string {
  return wallTimeOf(nowMs()).slice(0, 10)
}
