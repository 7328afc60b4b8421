import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { requireRight } from '#shared/command/headquarters/rights.ts'
import { lifeOf } from '#shared/command/life/phase-of.ts'
import { approvalsOf } from '#shared/command/plans/approvals.ts'
import type { DeclaredPhase, Phase } from '#shared/domain/command/life-ops.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { headsOf, opsOfKind } from '#shared/command/heads.ts'
import type { RightsTable } from '#shared/domain/command/rights.ts'
import { PHASE_WORDS } from '#shared/text/op-words/life-op-words.ts'
import { findLatestPlan } from '../../../db/repositories/plan.repo.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { headquartersOf } from '../caller-headquarters.ts'

type Life = (typeof appContract)['life']

/** Phases from which each can be declared. */
const FROM: Readonly<Record<DeclaredPhase, readonly Phase[]>> = {
  underWay: ['contained', 'relief', 'closed'],
  contained: ['call', 'graded', 'planned', 'approved', 'ordered', 'underWay'],
  relief: ['underWay', 'contained'],
  closed: ['call', 'graded', 'planned', 'approved', 'ordered', 'underWay', 'contained', 'relief'],
  reviewed: ['closed'],
}

/** Declares a phase; see the contract. */
export function declarePhase(
  core: IncidentServiceParts & { readonly rights: () => RightsTable },
  input: ParsedInputOf<Life['declare']>,
  caller: Caller,
): OutputOf<Life['declare']> {
  const { incidentId, phase, reason, acknowledged } = input
  return answerOnce(core, { channel: 'life.declare', input, output: appContract.life.declare.output }, (recorder) => {
    const hq = headquartersOf(caller)
    const { summary } = existingIncident(core.db, incidentId)
    const ops = core.log.opsOf(incidentId)
    const life = lifeOf(ops, findLatestPlan(core.db, incidentId))
    if (phase === 'closed' || phase === 'relief' || phase === 'reviewed') requireRight(core.rights(), hq, 'endResponse')
    if (life.mergedInto !== null) {
      const words = `事件 ${summary.number} 已并入另一事件；请在主事件上操作，或先撤销并案`
      throw new AppError('order-state', words, { path: 'incidentId', value: incidentId })
    }
    if (life.contested.length === 0 && !FROM[phase].includes(life.phase)) {
      const words = `事件现在是“${PHASE_WORDS[life.phase]}”，不能转入“${PHASE_WORDS[phase]}”`
      throw new AppError('order-state', words, { path: 'phase', value: phase })
    }
    const leftOpen = phase === 'closed' ? standingOpen(core, incidentId) : []
    if (leftOpen.length > 0 && !acknowledged) {
      const words = `结束前还有：${leftOpen.join('；')}。请先办结或撤回；确要结束，请确认并写明理由`
      throw new AppError('needs-acknowledgement', words, { path: 'acknowledged', value: leftOpen })
    }
    recorder.append({
      kind: 'v1.incident.moved',
      incidentId,
      entity: `phase:${incidentId}`,
      basis: headsOf(opsOfKind(ops, 'v1.incident.moved')).map(({ id }) => id),
      by: authorOf(caller),
      body: { phase, reason, leftOpen },
    })
    return { leftOpen }
  })
}

/** What stands open before an incident can be closed: live orders, contradictions, two decisions about one thing. */
function standingOpen(core: IncidentServiceParts, incidentId: string): string[] {
  const ops = core.log.opsOf(incidentId)
  const { orders, strays } = foldOrders(ops)
  const live = orders.filter(({ isLive }) => isLive)
  const numbers = live.map(({ order }) => `${order.number}（${order.receiver.name}）`)
  const stored = findLatestPlan(core.db, incidentId)
  const isContested =
    stored !== null && approvalsOf(ops, stored).byHeadquarters.some(({ state }) => state === 'contested')
  return [
    ...(live.length === 0 ? [] : [`${live.length}条指令未了：${numbers.join('、')}`]),
    ...(isContested ? ['方案批复两处不一致'] : []),
    ...(strays.length === 0 ? [] : [`${strays.length}条反馈找不到所属指令`]),
  ]
}
