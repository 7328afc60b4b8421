import type { ORDER_OPS, OrderStep } from '../../domain/command/order.ts'
import type { OpWords } from './op-words.ts'

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

/** What the record says of orders. */
export const ORDER_OP_WORDS: OpWords<keyof typeof ORDER_OPS> = {
  'v1.order.issued': ({ body: { number, receiver, text, issuer } }) =>
    `下达指令 ${number} 至${receiver.name}：${text}（签发：${issuer}）`,
  'v1.order.stepped': ({ body: { step, saidBy, at, note } }) =>
    `${ORDER_STEP_WORDS[step]}（${saidBy}，${at.slice(11, 16)}）${note === '' ? '' : `：${note}`}`,
}
