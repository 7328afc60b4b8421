import type { IssuedOrder } from '../../domain/command/order.ts'
import type { OrderDraft } from '../../domain/command/order-draft.ts'
import { followUpText, replacementText } from '../../text/orders/order-texts.ts'
import type { OrderTimer } from './order-timers.ts'
import type { RUNG_ROLES } from './ring-ladder.ts'

/** Who is rung, as the ladder names him. */
interface RungBy {
  readonly role: (typeof RUNG_ROLES)[number]
  readonly id: string
  readonly name: string
  readonly phone: string
}

/**
 * The order ready for whoever is rung about an overdue one: to the next best team it takes the place of the old order, to
 * anybody else it asks after it.
 */
export function followUpOrder(order: IssuedOrder, rung: RungBy, awaited: OrderTimer['step']): OrderDraft {
  const steps = rung.role === 'runnerUp'
  const { hq, number, receiver, text, dueAt, targets, channel, orderId } = order
  const { receivedByS, turnedOutByS } = targets
  return {
    hq,
    receiver: {
      kind: steps ? 'team' : rung.role === 'organisation' ? 'organisation' : 'person',
      ...{ id: rung.id, name: rung.name, phone: rung.phone },
    },
    text: steps ? replacementText(number, receiver.name, text) : followUpText(number, receiver.name, awaited),
    dueAt: steps ? dueAt : null,
    // Nobody has reckoned its arrival.
    targets: { receivedByS, turnedOutByS: steps ? turnedOutByS : null, onSceneByS: null },
    teamId: steps ? rung.id : null,
    vehicleIds: [],
    authority: null,
    callSign: '',
    channel: steps ? channel : '',
    goods: [],
    source: { kind: 'followUp', planVersion: null, lineId: null },
    replaces: steps ? orderId : null,
    follows: steps ? null : orderId,
  }
}
