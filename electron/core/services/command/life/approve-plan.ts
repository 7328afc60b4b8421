import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { PlanApprovals } from '#shared/contract/life.contract.ts'
import { approvalsOf } from '#shared/command/plans/approvals.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { findLatestPlan } from '../../../db/repositories/plan.repo.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { headquartersOf } from '../caller-headquarters.ts'

type Life = typeof appContract.life

/** Where approval of the newest plan stands; null before there is one. */
export function readApprovals(core: IncidentServiceParts, incidentId: string): PlanApprovals | null {
  existingIncident(core.db, incidentId)
  const stored = findLatestPlan(core.db, incidentId)
  if (stored === null) return null
  const { version, contentHash, byHeadquarters, superseded } = approvalsOf(core.log.opsOf(incidentId), stored)
  return {
    ...{ version, contentHash },
    byHeadquarters: byHeadquarters.map((one) => ({ ...one, verdicts: [...one.verdicts] })),
    superseded: [...superseded],
  }
}

/** Approves or sends back a headquarters' part of the newest plan; see the contract. */
export function approvePlan(
  core: IncidentServiceParts,
  input: ParsedInputOf<Life['approve']>,
  caller: Caller,
): OutputOf<Life['approve']> {
  const { incidentId, version, contentHash, verdict, note } = input
  return answerOnce(core, { channel: 'life.approve', input, output: appContract.life.approve.output }, (recorder) => {
    const hq = headquartersOf(caller)
    const approvals = readApprovals(core, incidentId)
    if (approvals === null || approvals.contentHash !== contentHash || approvals.version !== version) {
      const now = approvals === null ? '该事件还没有方案' : `现行方案已是第 ${approvals.version} 版`
      throw new AppError('conflict', `${now}，第 ${version} 版未作批复；请对照现行方案后再批`, {
        path: 'version',
        value: version,
      })
    }
    if (verdict === 'rejected' && note === '') {
      throw new AppError('bad-input', '退回方案须写明理由', { path: 'note', value: note })
    }
    const before = approvals.byHeadquarters.find((one) => one.hq === hq)?.verdicts ?? []
    recorder.append({
      kind: 'v1.plan.approved',
      incidentId,
      entity: `approval:${hq}:${contentHash}`,
      basis: before.map(({ opId }) => opId),
      by: authorOf(caller),
      body: { version, contentHash, hq, verdict, note },
    })
    return {}
  })
}
