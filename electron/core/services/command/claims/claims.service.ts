import { appContract, type AppContract, type AppHandlers, type Caller } from '#shared/contract/app-contract.ts'
import type { Claim } from '#shared/contract/claims.contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { findClaims } from '#shared/command/claims/find-claims.ts'
import { requireRight } from '#shared/command/headquarters/rights.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { wallTimeOf } from '../../../replication/wall-time.ts'
import type { Recorder } from '../../../replication/journal.ts'
import { amendFacts } from '../../amend-facts.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident } from '../../incident.service.ts'
import { headquartersOf } from '../caller-headquarters.ts'
import { createKeptPlans, type KeptPlan } from '../orders/kept-plan.ts'
import type { OrderParts } from '../orders/order-parts.ts'
import { claimingIncidents } from './open-incidents.ts'

type Claims = AppContract['claims']
type KeptPlans = (incidentId: string) => KeptPlan | null

/** Builds the service of double claims. */
export function createClaimsService(core: OrderParts): AppHandlers['claims'] {
  const keptPlan = createKeptPlans(core)
  return {
    list: ({ incidentId }) =>
      readClaims(core, keptPlan).filter(
        ({ uses }) => incidentId === null || uses.some((use) => use.incidentId === incidentId),
      ),
    settle: (input, caller) => settleClaim(core, keptPlan, input, caller),
  }
}

/** Every double claim of the open incidents now. */
export function readClaims(core: OrderParts, keptPlan: KeptPlans): Claim[] {
  const incidents = claimingIncidents(core, keptPlan)
  const ops = incidents.flatMap(({ incidentId }) => core.log.opsOf(incidentId))
  return findClaims(incidents, ops, core.library.current()).map((claim) => ({
    ...claim,
    uses: [...claim.uses],
    settlements: [...claim.settlements],
    choices: [...claim.choices],
  }))
}

function settleClaim(
  core: OrderParts,
  keptPlan: KeptPlans,
  input: ParsedInputOf<Claims['settle']>,
  caller: Caller,
): OutputOf<Claims['settle']> {
  const { incidentId, choice, reason } = input
  return answerOnce(core, { channel: 'claims.settle', input, output: appContract.claims.settle.output }, (recorder) => {
    const hq = headquartersOf(caller)
    const claim = readClaims(core, keptPlan).find((one) => one.claim === input.claim)
    const incidents = claim?.uses.map((use) => use.incidentId).toSorted() ?? []
    if (claim === undefined || incidents.join(' ') !== input.incidents.toSorted().join(' ')) {
      const words = '这项冲突已经变化（可能已撤回、改派或又有事件占用），本次未处理；请刷新后再定'
      throw new AppError('conflict', words, { path: 'claim', value: input.claim })
    }
    if (!incidents.includes(incidentId)) {
      throw new AppError('bad-input', '本事件不在这项冲突之中；请从列表中选择', {
        path: 'incidentId',
        value: incidentId,
      })
    }
    if (!claim.choices.includes(choice)) {
      const words = `“${claim.name}”只能用在一处，不能共用；请选择留给对方或抽来本事件`
      throw new AppError('bad-input', words, { path: 'choice', value: choice })
    }
    if (choice === 'takeHere') requireRight(core.rights(), hq, 'takeFromIncident')
    recorder.append({
      kind: 'v1.claim.settled',
      incidentId,
      entity: `claim:${claim.claim}`,
      basis: claim.settlements.map(({ opId }) => opId),
      by: authorOf(caller),
      body: { claim: claim.claim, name: claim.name, incidents, choice, here: incidentId, reason },
    })
    if (choice === 'share') return { replan: [] }
    const losing = choice === 'leaveThere' ? [incidentId] : incidents.filter((id) => id !== incidentId)
    const here = existingIncident(core.db, incidentId).summary.number
    for (const loser of losing) giveUp(core, recorder, { claim, loser, reason: `${here}：${reason}`, caller })
    return { replan: losing.filter((id) => keptPlan(id) !== null) }
  })
}

/** An incident gives a thing up: its live orders about it are withdrawn, and its facts say that it is not available. */
function giveUp(
  core: OrderParts,
  recorder: Recorder,
  given: { readonly claim: Claim; readonly loser: string; readonly reason: string; readonly caller: Caller },
): void {
  const { claim, loser, reason, caller } = given
  const by = authorOf(caller)
  const binding = foldOrders(core.log.opsOf(loser)).orders.filter(
    ({ order, isLive }) => isLive && claim.uses.some((use) => use.order?.orderId === order.orderId),
  )
  for (const { order } of binding) {
    recorder.append({
      kind: 'v1.order.stepped',
      incidentId: loser,
      entity: `order:${order.orderId}`,
      basis: [],
      by,
      body: {
        ...{ orderId: order.orderId, step: 'withdrawn', at: wallTimeOf(core.nowMs()), saidBy: by.user, via: 'console' },
        note: `抽调到另一事件（${reason}）`,
      },
    })
  }
  const mark = markOf(claim)
  const { summary, incident } = existingIncident(core.db, loser)
  if (mark === null || (incident.unavailable ?? []).includes(mark)) return
  amendFacts(core, recorder, {
    summary,
    before: incident,
    after: { ...incident, unavailable: [...(incident.unavailable ?? []), mark] },
    receivedAt: summary.receivedAt,
    by,
  })
}

/** How facts say that something is not available; a vehicle has no such mark, its order is changed by hand. */
function markOf({ kind, id }: Claim): string | null {
  return kind === 'vehicle' ? null : `${kind}:${id}`
}
