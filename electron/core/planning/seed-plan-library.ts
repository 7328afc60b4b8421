import { join } from 'node:path'
import type { WriteDb } from '../db/db-types.ts'
import { addPlanVersion, hasShippedText, readVersionsOfPlan } from '../db/repositories/contingency-plan.repo.ts'
import { hashText } from '../replication/op-proof.ts'
import { listFiles, readPlanFile, readText } from './load-references.ts'
import { recordPlanChange, type WrittenPlan } from './record-plan-change.ts'

/** Who stands in the record for what the program itself brings. */
export const PROGRAM = '程序自带'

/** What a shipped plan is until somebody here approves it. */
export const STARTER_REASON = '起始模板（未经本地批准、未备案）'

/** What came into the library at a start. */
export interface SeededPlans {
  /** Plans that were not there at all. */
  readonly started: readonly string[]
  /** Titles of plans the library already had: the newer text waits as a draft. */
  readonly drafts: readonly string[]
}

/**
 * Brings the shipped plans into the library: a plan that is not there starts as version 1 and may run at once; a newer
 * text of one that is there becomes a draft beside it. What was brought once is never brought again, and nothing of the
 * library's own is changed. Throws `dataset-damaged` naming file and reason; then nothing was written.
 */
export function seedPlanLibrary(db: WriteDb, folder: string, at: string): SeededPlans {
  const started: string[] = []
  const drafts: string[] = []
  db.transaction(() => {
    for (const name of listFiles(folder).sort()) {
      if (!name.endsWith('.yaml')) continue
      const file = join(folder, name)
      const text = readText(file)
      if (hasShippedText(db, hashText(text))) continue
      const written = { plan: readPlanFile(file), text }
      const isNew = addShipped(db, written, at)
      ;(isNew ? started : drafts).push(written.plan.title)
    }
  }).immediate()
  return { started, drafts }
}

function addShipped(db: WriteDb, written: WrittenPlan, at: string): boolean {
  const planId = written.plan.id
  const newest = readVersionsOfPlan(db, planId)[0]?.version ?? 0
  const isNew = newest === 0
  const reason = isNew ? STARTER_REASON : '新版程序带来的起始模板，供对照采用；现行版本未改动'
  const version = newest + 1
  addPlanVersion(db, { planId, version, origin: 'shipped', createdAt: at, createdBy: PROGRAM, note: reason })
  const to = isNew ? ('approved' as const) : ('draft' as const)
  const step = { version, revision: 1, change: 'created', from: null, to } as const
  recordPlanChange(db, written, { ...step, at, who: PROGRAM, role: 'program', reason, document: '' })
  return isNew
}
