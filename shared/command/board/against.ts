import type { Against, AgainstCode, BoardState } from '../../domain/command/board.ts'
import type { OrderState } from '../orders/order-state.ts'
import type { Standing } from './standing-word.ts'
import { rankOf, stageOf, stateOfStep, type Word } from './word.ts'

/** What does not go with the word that stands. Nothing is hidden for it: the row shows both. */
export function findAgainst(
  standing: Standing,
  words: readonly Word[],
  orders: readonly OrderState[],
  kind: 'team' | 'transfer' | 'other',
): Against[] {
  const numbers = new Map(orders.map(({ order }) => [order.orderId, order.number]))
  const entry = (code: AgainstCode, word: Word): Against => ({
    code,
    state: word.state,
    at: word.at,
    saidBy: word.saidBy,
    orderNumber: word.orderId === null ? '' : (numbers.get(word.orderId) ?? ''),
  })
  return [
    ...deskSays(standing, words).map((word) => entry('deskSays', word)),
    ...backward(standing, words).map((word) => entry('backward', word)),
    ...orders.flatMap((state) =>
      ordersAgainst(standing, words, state, kind).map(({ code, word }) => entry(code, word)),
    ),
    ...orders.flatMap(({ order, contradictions }) =>
      contradictions.slice(0, 1).map(({ steps }): Against => {
        const last = steps.at(-1)
        return {
          code: 'orderContradicts',
          state: null,
          at: last?.at ?? order.issuedAt,
          saidBy: last?.saidBy ?? order.issuer,
          orderNumber: order.number,
        }
      }),
    ),
  ]
}

function deskSays({ since, told, state }: Standing, words: readonly Word[]): Word[] {
  const last = told.at(-1)
  if (since === null || last === undefined || !last.isField) return []
  const desk = words.findLast((word) => !word.isField && word.orderId === null && word.state !== null)
  return desk !== undefined && desk.atS > last.atS && desk.state !== state ? [desk] : []
}

/**
 * An earlier word of the same side that was further on the way. A new order in between, or a new place that was said with
 * the word, explains it.
 */
function backward({ told, since }: Standing, words: readonly Word[]): Word[] {
  const last = told.at(-1)
  const stage = last === undefined || last.state === null ? null : stageOf(last.state)
  if (last === undefined || since === null || stage === null || since.place !== null) return []
  const further = told.findLast(({ state }) => state !== null && (stageOf(state) ?? 0) > stage)
  if (further === undefined) return []
  const isOrderedSince = words.some(({ state, atS }) => state === 'ordered' && atS >= further.atS && atS <= last.atS)
  return isOrderedSince ? [] : [further]
}

function ordersAgainst(
  { state }: Standing,
  words: readonly Word[],
  { order, isLive, state: orderState }: OrderState,
  kind: 'team' | 'transfer' | 'other',
): { code: AgainstCode; word: Word }[] {
  const stage = state === null ? null : stageOf(state)
  if (stage === null) return []
  const steps = words.filter(({ orderId, state: said }) => orderId === order.orderId && said !== null)
  if (orderState === 'withdrawn' && stage < 3) {
    const word = steps.find((step) => step.state === stateOfStep('withdrawn', kind))
    return word === undefined ? [] : [{ code: 'recalledButOut', word }]
  }
  if (!isLive) return []
  const last = furthest(steps)
  const orderStage = last?.state === undefined || last.state === null ? null : stageOf(last.state)
  if (last === null || orderStage === null || orderStage === stage) return []
  return [{ code: orderStage < stage ? 'orderBehind' : 'orderAhead', word: last }]
}

function furthest(words: readonly Word[]): Word | null {
  let best: Word | null = null
  const rank = (state: BoardState | null): number => (state === null ? -1 : rankOf(state))
  for (const word of words) if (best === null || rank(word.state) >= rank(best.state)) best = word
  return best
}
