import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ReadDb, WriteDb } from '../db/db-types.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import {
  addPlanVersion,
  findEventByContent,
  readRunningVersions,
  readVersionsOfPlan,
} from '../db/repositories/contingency-plan.repo.ts'
import { hashText } from '../replication/op-proof.ts'
import { recordPlanChange, type WrittenPlan } from './record-plan-change.ts'

/** Who stands in the record for what a data set brought. */
const DATASET = '数据集导入'

/** What a plan of a data set is beside the library: not there yet, the same as a version there, or another text. */
export function standingOf(db: ReadDb, { plan }: WrittenPlan): 'new' | 'unchanged' | 'changed' {
  if (readVersionsOfPlan(db, plan.id).length === 0) return 'new'
  return findEventByContent(db, plan.id, hashText(canonicalJson(plan))) === null ? 'changed' : 'unchanged'
}

/**
 * Brings the contingency plans of a data set into the library: one that is not there starts as version 1 and may run at
 * once, marked as approved by nobody here; another text of one that is there becomes a draft beside it.
 */
export function addDatasetPlans(db: WriteDb, plans: readonly WrittenPlan[], at: string): void {
  for (const written of plans) {
    const standing = standingOf(db, written)
    if (standing === 'unchanged') continue
    const planId = written.plan.id
    const version = (readVersionsOfPlan(db, planId)[0]?.version ?? 0) + 1
    const isNew = standing === 'new'
    const reason = isNew ? '随数据集导入（未经本地批准、未备案）' : '数据集带来的另一版本，供对照采用；现行版本未改动'
    addPlanVersion(db, { planId, version, origin: 'dataset', createdAt: at, createdBy: DATASET, note: reason })
    const to = isNew ? ('approved' as const) : ('draft' as const)
    const step = { version, revision: 1, change: 'created', from: null, to, document: '' } as const
    recordPlanChange(db, written, { ...step, at, who: DATASET, role: 'import', reason })
  }
}

/** The plans in force as files of a data set, by name. */
export function planFilesOf(db: ReadDb): Map<string, string> {
  return new Map(
    readRunningVersions(db).map(({ planId, textHash }) => [
      `contingency_plans/${planId}.yaml`,
      findContent(db, textHash) ?? '',
    ]),
  )
}
