import { OrderDraft } from '#shared/domain/command/order-draft.ts'
import { stationOrder } from './order-builders.ts'

/** A freely written order to the station of `stationOrder`, without due times, as it is given in to be issued. */
export function freeOrder(text: string): { order: OrderDraft; key: null; overrule: null } {
  const whole = {
    ...stationOrder({ text }),
    targets: { receivedByS: null, turnedOutByS: null, onSceneByS: null },
    source: { kind: 'free', planVersion: null, lineId: null },
  }
  const given = Object.entries(whole).filter(([key]) => Object.hasOwn(OrderDraft.shape, key))
  return { order: OrderDraft.parse(Object.fromEntries(given)), key: null, overrule: null }
}
