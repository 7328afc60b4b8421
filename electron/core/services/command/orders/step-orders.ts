import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import type { OrderState } from '#shared/command/orders/order-state.ts'
import { possibleSteps } from '#shared/command/orders/possible-steps.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { ORDER_STATE_WORDS, ORDER_STEP_WORDS } from '#shared/text/orders/order-words.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident } from '../../incident.service.ts'
import { headquartersOf, statedTime } from '../caller-headquarters.ts'
import type { OrderParts } from './order-parts.ts'

type Orders = typeof appContract.orders

/** Logs one step of one or several orders; see the contract. */
export function stepOrders(
  core: OrderParts,
  input: ParsedInputOf<Orders['step']>,
  caller: Caller,
): OutputOf<Orders['step']> {
  const { incidentId, orderIds, step, saidBy, via, note } = input
  return answerOnce(core, { channel: 'orders.step', input, output: appContract.orders.step.output }, (recorder) => {
    existingIncident(core.db, incidentId)
    const at = statedTime(core, input.at)
    if (step === 'withdrawn') headquartersOf(caller)
    if ((step === 'withdrawn' || step === 'refused') && note.trim() === '') {
      const words = `${ORDER_STEP_WORDS[step]}须写明理由`
      throw new AppError('bad-input', words, { path: 'note', value: note })
    }
    const { orders } = foldOrders(core.log.opsOf(incidentId))
    const stepOps = [...new Set(orderIds)].map((orderId) => {
      const state = existingOrder(orders, orderId)
      refuseImpossible(state, step)
      return recorder.append({
        kind: 'v1.order.stepped',
        incidentId,
        entity: `order:${orderId}`,
        basis: [],
        by: authorOf(caller),
        body: { orderId, step, at, saidBy, via, note },
      }).id
    })
    return { at, stepOps }
  })
}

/** Takes back or retimes a step; see the contract. */
export function correctStep(
  core: OrderParts,
  input: ParsedInputOf<Orders['correct']>,
  caller: Caller,
): OutputOf<Orders['correct']> {
  const { incidentId, orderId, stepOp, at, reason } = input
  return answerOnce(
    core,
    { channel: 'orders.correct', input, output: appContract.orders.correct.output },
    (recorder) => {
      existingIncident(core.db, incidentId)
      const state = existingOrder(foldOrders(core.log.opsOf(incidentId)).orders, orderId)
      const said = state.steps.find(({ opId }) => opId === stepOp)
      if (said === undefined) {
        const words = `指令 ${state.order.number} 没有编号为“${stepOp}”的反馈；请刷新后重试`
        throw new AppError('not-found', words, { path: 'stepOp', value: stepOp })
      }
      if (at !== null) statedTime(core, at)
      recorder.append({
        kind: 'v1.order.corrected',
        incidentId,
        entity: `order:${orderId}`,
        basis: [stepOp, ...said.corrections.map(({ opId }) => opId)],
        by: authorOf(caller),
        body: { orderId, stepOp, at, reason },
      })
      return {}
    },
  )
}

/** Keeps that somebody was rung; see the contract. */
export function keepRing(
  core: OrderParts,
  input: ParsedInputOf<Orders['ring']>,
  caller: Caller,
): OutputOf<Orders['ring']> {
  const { incidentId, orderId, name, phone, outcome, note } = input
  return answerOnce(core, { channel: 'orders.ring', input, output: appContract.orders.ring.output }, (recorder) => {
    existingIncident(core.db, incidentId)
    existingOrder(foldOrders(core.log.opsOf(incidentId)).orders, orderId)
    const at = statedTime(core, input.at)
    recorder.append({
      kind: 'v1.order.rung',
      incidentId,
      entity: `order:${orderId}`,
      basis: [],
      by: authorOf(caller),
      body: { orderId, name, phone, outcome, at, note },
    })
    return { at }
  })
}

function existingOrder(orders: readonly OrderState[], orderId: string): OrderState {
  const found = orders.find(({ order }) => order.orderId === orderId)
  if (found !== undefined) return found
  throw new AppError('not-found', `没有编号为“${orderId}”的指令；请刷新后重试`, { path: 'orderId', value: orderId })
}

function refuseImpossible(state: OrderState, step: ParsedInputOf<Orders['step']>['step']): void {
  const possible = possibleSteps(state)
  if (possible.includes(step)) return
  const { number, receiver } = state.order
  const said = state.steps.find((one) => one.step === step && one.standsAt !== null)
  const why =
    said === undefined || said.standsAt === null
      ? `现在是“${ORDER_STATE_WORDS[state.state]}”，不能记“${ORDER_STEP_WORDS[step]}”`
      : `${said.standsAt.slice(11, 16)} 已记过“${ORDER_STEP_WORDS[step]}”，时间有误请更正那一条`
  const next = possible.length === 0 ? '' : `；现在可记：${possible.map((one) => ORDER_STEP_WORDS[one]).join('、')}`
  throw new AppError('order-state', `指令 ${number}（${receiver.name}）${why}${next}`, { path: 'step', value: step })
}
