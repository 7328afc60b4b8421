import type { OrderStep } from '../../domain/command/order.ts'
import { groupBy } from '../../kernel/order.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'
import { findContradictions } from './contradictions.ts'
import type { OrderState, OrderStateName, SaidStep } from './order-state.ts'

/** The orders of an incident, and words about orders that have not arrived yet. */
export interface FoldedOrders {
  /** In the order of the record. */
  readonly orders: readonly OrderState[]
  /** Steps of orders this machine does not have: shown, not lost. */
  readonly strays: readonly OpOf<'v1.order.stepped'>[]
}

/** How far each step brings an order; steps that do not move it on stand for a receipt. */
const RANK: Readonly<Record<OrderStep, number>> = {
  received: 1,
  progress: 1,
  turnedOut: 2,
  onScene: 3,
  refused: 0,
  done: 0,
  withdrawn: 0,
  released: 0,
}
const STATE_OF_RANK: readonly OrderStateName[] = ['issued', 'received', 'turnedOut', 'onScene']

/** Steps that end an order. */
export const ENDING_STEPS: ReadonlySet<OrderStep> = new Set<OrderStep>(['refused', 'done', 'withdrawn', 'released'])

/** Works out every order from the operations of one incident, in the order of the record. */
export function foldOrders(ops: readonly Op[]): FoldedOrders {
  const issued = opsOfKind(ops, 'v1.order.issued')
  const steps = groupBy(opsOfKind(ops, 'v1.order.stepped'), ({ body }) => body.orderId)
  const corrections = groupBy(opsOfKind(ops, 'v1.order.corrected'), ({ body }) => body.stepOp)
  const rings = groupBy(opsOfKind(ops, 'v1.order.rung'), ({ body }) => body.orderId)
  const byId = groupBy(issued, ({ body }) => body.orderId)
  const numbers = groupBy(issued, ({ body }) => body.number)
  const replaced = groupBy(issued, ({ body }) => body.replaces ?? '')
  const followed = groupBy(issued, ({ body }) => body.follows ?? '')

  const orders = [...byId.values()].flatMap(([first, ...again]): OrderState[] => {
    if (first === undefined) return []
    const { body: order } = first
    const said = (steps.get(order.orderId) ?? []).map((op) => saidStepOf(op, corrections.get(op.id) ?? []))
    const state = stateOf(said)
    return [
      {
        order,
        opId: first.id,
        incidentId: first.inc,
        issuedBy: first.by,
        recordedAt: first.wall,
        state,
        isLive: !isEnd(state),
        steps: said,
        rings: (rings.get(order.orderId) ?? []).map(ringOf),
        replacedBy: replaced.get(order.orderId)?.at(-1)?.body.orderId ?? null,
        followedBy: (followed.get(order.orderId) ?? []).map(({ body }) => body.orderId),
        contradictions: findContradictions(order, said, {
          issuedAgain: again.length,
          sameNumber: new Set((numbers.get(order.number) ?? []).map(({ body }) => body.orderId)).size - 1,
        }),
      },
    ]
  })
  return { orders, strays: [...steps].flatMap(([orderId, some]) => (byId.has(orderId) ? [] : some)) }
}

/** True when an order has ended. */
export function isEnd(state: OrderStateName): boolean {
  return state === 'done' || state === 'refused' || state === 'withdrawn' || state === 'released'
}

function ringOf({ id, by, body }: OpOf<'v1.order.rung'>): OrderState['rings'][number] {
  const { name, phone, outcome, at, note } = body
  return { ...{ name, phone, outcome, at, note }, opId: id, recordedBy: by }
}

function saidStepOf(op: OpOf<'v1.order.stepped'>, corrections: readonly OpOf<'v1.order.corrected'>[]): SaidStep {
  const { step, at, saidBy, via, note } = op.body
  const last = corrections.at(-1)
  return {
    ...{ step, at, saidBy, via, note },
    opId: op.id,
    recordedBy: op.by,
    recordedAt: op.wall,
    corrections: corrections.map(({ id, by, body }) => ({
      at: body.at,
      reason: body.reason,
      opId: id,
      recordedBy: by,
    })),
    standsAt: last === undefined ? at : last.body.at,
  }
}

/** The last ending step decides, else the furthest step; what was taken back does not count. */
function stateOf(said: readonly SaidStep[]): OrderStateName {
  const standing = said.filter(({ standsAt }) => standsAt !== null)
  const end = standing.findLast(({ step }) => ENDING_STEPS.has(step))?.step
  if (end === 'refused' || end === 'done' || end === 'withdrawn' || end === 'released') return end
  const rank = Math.max(0, ...standing.map(({ step }) => RANK[step]))
  return STATE_OF_RANK[rank] ?? 'issued'
}
