import type {
  CorrectedEntry,
  Deviation,
  OrderPercentile,
  RecordFlaw,
  StayedUnknown,
  StockUsed,
  TargetRow,
} from '../../domain/after-action.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import { foldOrders } from '../orders/fold-orders.ts'
import { chainOf, type LinkTime } from '../orders/order-chain.ts'
import type { OrderStateName } from '../orders/order-state.ts'
import { findDeviations } from './find-deviations.ts'
import { measureTargets } from './measure-targets.ts'
import { orderPercentiles } from './order-percentiles.ts'
import { correctedEntries, recordFlaws, stayedUnknown } from './record-flaws.ts'
import type { ReviewSource } from './review-source.ts'
import { callOf } from './stated-moments.ts'
import { stockUsed } from './stock-used.ts'

/** The measured chain of one order. */
export interface ReviewedOrder {
  readonly orderId: string
  readonly number: string
  readonly hq: Headquarters
  readonly receiver: string
  readonly teamId: string | null
  readonly state: OrderStateName
  readonly chain: readonly LinkTime[]
}

/** An incident looked back on: what was asked, what the record says, and what it does not say. No judgement, no marks. */
export interface AfterAction {
  /** When the call came in as stated; null = nobody has stated it. */
  readonly callAt: string | null
  readonly targets: readonly TargetRow[]
  readonly orders: readonly ReviewedOrder[]
  readonly percentiles: readonly OrderPercentile[]
  readonly deviations: readonly Deviation[]
  readonly stock: readonly StockUsed[]
  readonly unknowns: readonly StayedUnknown[]
  readonly flaws: readonly RecordFlaw[]
  readonly corrections: readonly CorrectedEntry[]
}

/** Looks back on an incident from its record. */
export function afterActionOf(source: ReviewSource): AfterAction {
  const { ops } = source
  const folded = foldOrders(ops)
  const { at: callAt } = callOf(ops)
  const orders = folded.orders.map((state): ReviewedOrder => {
    const { orderId, number, hq, receiver, teamId } = state.order
    const chain = chainOf(state, callAt)
    return { ...{ orderId, number, hq, teamId, chain }, receiver: receiver.name, state: state.state }
  })
  return {
    callAt,
    targets: measureTargets(source),
    orders,
    percentiles: orderPercentiles(orders.map(({ chain }) => chain)),
    deviations: findDeviations(source, folded.orders),
    stock: stockUsed(ops, folded.orders),
    unknowns: stayedUnknown(ops),
    flaws: recordFlaws(ops, folded),
    corrections: correctedEntries(ops),
  }
}
