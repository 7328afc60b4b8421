import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import type { OrderState } from '#shared/command/orders/order-state.ts'
import { possibleSteps } from '#shared/command/orders/possible-steps.ts'
import type { OrderDraft } from '#shared/domain/command/order-draft.ts'
import type { IssuedOrder } from '#shared/domain/command/order.ts'
import type { Author } from '#shared/replication/op.ts'
import type { Recorder } from '../../../replication/journal.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident } from '../../incident.service.ts'
import { nextNumber } from '../../incident-number.ts'
import { headquartersOf, statedTime } from '../caller-headquarters.ts'
import { judgeWishes } from './judge-wishes.ts'
import type { KeptPlan } from './kept-plan.ts'
import type { OrderParts } from './order-parts.ts'

type Orders = typeof appContract.orders
type Issued = OutputOf<Orders['issue']>

/** Issues orders, all or none; see the contract. */
export function issueOrders(
  core: OrderParts,
  keptPlan: (incidentId: string) => KeptPlan | null,
  input: ParsedInputOf<Orders['issue']>,
  caller: Caller,
): Issued {
  const command = { channel: 'orders.issue', input, output: appContract.orders.issue.output }
  const { summary } = existingIncident(core.db, input.incidentId)
  const hq = headquartersOf(caller)
  const by = authorOf(caller)
  const at = statedTime(core, input.at)
  return answerOnce(core, command, (recorder) => {
    // Judged inside the transaction: what stands now is what counts.
    const judged = judgeWishes(core, keptPlan, input, { hq, at })
    const standing = foldOrders(core.log.opsOf(input.incidentId)).orders
    const prefix = `${summary.number}-令-`
    const given = standing.map(({ order }) => order.number).filter((number) => number.startsWith(prefix))
    const orders = judged.map(({ order, overruled }, index): IssuedOrder => {
      const number = nextNumber(prefix, given)
      given.push(number)
      const orderId = `order-${input.commandId}-${index + 1}`
      return { ...continued(order, standing), orderId, number, hq, issuer: by.user, issuedAt: at, overruled }
    })
    for (const order of orders) issue(recorder, input.incidentId, by, order, standing)
    return { orders: orders.map(({ orderId, number }) => ({ orderId, number })) }
  })
}

/** A team's task continues its first order: what that order has brought about is not waited for again. */
function continued(order: OrderDraft, standing: readonly OrderState[]): OrderDraft {
  if (order.teamId === null || order.source.kind !== 'assignment') return order
  const first = standing.findLast(
    (state) => state.isLive && state.order.teamId === order.teamId && state.order.source.kind === 'firstOrder',
  )
  if (first === undefined) return order
  const isOut = first.state === 'turnedOut' || first.state === 'onScene'
  const { receivedByS, turnedOutByS, onSceneByS } = order.targets
  return {
    ...order,
    follows: first.order.orderId,
    targets: {
      receivedByS,
      turnedOutByS: isOut ? null : turnedOutByS,
      onSceneByS: first.state === 'onScene' ? null : onSceneByS,
    },
  }
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
