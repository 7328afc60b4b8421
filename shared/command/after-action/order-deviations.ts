import type { Deviation } from '../../domain/after-action.ts'
import type { OrderStep } from '../../domain/command/order.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import {
  lateArrivalWords,
  notPlannedWords,
  overruledWords,
  refusedWords,
  replacedWords,
  withdrawnWords,
} from '../../text/review/deviation-words.ts'
import { chainOf, secondsBetween } from '../orders/order-chain.ts'
import type { OrderState } from '../orders/order-state.ts'
import type { ReviewedPlan } from './review-source.ts'

/** What became of orders otherwise than planned, each with the reason that was recorded. */
export function orderDeviations(orders: readonly OrderState[], plans: readonly ReviewedPlan[]): Deviation[] {
  const planned = new Set(plans.flatMap(({ plan }) => teamsOf(plan)))
  return orders.flatMap((state) => [
    ...ended(state, 'withdrawn', 'orderWithdrawn', withdrawnWords(state.order)),
    ...ended(state, 'refused', 'orderRefused', refusedWords(state.order)),
    ...replaced(state, orders),
    ...overruled(state),
    ...notPlanned(state, plans.length > 0 ? planned : null),
    ...lateArrival(state, plans),
  ])
}

/** Ids of the teams a plan sends. */
export function teamsOf({ forcePlan }: DispatchPlan): string[] {
  return forcePlan.assignments.map(({ teamId }) => teamId)
}

/** True while an order sends or sent its team: it was neither withdrawn nor refused. */
export function isCarriedOut({ state }: Pick<OrderState, 'state'>): boolean {
  return state !== 'withdrawn' && state !== 'refused'
}

function ended({ steps }: OrderState, step: OrderStep, kind: Deviation['kind'], text: string): Deviation[] {
  const said = steps.findLast((one) => one.step === step && one.standsAt !== null)
  if (said === undefined) return []
  const { opId, standsAt, saidBy, note } = said
  return [{ key: opId, kind, at: standsAt, who: saidBy, text, reason: wordsOrNull(note), opId }]
}

function replaced({ order, opId }: OrderState, orders: readonly OrderState[]): Deviation[] {
  if (order.replaces === null) return []
  const old = orders.find((one) => one.order.orderId === order.replaces)
  const withdrawal = old?.steps.findLast(({ step, standsAt }) => step === 'withdrawn' && standsAt !== null)
  return [
    {
      ...about('orderReplaced', order, opId),
      text: replacedWords(order, old?.order ?? null),
      reason: wordsOrNull(withdrawal?.note ?? ''),
    },
  ]
}

function overruled({ order, opId }: OrderState): Deviation[] {
  if (order.overruled === null) return []
  const { findings, by, reason } = order.overruled
  return [{ ...about('overruled', order, opId), who: by, text: overruledWords(order, findings), reason }]
}

/** `planned` null = there was no plan to depart from. */
function notPlanned(state: OrderState, planned: ReadonlySet<string> | null): Deviation[] {
  const { order, opId } = state
  if (planned === null || order.teamId === null || planned.has(order.teamId) || !isCarriedOut(state)) return []
  const reason = order.overruled?.reason ?? ''
  return [{ ...about('notPlanned', order, opId), text: notPlannedWords(order), reason: wordsOrNull(reason) }]
}

/** The same limit as the timers: planned time with tolerance. */
function lateArrival(state: OrderState, plans: readonly ReviewedPlan[]): Deviation[] {
  const { order } = state
  const onScene = chainOf(state, null).find(({ link }) => link === 'onScene')
  const tookS = secondsBetween(order.issuedAt, onScene?.at ?? null)
  if (onScene === undefined || onScene.kept !== false || onScene.limitS === null || tookS === null) return []
  const said = state.steps.find(({ step, standsAt }) => step === 'onScene' && standsAt !== null)
  const etaS = etaOf(order, plans)
  return [
    {
      ...about('lateArrival', order, said?.opId ?? state.opId),
      ...{ at: onScene.at, who: onScene.saidBy },
      text: lateArrivalWords(order, { tookS, limitS: onScene.limitS, etaS }),
      reason: wordsOrNull(said?.note ?? ''),
    },
  ]
}

function etaOf({ source, teamId }: OrderState['order'], plans: readonly ReviewedPlan[]): number | null {
  const plan = plans.find(({ version }) => version === source.planVersion)?.plan
  return plan?.forcePlan.assignments.find((line) => line.teamId === teamId)?.etaS ?? null
}

function about(
  kind: Deviation['kind'],
  { issuedAt, issuer }: OrderState['order'],
  opId: string,
): Omit<Deviation, 'text' | 'reason'> {
  return { key: `${kind}:${opId}`, kind, at: issuedAt, who: issuer, opId }
}

function wordsOrNull(words: string): string | null {
  return words.trim() === '' ? null : words
}
