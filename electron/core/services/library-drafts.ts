import { stringify } from 'yaml'
import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { PlanOrigin } from '#shared/domain/plan-library.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { WriteDb } from '../db/db-types.ts'
import { addPlanVersion, readVersionsOfPlan, type PlanVersionNow } from '../db/repositories/contingency-plan.repo.ts'
import { decodeText } from '../datasets/decode-text.ts'
import { readPlanText, requirePlan } from '../planning/read-plan-text.ts'
import { recordPlanChange, type WrittenPlan } from '../planning/record-plan-change.ts'
import type { Journal } from '../replication/journal.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import { answerOnce, findAnswer } from './answer-once.ts'
import { refuseStaleVersion } from './library-plan.ts'

/** What changes of the library work with. */
export interface LibraryChangeParts {
  readonly db: WriteDb
  readonly journal: Journal
  readonly nowMs: () => number
}

type Changed = OutputOf<AppContract['library']['saveDraft']>

/** Keeps a draft; see the contract. @throws AppError `plan-invalid`, `plan-formula-invalid`, `plan-stale`, `conflict`. */
export function saveDraft(
  core: LibraryChangeParts,
  input: ParsedInputOf<AppContract['library']['saveDraft']>,
  caller: Caller,
): Changed {
  const command = { channel: 'library.saveDraft', input, output: appContract.library.saveDraft.output }
  const kept = findAnswer(core.db, command)
  if (kept !== null) return kept
  const { base, content, who, note } = input
  const text = content.kind === 'text' ? content.text : textOfForm(content.plan)
  const written = { plan: requirePlan(text), text }
  if (base !== null && base.planId !== written.plan.id) throw otherId(base.planId, written.plan.id)
  return answerOnce(core, command, () => {
    const versions = readVersionsOfPlan(core.db, written.plan.id)
    if (base === null && versions.length > 0) throw idTaken(written.plan.id)
    const basis = base === null ? null : refuseStaleVersion(versions, base)
    const author = { who, role: caller.role }
    return basis?.to === 'draft'
      ? saveAgain(core, written, basis, { ...author, note })
      : beginDraft(core, written, versions, { ...author, note, origin: 'local' })
  })
}

/** Keeps a file as a new draft beside whatever the library has. @throws AppError `plan-invalid`, `plan-formula-invalid`, `file-broken`. */
export function importDraft(
  core: LibraryChangeParts,
  input: ParsedInputOf<AppContract['library']['importOne']>,
  caller: Caller,
): Changed {
  const command = { channel: 'library.importOne', input, output: appContract.library.importOne.output }
  const kept = findAnswer(core.db, command)
  if (kept !== null) return kept
  const text = decodeText(Buffer.from(input.base64, 'base64'), input.fileName)
  const written = { plan: requirePlan(text, input.fileName), text }
  return answerOnce(core, command, () => {
    const versions = readVersionsOfPlan(core.db, written.plan.id)
    const note = `由文件“${input.fileName}”导入`
    return beginDraft(core, written, versions, { who: input.who, role: caller.role, note, origin: 'imported' })
  })
}

/** YAML of a plan value. */
function yamlOf(plan: unknown): string {
  return stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** The plan of a form as text; fields it left undefined are not there. */
function textOfForm(plan: unknown): string {
  return yamlOf(JSON.parse(JSON.stringify(plan ?? null)))
}

/** A plan with its text: the given one when it says just that, so that remarks stay, else one made from the plan. */
export function writtenAs(plan: WrittenPlan['plan'], text: string): WrittenPlan {
  const read = readPlanText(text).plan
  return { plan, text: read !== null && canonicalJson(read) === canonicalJson(plan) ? text : yamlOf(plan) }
}

interface Draft {
  readonly who: string
  readonly role: string
  readonly note: string
}

function saveAgain(
  { db, nowMs }: LibraryChangeParts,
  written: WrittenPlan,
  now: PlanVersionNow,
  draft: Draft,
): Changed {
  const { version } = now
  const revision = now.revision + 1
  const step = { version, revision, change: 'saved', from: 'draft', to: 'draft', document: '' } as const
  recordPlanChange(db, written, {
    ...step,
    at: wallTimeOf(nowMs()),
    who: draft.who,
    role: draft.role,
    reason: draft.note,
  })
  return { planId: written.plan.id, version, revision, state: 'draft' }
}

function beginDraft(
  { db, nowMs }: LibraryChangeParts,
  written: WrittenPlan,
  versions: readonly PlanVersionNow[],
  { who, role, note, origin }: Draft & { readonly origin: PlanOrigin },
): Changed {
  const planId = written.plan.id
  const version = (versions[0]?.version ?? 0) + 1
  const at = wallTimeOf(nowMs())
  addPlanVersion(db, { planId, version, origin, createdAt: at, createdBy: who, note })
  const step = { version, revision: 1, change: 'created', from: null, to: 'draft', document: '' } as const
  recordPlanChange(db, written, { ...step, at, who, role, reason: note })
  return { planId, version, revision: 1, state: 'draft' }
}

function otherId(expected: string, given: string): AppError {
  return new AppError(
    'plan-invalid',
    `预案编号（id）从“${expected}”改成了“${given}”；修订不能改编号，请改回，或另建新预案`,
    { path: 'id', value: given },
  )
}

function idTaken(planId: string): AppError {
  return new AppError('conflict', `预案库里已有编号“${planId}”的预案；请改用别的编号，或打开它修订`, {
    path: 'id',
    value: planId,
  })
}
