import type { OrderDraft } from '../../domain/command/order-draft.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'

/**
 * True when an order is the other headquarters' part of the plan. Orders of minutes 0 to 5 go out from whoever sits at the
 * desk, and free orders from whoever writes them (design rule).
 */
export function isOtherPart(by: Headquarters, order: Pick<OrderDraft, 'hq' | 'source'>): boolean {
  const { kind } = order.source
  return kind !== 'firstOrder' && kind !== 'free' && kind !== 'followUp' && order.hq !== by
}
