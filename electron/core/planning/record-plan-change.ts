import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { planLines } from '#shared/planner/library/plan-lines.ts'
import type { WriteDb } from '../db/db-types.ts'
import { saveContent } from '../db/repositories/contents.repo.ts'
import { indexPlanVersion } from '../db/repositories/contingency-plan-search.repo.ts'
import { addPlanEvent, type PlanEvent } from '../db/repositories/contingency-plan.repo.ts'
import { hashText } from '../replication/op-proof.ts'

/** A contingency plan with the text it was written in. */
export interface WrittenPlan {
  readonly plan: ContingencyPlan
  readonly text: string
}

/** What is done to a version; the rest of the event follows from the plan. */
export type PlanStep = Pick<
  PlanEvent,
  'version' | 'revision' | 'change' | 'from' | 'to' | 'at' | 'who' | 'role' | 'reason' | 'document'
>

/** Keeps plan and text by their hashes and adds what was done; the full-text index follows. Runs inside the caller's transaction. */
export function recordPlanChange(db: WriteDb, { plan, text }: WrittenPlan, step: PlanStep): PlanEvent {
  invariant(db.inTransaction, 'a change of the library is written in a transaction')
  const event = {
    ...step,
    planId: plan.id,
    contentHash: keep(db, canonicalJson(plan)),
    textHash: keep(db, text),
    title: plan.title,
    kind: plan.kind,
    region: [...plan.scope.regions, ...plan.scope.towns].join('、'),
    types: plan.types,
    reviewBy: plan.review.reviewBy,
    label: plan.version,
    issuer: plan.review.issuer,
  }
  addPlanEvent(db, event)
  indexPlanVersion(db, event, planLines(plan))
  return event
}

function keep(db: WriteDb, content: string): string {
  const hash = hashText(content)
  saveContent(db, hash, content)
  return hash
}
