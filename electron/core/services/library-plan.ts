import type { LibraryPlan } from '#shared/contract/library.contract.ts'
import { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { RUNNING_STATES } from '#shared/domain/plan-library.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { ReadDb } from '../db/db-types.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import {
  findEventByContent,
  readVersionsOfPlan,
  type PlanEvent,
  type PlanVersionNow,
} from '../db/repositories/contingency-plan.repo.ts'
import { summariesOf } from './library-listing.ts'

/** The versions of a plan, the newest first. @throws AppError `not-found`. */
export function existingPlan(db: ReadDb, planId: string): PlanVersionNow[] {
  const versions = readVersionsOfPlan(db, planId)
  if (versions.length > 0) return versions
  throw new AppError('not-found', `预案库里没有编号为“${planId}”的预案；请刷新列表后重试`, {
    path: 'planId',
    value: planId,
  })
}

/** One version; without a number the one in force, else the newest. @throws AppError `not-found`. */
export function existingVersion(db: ReadDb, planId: string, version: number | undefined): PlanVersionNow {
  const versions = existingPlan(db, planId)
  const found =
    version === undefined
      ? (versions.find(({ to }) => RUNNING_STATES.includes(to)) ?? versions[0])
      : versions.find((each) => each.version === version)
  if (found !== undefined) return found
  throw new AppError('not-found', `预案“${planId}”没有第 ${version ?? 1} 版；请刷新列表后重试`, {
    path: 'version',
    value: version,
  })
}

/** A version with what it says now. @throws AppError `database-damaged` when this program cannot read it. */
export function openLibraryPlan(db: ReadDb, now: PlanVersionNow, today: string): LibraryPlan {
  const versions = summariesOf(existingPlan(db, now.planId), today)
  const version = versions.find((each) => each.version === now.version)
  invariant(version !== undefined, 'a version stands among the versions of its plan')
  return { version, plan: planOfEvent(db, now), text: contentOf(db, now.textHash) }
}

/** A plan as it was when it had this content, with the version it belonged to. @throws AppError `not-found`. */
export function planAsItWas(
  db: ReadDb,
  { planId, contentHash }: { planId: string; contentHash: string },
  today: string,
): LibraryPlan {
  const event = findEventByContent(db, planId, contentHash)
  if (event === null) {
    throw new AppError('not-found', `预案库里没有“${planId}”当时的内容；方案可能在另一台指挥台生成`, {
      path: 'contentHash',
      value: contentHash,
    })
  }
  const opened = openLibraryPlan(db, existingVersion(db, planId, event.version), today)
  const version = { ...opened.version, contentHash, label: event.label, title: event.title }
  return { version, plan: planOfEvent(db, event), text: contentOf(db, event.textHash) }
}

/** What a version said after something was done to it. @throws AppError `database-damaged`. */
export function planOfEvent(db: ReadDb, event: PlanEvent): ContingencyPlan {
  const result = ContingencyPlan.safeParse(JSON.parse(contentOf(db, event.contentHash)))
  if (result.success) return result.data
  const path = result.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new AppError(
    'database-damaged',
    `预案“${event.title}”第 ${event.version} 版由别的版本的程序写成，本版本无法读取（${path}）；原文仍完整保存，请导出后修改或升级程序`,
    { path, value: event.planId },
  )
}

/** A kept content; that it is there is held by the references of the table. */
export function contentOf(db: ReadDb, hash: string): string {
  const content = findContent(db, hash)
  invariant(content !== null, `content ${hash} of the library is kept`)
  return content
}

/** The version a change is based on. @throws AppError `not-found`, or `plan-stale` when somebody changed it meanwhile. */
export function refuseStaleVersion(
  versions: readonly PlanVersionNow[],
  based: { readonly planId: string; readonly version: number; readonly revision: number },
): PlanVersionNow {
  const now = versions.find(({ version }) => version === based.version)
  if (now === undefined) {
    throw new AppError('not-found', `预案“${based.planId}”没有第 ${based.version} 版；请刷新列表后重试`, {
      path: 'version',
      value: based.version,
    })
  }
  if (now.revision === based.revision) return now
  throw new AppError(
    'plan-stale',
    `“${now.title}”第 ${now.version} 版已由${now.who}于 ${now.at} 改动，本次未保存；请对照最新内容后再提交`,
    { path: 'revision', value: now.revision },
  )
}
