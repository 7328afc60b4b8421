import type { appContract } from '#shared/contract/app-contract.ts'
import type { ParsedInputOf } from '#shared/contract/define.ts'
import { isOpen, lifeOf } from '#shared/command/life/phase-of.ts'
import { approvalsOf, isApproved } from '#shared/command/plans/approvals.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { requireRight } from '#shared/command/headquarters/rights.ts'
import { isOtherPart } from '#shared/command/orders/other-part.ts'
import { sameLine } from '#shared/command/orders/same-line.ts'
import type { IssuedOrder } from '#shared/domain/command/order.ts'
import type { OrderDraft } from '#shared/domain/command/order-draft.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { authorityOver } from '#shared/planner/forces/authority.ts'
import { HEADQUARTERS_WORDS } from '#shared/text/headquarters-words.ts'
import { claimsOfOrders } from '../claims/claims-of-wishes.ts'
import { changedPlan, findingsOf, judgePlan, proposalOf } from './judge-plan.ts'
import type { KeptPlan } from './kept-plan.ts'
import type { OrderParts } from './order-parts.ts'

type Issue = ParsedInputOf<(typeof appContract)['orders']['issue']>

/** An order that may be issued, and what a person set aside for it. */
export interface JudgedOrder {
  readonly order: OrderDraft
  readonly overruled: IssuedOrder['overruled']
}

/**
 * Judges what is to be issued: rights, approval, the rules on the plan as it was changed, and double claims. What an order
 * binds comes from the plan and the library, never from the window. @throws AppError for the first that may not go out.
 */
export function judgeWishes(
  core: OrderParts,
  keptPlan: (incidentId: string) => KeptPlan | null,
  input: Issue,
  given: { readonly hq: Headquarters; readonly at: string },
): JudgedOrder[] {
  const { incidentId } = input
  const kept = keptPlan(incidentId)
  refuseEnded(core, incidentId, kept)
  const { orders, objections } = bindOrders(core, kept, input)
  for (const order of orders) refuseByRight(core, given.hq, order)
  refuseUnapproved(core, kept, given.hq, orders, incidentId)
  refuseTwice(core, incidentId, orders)
  const claims = claimsOfOrders(core, keptPlan, incidentId, { orders, at: given.at })
  return orders.map((order, index) => {
    const against = [...(objections[index] ?? []), ...(claims[index] ?? [])]
    const [first] = against
    if (first === undefined) return { order, overruled: null }
    const overrule = input.orders[index]?.overrule ?? null
    if (overrule === null) {
      const words = `指令“${order.receiver.name}”须先由人决定：${first.text}。请改方案、解决冲突，或由指挥员署名并写明理由后下达`
      throw new AppError('needs-acknowledgement', words, { path: `orders.${index}`, value: first.code })
    }
    return { order, overruled: { findings: against.map(({ code, text }) => ({ code, text })), ...overrule } }
  })
}

/** What the orders bind, from the plan with the officer's changes or from the library; and what the rules say against each. */
function bindOrders(
  core: OrderParts,
  kept: KeptPlan | null,
  input: Issue,
): { orders: OrderDraft[]; objections: { code: string; text: string }[][] } {
  const isFree = input.orders.every(({ order }) => order.source.planVersion === null)
  if (isFree || kept === null) {
    if (!isFree) throw new AppError('conflict', '该事件还没有方案；请先生成三案，或自由下达指令', { path: 'orders' })
    return { orders: input.orders.map(({ order }) => freeOrder(core, order)), objections: [] }
  }
  const plan = changedPlan(core, kept, input.edits)
  const proposals = new Map(proposalOf(core, kept.version, plan).map((proposed) => [proposed.key, proposed]))
  const findings = judgePlan(core, plan).filter(({ severity }) => severity === 'block')
  const bound = input.orders.map(({ key, order }, index) => {
    const { planVersion } = order.source
    if (planVersion === null) return { order: freeOrder(core, order), against: [] }
    if (planVersion !== kept.version) {
      const words = `指令依据第 ${planVersion} 版方案，现行是第 ${kept.version} 版，本次未下达；请对照新版后重试`
      throw new AppError('conflict', words, { path: 'orders.source.planVersion', value: planVersion })
    }
    const proposed = key === null ? undefined : proposals.get(key)
    if (proposed === undefined) {
      const words = `方案里没有“${order.receiver.name}”的这条指令；请刷新后重试，或自由下达`
      throw new AppError('conflict', words, { path: `orders.${index}.key`, value: key })
    }
    const { receiver, text, dueAt, targets, replaces, follows } = order
    return {
      order: { ...proposed.order, receiver, text, dueAt, targets, replaces, follows },
      against: findingsOf(proposed, findings),
    }
  })
  return { orders: bound.map(({ order }) => order), objections: bound.map(({ against }) => against) }
}

/** An order written by hand; how its team may be called follows from the library. */
function freeOrder(core: OrderParts, order: OrderDraft): OrderDraft {
  if (order.teamId === null) return { ...order, authority: null }
  const team = core.library.current().teams.find(({ id }) => id === order.teamId)
  if (team === undefined) {
    const words = `队伍库里没有“${order.receiver.name}”；请从队伍库选择，或把收令人写成单位、个人`
    throw new AppError('bad-input', words, { path: 'orders.teamId', value: order.teamId })
  }
  return { ...order, authority: authorityOver(team, core.references().parameters.assignment) }
}

function refuseEnded(core: OrderParts, incidentId: string, kept: KeptPlan | null): void {
  const life = lifeOf(core.log.opsOf(incidentId), kept)
  if (isOpen(life)) return
  const words =
    life.mergedInto === null
      ? '事件已结束，不能再下达指令；确需下达，请先由行政指挥部转回“处置中”并写明理由'
      : '本事件已并入另一事件；请在主事件上下达指令'
  throw new AppError('order-state', words, { path: 'incidentId', value: incidentId })
}

function refuseUnapproved(
  core: OrderParts,
  kept: KeptPlan | null,
  hq: Headquarters,
  orders: readonly OrderDraft[],
  incidentId: string,
): void {
  const waits = orders.some(({ source }) => source.planVersion !== null && source.kind !== 'firstOrder')
  if (!waits || kept === null || isApproved(approvalsOf(core.log.opsOf(incidentId), kept), hq)) return
  const words = `第 ${kept.version} 版方案尚未经${HEADQUARTERS_WORDS[hq]}批准，只能先下达首批指令（0—5分钟）；请先批准本部分方案`
  throw new AppError('order-state', words, { path: 'orders', value: kept.version })
}

/** A line that is under way is not ordered again by the way: the new order names the one it takes the place of. */
function refuseTwice(core: OrderParts, incidentId: string, orders: readonly OrderDraft[]): void {
  const live = foldOrders(core.log.opsOf(incidentId)).orders.filter(({ isLive }) => isLive)
  for (const order of orders) {
    if (order.source.planVersion === null) continue
    const before = live.find((state) => sameLine(state.order, order) && state.order.orderId !== order.replaces)
    if (before === undefined) continue
    const words = `“${order.receiver.name}”的这条指令已下达（${before.order.number}），未重复下达；要改请用“代替”`
    throw new AppError('order-state', words, { path: 'orders', value: before.order.number })
  }
}

/** Forces of others by the table of rights; a line of the plan by the headquarters whose part it is. */
function refuseByRight(core: OrderParts, hq: Headquarters, order: OrderDraft): void {
  if (order.authority === 'request') requireRight(core.rights(), hq, 'outsideForces')
  if (!isOtherPart(hq, order)) return
  const words = `“${order.receiver.name}”的这条指令由${HEADQUARTERS_WORDS[order.hq]}下达；请转该指挥部`
  throw new AppError('forbidden', words, { path: 'orders', value: order.receiver.name })
}
