import type { ORDER_OPS } from '../../domain/command/order.ts'
import { ORDER_STEP_WORDS } from '../orders/order-words.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of orders. */
export const ORDER_OP_WORDS: OpWords<keyof typeof ORDER_OPS> = {
  'v1.order.issued': ({ body: { number, receiver, text, issuer, overruled } }) =>
    `下达指令 ${number} 至${receiver.name}：${text}（签发：${issuer}）${overruled === null ? '' : `；${overruled.by}否决校核提示：${overruled.reason}`}`,
  'v1.order.stepped': ({ body: { step, saidBy, at, note } }) =>
    `${ORDER_STEP_WORDS[step]}（${saidBy}，${at.slice(11, 16)}）${note === '' ? '' : `：${note}`}`,
  'v1.order.corrected': ({ body: { at, reason } }) =>
    at === null ? `撤销一条误记的指令反馈：${reason}` : `更正指令反馈时间为 ${at.slice(11, 16)}：${reason}`,
  'v1.order.rung': ({ body: { name, phone, outcome, at, note } }) =>
    `${at.slice(11, 16)} 致电${name}（${phone}），${outcome === 'reached' ? '已接通' : '无人接听'}${note === '' ? '' : `：${note}`}`,
}
