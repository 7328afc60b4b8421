import type { OrderStateName } from '../../command/orders/order-state.ts'
import type { OrderStep } from '../../domain/command/order.ts'

/** Steps of an order in the words of the field. */
export const ORDER_STEP_WORDS: Readonly<Record<OrderStep, string>> = {
  received: '签收',
  refused: '不能执行',
  turnedOut: '已出动',
  onScene: '到场',
  progress: '进展',
  done: '完成',
  withdrawn: '撤回',
  released: '归还建制',
}

/** Where an order stands, in words. */
export const ORDER_STATE_WORDS: Readonly<Record<OrderStateName, string>> = {
  issued: '已下达，待签收',
  received: '已签收',
  turnedOut: '已出动',
  onScene: '已到场',
  done: '已完成',
  refused: '不能执行',
  withdrawn: '已撤回',
  released: '已归还建制',
}
