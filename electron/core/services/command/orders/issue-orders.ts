import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { approvalsOf, isApproved } from '#shared/command/plans/approvals.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { refusalToIssue } from '#shared/command/orders/may-issue.ts'
import type { OrderState } from '#shared/command/orders/order-state.ts'
import { possibleSteps } from '#shared/command/orders/possible-steps.ts'
import type { OrderDraft } from '#shared/domain/command/order-draft.ts'
import type { IssuedOrder } from '#shared/domain/command/order.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { HEADQUARTERS_WORDS } from '#shared/text/headquarters-words.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { Author } from '#shared/replication/op.ts'
import type { Recorder } from '../../../replication/journal.ts'
import { answerOnce, findAnswer } from '../../answer-once.ts'
import { authorOf, existingIncident } from '../../incident.service.ts'
import { nextNumber } from '../../incident-number.ts'
import { headquartersOf, statedTime } from '../caller-headquarters.ts'
import { changedPlan, findingsOf, judgePlan, proposalOf } from './judge-plan.ts'
import type { KeptPlan } from './kept-plan.ts'
import type { OrderParts } from './order-parts.ts'

type Orders = typeof appContract.orders
type Issued = OutputOf<Orders['issue']>

/** Issues orders, all or none; see the contract. */
export function issueOrders(
  core: OrderParts,
  kept: KeptPlan | null,
  input: ParsedInputOf<Orders['issue']>,
  caller: Caller,
): Issued {
  const command = { channel: 'orders.issue', input, output: appContract.orders.issue.output }
  const answered = findAnswer(core.db, command)
  if (answered !== null) return answered
  const { summary } = existingIncident(core.db, input.incidentId)
  const hq = headquartersOf(caller)
  const by = authorOf(caller)
  const at = statedTime(core, input.at)
  for (const { order } of input.orders) refuseByRight(hq, order)
  const overruled = judgeWishes(core, kept, hq, input)
  return answerOnce(core, command, (recorder) => {
    const standing = foldOrders(core.log.opsOf(input.incidentId)).orders
    const prefix = `${summary.number}-令-`
    const given = standing.map(({ order }) => order.number).filter((number) => number.startsWith(prefix))
    const orders = input.orders.map((wish, index): IssuedOrder => {
      const number = nextNumber(prefix, given)
      given.push(number)
      const orderId = `order-${input.commandId}-${index + 1}`
      return { ...wish.order, orderId, number, hq, issuer: by.user, issuedAt: at, overruled: overruled[index] ?? null }
    })
    for (const order of orders) issue(recorder, input.incidentId, by, order, standing)
    return { orders: orders.map(({ orderId, number }) => ({ orderId, number })) }
  })
}

/** Issues one order; the one it takes the place of is withdrawn, a first order that it continues is done. */
function issue(
  recorder: Recorder,
  incidentId: string,
  by: Author,
  order: IssuedOrder,
  standing: readonly OrderState[],
): void {
  const entity = (orderId: string): string => `order:${orderId}`
  recorder.append({ kind: 'v1.order.issued', incidentId, entity: entity(order.orderId), basis: [], by, body: order })
  const end = (orderId: string | null, step: 'withdrawn' | 'done', note: string): void => {
    const before = standing.find((state) => state.order.orderId === orderId)
    if (before === undefined || !before.isLive || !possibleSteps(before).includes(step)) return
    const body = {
      orderId: before.order.orderId,
      step,
      at: order.issuedAt,
      saidBy: order.issuer,
      via: 'console',
      note,
    } as const
    recorder.append({ kind: 'v1.order.stepped', incidentId, entity: entity(body.orderId), basis: [], by, body })
  }
  end(order.replaces, 'withdrawn', `由指令 ${order.number} 代替`)
  const followed = standing.find((state) => state.order.orderId === order.follows)
  if (followed?.order.source.kind === 'firstOrder' && followed.order.teamId === order.teamId && order.teamId !== null) {
    end(order.follows, 'done', `首批指令由 ${order.number} 接续`)
  }
}

/** What a person set aside for each order; refuses orders of an old or unapproved plan and those the rules forbid. */
function judgeWishes(
  core: OrderParts,
  kept: KeptPlan | null,
  hq: Headquarters,
  input: ParsedInputOf<Orders['issue']>,
): IssuedOrder['overruled'][] {
  const ofPlan = input.orders.map(({ order }) => order).filter(({ source }) => source.planVersion !== null)
  if (ofPlan.length === 0) return input.orders.map(() => null)
  if (kept === null)
    throw new AppError('conflict', '该事件还没有方案；请先生成三案，或自由下达指令', { path: 'orders' })
  const old = ofPlan.find(({ source }) => source.planVersion !== kept.version)
  if (old !== undefined) {
    const words = `指令依据第 ${old.source.planVersion} 版方案，现行是第 ${kept.version} 版，本次未下达；请对照新版后重试`
    throw new AppError('conflict', words, { path: 'orders.source.planVersion', value: old.source.planVersion })
  }
  refuseUnapproved(core, kept, hq, ofPlan, input.incidentId)
  const plan = changedPlan(core, kept, input.edits)
  const proposals = new Map(proposalOf(core, kept.version, plan).map((order) => [order.key, order]))
  const findings = judgePlan(core, plan).filter(({ severity }) => severity === 'block')
  return input.orders.map((wish, index) => {
    const proposal = wish.key === null ? undefined : proposals.get(wish.key)
    const against = proposal === undefined ? [] : findingsOf(proposal, findings)
    const [first] = against
    if (first === undefined) return null
    if (wish.overrule === null) {
      const words = `指令“${wish.order.receiver.name}”有禁止下达的提示：${first.text}。请改方案，或由指挥员署名并写明理由后下达`
      throw new AppError('needs-acknowledgement', words, { path: `orders.${index}`, value: first.code })
    }
    return { findings: against.map(({ code, text }) => ({ code, text })), ...wish.overrule }
  })
}

function refuseUnapproved(
  core: OrderParts,
  kept: KeptPlan,
  hq: Headquarters,
  orders: readonly OrderDraft[],
  incidentId: string,
): void {
  if (orders.every(({ source }) => source.kind === 'firstOrder')) return
  if (isApproved(approvalsOf(core.log.opsOf(incidentId), kept), hq)) return
  const words = `第 ${kept.version} 版方案尚未经${HEADQUARTERS_WORDS[hq]}批准，只能先下达首批指令（0—5分钟）；请先批准本部分方案`
  throw new AppError('order-state', words, { path: 'orders', value: kept.version })
}

function refuseByRight(hq: Headquarters, order: OrderDraft): void {
  const refusal = refusalToIssue(hq, order)
  if (refusal === null) return
  const words =
    refusal === 'asksOthers'
      ? `请求“${order.receiver.name}”支援由行政指挥部下达；请向行政指挥部提出请求`
      : `“${order.receiver.name}”的这条指令由${HEADQUARTERS_WORDS[order.hq]}下达；请转该指挥部`
  throw new AppError('forbidden', words, { path: 'orders', value: order.receiver.name })
}
