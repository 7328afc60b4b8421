import type { LinkedOrder } from '../../domain/command/board.ts'
import type { OrderState } from '../orders/order-state.ts'
import { statedS } from './said-words.ts'
import { stateOfStep, type Word } from './word.ts'

const NOTHING = { place: null, figures: null, goods: [] } as const

/** What the orders of one row say of it: that they were given, and every step that still counts. */
export function orderWords(
  orders: readonly OrderState[],
  kind: 'team' | 'transfer' | 'other',
  indexOf: ReadonlyMap<string, number>,
): Word[] {
  return orders.flatMap(({ order, opId, recordedAt, steps }): Word[] => [
    {
      ...NOTHING,
      opId,
      at: order.issuedAt,
      atS: statedS(order.issuedAt, recordedAt),
      saidBy: order.issuer,
      via: 'console',
      index: indexOf.get(opId) ?? 0,
      state: 'ordered',
      isField: false,
      note: '',
      orderId: order.orderId,
    },
    ...steps.flatMap((step): Word[] =>
      step.standsAt === null
        ? []
        : [
            {
              ...NOTHING,
              opId: step.opId,
              at: step.standsAt,
              atS: statedS(step.standsAt, step.recordedAt),
              saidBy: step.saidBy,
              via: step.via,
              index: indexOf.get(step.opId) ?? 0,
              state: stateOfStep(step.step, kind),
              isField: step.via !== 'console',
              note: step.note,
              orderId: order.orderId,
            },
          ],
    ),
  ])
}

/** Orders of a row as they are named on it, live ones first. */
export function linkedOrders(orders: readonly OrderState[]): LinkedOrder[] {
  const linked = orders.map(({ order, steps, isLive }) => ({
    orderId: order.orderId,
    number: order.number,
    step: steps.findLast(({ standsAt }) => standsAt !== null)?.step ?? null,
    isLive,
  }))
  return [...linked.filter(({ isLive }) => isLive), ...linked.filter(({ isLive }) => !isLive)]
}
