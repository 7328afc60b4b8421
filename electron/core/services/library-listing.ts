import type { AppContract } from '#shared/contract/app-contract.ts'
import type { ParsedInputOf } from '#shared/contract/define.ts'
import type { LibraryEvent, LibraryVersion, REVIEW_DUE } from '#shared/contract/library.contract.ts'
import { RUNNING_STATES } from '#shared/domain/plan-library.ts'
import type { PlanEvent, PlanVersionNow } from '../db/repositories/contingency-plan.repo.ts'

type Filter = Omit<ParsedInputOf<AppContract['library']['list']>, 'versions'>

/** How many days before its review date a plan counts as due soon. */
const SOON_DAYS = 90

/** Versions as the contract shows them; `versions` stand by plan, the newest first. `today` is `YYYY-MM-DD`. */
export function summariesOf(versions: readonly PlanVersionNow[], today: string): LibraryVersion[] {
  const running = new Map<string, number>()
  for (const { planId, version, to } of versions) {
    if (RUNNING_STATES.includes(to) && !running.has(planId)) running.set(planId, version)
  }
  return versions.map((now) => summaryOf(now, { today, running: running.get(now.planId) === now.version }))
}

/** True when a line passes every filter that was given. */
export function isWanted(line: LibraryVersion, filter: Filter): boolean {
  const { kind, state, type, due, region = '', text = '' } = filter
  if (kind !== undefined && line.kind !== kind) return false
  if (state !== undefined && line.state !== state) return false
  if (type !== undefined && !line.types.includes(type)) return false
  if (due !== undefined && line.reviewDue !== due) return false
  return line.region.includes(region.trim()) && `${line.title} ${line.planId}`.includes(text.trim())
}

/** One entry of the history as the contract shows it. */
export function eventOf(event: PlanEvent): LibraryEvent {
  const { planId, version, revision, change, from, to, at, who, role, reason, document, title, contentHash } = event
  return { planId, version, revision, change, from, to, at, who, role, reason, document, title, contentHash }
}

/** True for what runs although nobody here approved it: it came with the program or a data set and was not touched since. */
export function isStarter({ origin, change, to }: Pick<PlanVersionNow, 'origin' | 'change' | 'to'>): boolean {
  return (origin === 'shipped' || origin === 'dataset') && change === 'created' && to === 'approved'
}

function summaryOf(now: PlanVersionNow, { today, running }: { today: string; running: boolean }): LibraryVersion {
  const { planId, version, revision, origin, title, kind, region, label, issuer, reviewBy, contentHash, note } = now
  return {
    ...{ planId, version, revision, origin, title, kind, region, label, issuer, reviewBy, contentHash, note },
    state: now.to,
    running,
    starter: isStarter(now),
    types: [...now.types],
    reviewDue: dueOf(reviewBy, today),
    createdAt: now.createdAt,
    createdBy: now.createdBy,
    changedAt: now.at,
    changedBy: now.who,
  }
}

function dueOf(reviewBy: string, today: string): (typeof REVIEW_DUE)[number] {
  const days = (Date.parse(reviewBy) - Date.parse(today)) / 86_400_000
  if (days < 0) return 'passed'
  return days <= SOON_DAYS ? 'soon' : 'later'
}
