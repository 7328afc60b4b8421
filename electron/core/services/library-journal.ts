import type { JournalEntry } from '#shared/contract/system.contract.ts'
import type { PlanChange } from '#shared/domain/plan-library.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readPlanEvents, type PlanEvent } from '../db/repositories/contingency-plan.repo.ts'

const DONE: Readonly<Record<PlanChange, string>> = {
  created: '新建草稿',
  saved: '保存草稿',
  submitted: '送审',
  withdrawn: '退回草稿',
  approved: '批准',
  filed: '备案',
  superseded: '废止',
}

/** What people did to the plan library, the newest first; it belongs to no incident. What the program brought is no deed. */
export function libraryEntries(
  db: ReadDb,
  { incidentId, limit }: { readonly incidentId: string | null; readonly limit: number },
): JournalEntry[] {
  if (incidentId !== null) return []
  const done = readPlanEvents(db, null).filter(({ role }) => role !== 'program')
  return done.slice(0, limit).map(entryOf)
}

function entryOf({ planId, version, revision, change, title, reason, document, ...event }: PlanEvent): JournalEntry {
  const number = document === '' ? '' : `，文号 ${document}`
  const why = reason === '' ? '' : `：${reason}`
  return {
    opId: `library:${planId}:${version}:${revision}`,
    at: event.at,
    kind: `library.${change}`,
    incidentId: '',
    who: event.who,
    role: event.role,
    text: `预案库：${DONE[change]}“${title}”第 ${version} 版${number}${why}`,
    hash: event.contentHash,
  }
}
