import { parseDocument } from 'yaml'
import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { RUNNING_STATES, type PlanChange, type PlanState } from '#shared/domain/plan-library.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { approvalProblems } from '#shared/planner/library/approval-problems.ts'
import { readVersionsOfPlan, type PlanVersionNow } from '../db/repositories/contingency-plan.repo.ts'
import type { PlanLibrarySource } from '../planning/plan-library-source.ts'
import { recordPlanChange, type WrittenPlan } from '../planning/record-plan-change.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import { answerOnce } from './answer-once.ts'
import { writtenAs, type LibraryChangeParts } from './library-drafts.ts'
import { isStarter } from './library-listing.ts'
import { contentOf, planOfEvent, refuseStaleVersion } from './library-plan.ts'

/** The commands that move a version from one state to the next. */
type StepName = 'submit' | 'withdraw' | 'approve' | 'file' | 'supersede'

type StepInput = ParsedInputOf<AppContract['library']['submit']> & {
  readonly document?: string
  readonly filedWith?: string
}

interface Rule {
  readonly change: PlanChange
  readonly from: readonly PlanState[]
  readonly to: PlanState
  readonly title: string
}

const RULES: Readonly<Record<StepName, Rule>> = {
  submit: { change: 'submitted', from: ['draft'], to: 'review', title: '送审' },
  withdraw: { change: 'withdrawn', from: ['review'], to: 'draft', title: '退回草稿' },
  approve: { change: 'approved', from: ['review'], to: 'approved', title: '批准' },
  file: { change: 'filed', from: ['approved'], to: 'filed', title: '备案' },
  supersede: { change: 'superseded', from: ['draft', 'review', 'approved', 'filed'], to: 'superseded', title: '废止' },
}

const STATE_NAMES: Readonly<Record<PlanState, string>> = {
  draft: '草稿',
  review: '送审',
  approved: '已批准',
  filed: '已备案',
  superseded: '已废止',
}

/** What the steps work with. */
export interface LibraryStepParts extends LibraryChangeParts {
  readonly contingencyPlans: PlanLibrarySource
}

/**
 * Moves a version to its next state. @throws AppError `plan-state` when it does not stand where the step begins,
 * `plan-not-ready` with the objections when it may not be approved, `plan-stale`, `not-found`.
 */
export function takeStep(
  core: LibraryStepParts,
  name: StepName,
  input: StepInput,
  caller: Caller,
): OutputOf<AppContract['library']['submit']> {
  const rule = RULES[name]
  const command = { channel: `library.${name}`, input, output: appContract.library[name].output }
  return answerOnce(core, command, () => {
    const { db } = core
    const versions = readVersionsOfPlan(db, input.planId)
    const now = refuseStaleVersion(versions, input)
    refuseState(now, name)
    const at = wallTimeOf(core.nowMs())
    const plan = planOfEvent(db, now)
    if (name === 'approve') refuseUnready(core, plan, at.slice(0, 10))
    const written = withReview({ plan, text: contentOf(db, now.textHash) }, reviewAfter(name, plan, input, at))
    const { version, who, reason, document = '' } = input
    const revision = now.revision + 1
    const { change, to } = rule
    recordPlanChange(db, written, {
      version,
      revision,
      change,
      from: now.to,
      to,
      at,
      who,
      role: caller.role,
      reason,
      document,
    })
    if (name === 'approve') retireOthers(core, versions, now, { who, role: caller.role, at })
    return { planId: input.planId, version, revision, state: to }
  })
}

function refuseState(now: PlanVersionNow, name: StepName): void {
  const { from, title } = RULES[name]
  const starter = isStarter(now)
  // A starter runs without anybody's approval: it may be approved as it is, and is not filed before that.
  const allowed = from.includes(now.to) ? !(name === 'file' && starter) : name === 'approve' && starter
  if (allowed) return
  const stands = starter && now.to === 'approved' ? '起始模板（未经本地批准）' : STATE_NAMES[now.to]
  throw new AppError(
    'plan-state',
    `“${now.title}”第 ${now.version} 版现为${stands}，不能${title}；须先处于：${from.map((state) => STATE_NAMES[state]).join('、')}`,
    { path: 'version', value: now.to },
  )
}

function refuseUnready({ contingencyPlans }: LibraryStepParts, plan: ContingencyPlan, today: string): void {
  const problems = approvalProblems(plan, { today, beside: contingencyPlans.current().library.plans })
  const [first] = problems
  if (first === undefined) return
  const value = problems.map(({ code, path, message, remedy }) => ({ code, path: path.join('.'), message, remedy }))
  throw new AppError(
    'plan-not-ready',
    `“${plan.title}”还有 ${problems.length} 处不能批准：${first.message}；${first.remedy}`,
    { path: first.path.join('.'), value },
  )
}

/** What the plan itself says of its approval and filing after the step. */
function reviewAfter(name: StepName, plan: ContingencyPlan, input: StepInput, at: string): ContingencyPlan['review'] {
  const today = at.slice(0, 10)
  if (name === 'approve')
    return { ...plan.review, approvedBy: input.who, approvedOn: today, filedWith: '', filedNumber: '', filedOn: '' }
  if (name !== 'file') return plan.review
  return { ...plan.review, filedWith: input.filedWith ?? '', filedNumber: input.document ?? '', filedOn: today }
}

function withReview(written: WrittenPlan, review: ContingencyPlan['review']): WrittenPlan {
  if (review === written.plan.review) return written
  const document = parseDocument(written.text)
  for (const [field, value] of Object.entries(review)) {
    if (document.getIn(['review', field]) !== value) document.setIn(['review', field], value)
  }
  return writtenAs({ ...written.plan, review }, document.toString({ lineWidth: 0 }))
}

/** The versions that ran before the approved one are kept and no longer run. */
function retireOthers(
  { db }: LibraryStepParts,
  versions: readonly PlanVersionNow[],
  approved: PlanVersionNow,
  by: { readonly who: string; readonly role: string; readonly at: string },
): void {
  for (const other of versions) {
    if (other.version === approved.version || !RUNNING_STATES.includes(other.to)) continue
    const written = { plan: planOfEvent(db, other), text: contentOf(db, other.textHash) }
    const { version, revision, to: from } = other
    const step = {
      version,
      revision: revision + 1,
      change: 'superseded',
      from,
      to: 'superseded',
      document: '',
    } as const
    recordPlanChange(db, written, { ...step, ...by, reason: `第 ${approved.version} 版批准，自动取代` })
  }
}
