import type { OrderStep } from '../../domain/command/order.ts'
import type { OrderState } from './order-state.ts'

/**
 * Steps that can be logged next. Words come late and in any order, so that a step that was left out may follow; the same
 * step twice is a correction, not a step.
 */
export function possibleSteps(state: Pick<OrderState, 'order' | 'state' | 'steps'>): OrderStep[] {
  const { order, steps } = state
  const moves = order.teamId !== null || order.targets.turnedOutByS !== null
  const said = new Set(steps.flatMap(({ step, standsAt }) => (standsAt === null ? [] : [step])))
  const once = (step: OrderStep): OrderStep[] => (said.has(step) ? [] : [step])
  switch (state.state) {
    case 'refused':
    case 'withdrawn':
      return []
    case 'done':
    case 'released':
      return moves
        ? [...once('received'), ...once('turnedOut'), ...once('onScene'), ...once('released')]
        : once('received')
    default: {
      const isOut = said.has('turnedOut') || said.has('onScene')
      return [
        ...once('received'),
        ...(moves ? [...once('turnedOut'), ...once('onScene')] : []),
        'progress',
        'done',
        ...(isOut ? (['released'] as const) : (['refused'] as const)),
        'withdrawn',
      ]
    }
  }
}
