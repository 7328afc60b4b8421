import { foldOrders } from '../../command/orders/fold-orders.ts'
import type { OrderState, SaidStep } from '../../command/orders/order-state.ts'
import { warningsOf, type StandingWarning } from '../../command/warnings/warning-board.ts'
import { ORDER_STEPS, type OrderStep } from '../../domain/command/order.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Op } from '../../replication/op.ts'
import { ORDER_STEP_WORDS } from '../orders/order-words.ts'
import type { MeasureLine } from './report-situation.ts'

/** Letters of an order's text that a report quotes, and orders it lists one by one; with more it counts (design). */
const QUOTED = 60
const LISTED = 8

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

/** An order with the last word about it that was not taken back. */
interface OrderLook {
  readonly order: OrderState['order']
  readonly last: {
    readonly step: OrderStep
    readonly at: string
    readonly saidBy: string
    readonly note: string
  } | null
  readonly asOf: string
}

/** Of many orders the ones heard of last, after a count of all. */
function orderLines(ops: readonly Op[]): MeasureLine[] {
  const looks = foldOrders(ops).orders.map(({ order, steps }): OrderLook => {
    const last = lastWord(steps)
    return { order, last, asOf: last?.at ?? order.issuedAt }
  })
  const newest = sortedBy(looks, ({ asOf, order }) => [asOf, order.number]).slice(-LISTED)
  const listed = new Set(newest.map(({ order }) => order.orderId))
  const lines = looks.filter(({ order }) => listed.has(order.orderId)).map(orderLine)
  return looks.length <= LISTED ? lines : [countLine(looks), ...lines]
}

/** The last step in the record that stands, at its corrected time. */
function lastWord(steps: readonly SaidStep[]): OrderLook['last'] {
  return steps.flatMap(({ standsAt, ...step }) => (standsAt === null ? [] : [{ ...step, at: standsAt }])).at(-1) ?? null
}

function countLine(looks: readonly OrderLook[]): MeasureLine {
  const count = (step: OrderStep): number => looks.filter(({ last }) => last?.step === step).length
  const states = ORDER_STEPS.filter((step) => count(step) > 0).map(
    (step) => `${ORDER_STEP_WORDS[step]}${count(step)}件`,
  )
  const silent = looks.filter(({ last }) => last === null).length
  const words = [...states, ...(silent === 0 ? [] : [`尚未签收${silent}件`])].join('、')
  return {
    key: 'orders',
    text: `共下达指令${looks.length}件，目前${words}；以下为最近${LISTED}件，其余见指令清单`,
    source: '指令记录',
    asOf: sortedBy(looks, ({ asOf }) => [asOf]).at(-1)?.asOf ?? '',
  }
}

function orderLine({ order, last, asOf }: OrderLook): MeasureLine {
  const text = order.text.length > QUOTED ? `${order.text.slice(0, QUOTED)}……` : order.text
  const note = last === null || last.note === '' ? '' : `（${last.note}）`
  const state = last === null ? '尚未签收' : `${last.at.slice(11, 16)} ${ORDER_STEP_WORDS[last.step]}${note}`
  return {
    key: order.orderId,
    text: `${order.issuedAt.slice(11, 16)} 令${order.receiver.name}：${text}；${state}`,
    source: last === null ? `指令${order.number}` : last.saidBy,
    asOf,
  }
}
