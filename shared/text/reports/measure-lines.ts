import { ORDER_STEPS, type OrderStep, type OrderStepped } from '../../domain/command/order.ts'
import { opsOfKind } from '../../command/heads.ts'
import { warningsOf, type StandingWarning } from '../../command/warnings/warning-board.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { ORDER_STEP_WORDS } from '../orders/order-words.ts'
import type { MeasureLine } from './report-situation.ts'

/** Letters of an order's text that a report quotes, and orders it lists one by one; with more it counts (design). */
const QUOTED = 60
const LISTED = 8

/** An order with the last word about it. */
interface OrderLook {
  readonly issued: OpOf<'v1.order.issued'>
  readonly last: OrderStepped | null
  readonly asOf: string
}

/** What was done, as the record has it: warnings of people first, then orders. */
export function measureLines(ops: readonly Op[]): MeasureLine[] {
  return [...warningsOf(ops).map(warningLine), ...orderLines(ops)]
}

function warningLine({ body, issuedAt, targets }: StandingWarning): MeasureLine {
  const heard = targets.filter(({ word }) => word?.heard === true).length
  const words = targets.flatMap(({ word }) => word?.at ?? [])
  return {
    key: body.warningId,
    text: `${issuedAt.slice(11, 16)} 向${body.area}发出人员预警（${body.channels.join('、')}），应确认${targets.length}处、已确认收到${heard}处`,
    source: `预警${body.number}`,
    asOf: sortedBy([issuedAt, ...words], (at) => [at]).at(-1) ?? issuedAt,
  }
}

/** Of many orders the ones heard of last, after a count of all. */
function orderLines(ops: readonly Op[]): MeasureLine[] {
  const stepped = opsOfKind(ops, 'v1.order.stepped')
  const looks = opsOfKind(ops, 'v1.order.issued').map((issued): OrderLook => {
    const last = stepped.findLast((step) => step.body.orderId === issued.body.orderId)?.body ?? null
    return { issued, last, asOf: last?.at ?? issued.wall }
  })
  const newest = sortedBy(looks, ({ asOf, issued }) => [asOf, issued.body.number]).slice(-LISTED)
  const listed = new Set(newest.map(({ issued }) => issued.id))
  const lines = looks.filter(({ issued }) => listed.has(issued.id)).map(orderLine)
  return looks.length <= LISTED ? lines : [countLine(looks), ...lines]
}

function countLine(looks: readonly OrderLook[]): MeasureLine {
  const count = (step: OrderStep): number => looks.filter(({ last }) => last?.step === step).length
  const states = ORDER_STEPS.filter((step) => count(step) > 0).map(
    (step) => `${ORDER_STEP_WORDS[step]}${count(step)}件`,
  )
  const silent = looks.filter(({ last }) => last === null).length
  const words = [...states, ...(silent === 0 ? [] : [`尚未签收${silent}件`])].join('、')
  const newest = sortedBy(looks, ({ asOf }) => [asOf]).at(-1)?.asOf ?? ''
  return {
    key: 'orders',
    text: `共下达指令${looks.length}件，目前${words}；以下为最近${LISTED}件，其余见指令清单`,
    source: '指令记录',
    asOf: newest,
  }
}

function orderLine({ issued: { body, wall }, last, asOf }: OrderLook): MeasureLine {
  const text = body.text.length > QUOTED ? `${body.text.slice(0, QUOTED)}……` : body.text
  const note = last === null || last.note === '' ? '' : `（${last.note}）`
  const state = last === null ? '尚未签收' : `${last.at.slice(11, 16)} ${ORDER_STEP_WORDS[last.step]}${note}`
  return {
    key: body.orderId,
    text: `${wall.slice(11, 16)} 令${body.receiver.name}：${text}；${state}`,
    source: last === null ? `指令${body.number}` : last.saidBy,
    asOf,
  }
}
