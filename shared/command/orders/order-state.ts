import type { IssuedOrder, OrderCorrected, OrderRung, OrderStep, OrderStepped } from '../../domain/command/order.ts'
import type { Author, OpId } from '../../replication/op.ts'

/** Where an order stands, in the order of its life. */
export const ORDER_STATES = [
  'issued',
  'received',
  'turnedOut',
  'onScene',
  'done',
  'refused',
  'withdrawn',
  'released',
] as const
export type OrderStateName = (typeof ORDER_STATES)[number]

/** What was logged of one step, with the entry that did it and what was corrected later. */
export interface SaidStep extends Omit<OrderStepped, 'orderId'> {
  readonly opId: OpId
  readonly recordedBy: Author
  readonly recordedAt: string
  /** Every correction of it, in the order of the record; the last one counts. */
  readonly corrections: readonly (Omit<OrderCorrected, 'orderId' | 'stepOp'> & {
    readonly opId: OpId
    readonly recordedBy: Author
  })[]
  /** The time that counts now; null = it was taken back. */
  readonly standsAt: string | null
}

/** Something about an order that cannot all be true; both sides stay in the record. */
export const CONTRADICTIONS = [
  /** A step is said to be earlier than one that must come before it. */
  'outOfOrder',
  /** A step is said to be earlier than the order itself. */
  'beforeIssue',
  /** The same step was said with two different times. */
  'saidTwice',
  /** It was ended in two ways, or moved on after its end. */
  'endedTwice',
  /** Two orders carry one number. */
  'numberTwice',
  /** The order itself was recorded twice under one id. */
  'issuedTwice',
] as const
export type ContradictionCode = (typeof CONTRADICTIONS)[number]

/** A contradiction with the steps it is between. */
export interface Contradiction {
  readonly code: ContradictionCode
  readonly steps: readonly { readonly step: OrderStep | 'issued'; readonly at: string; readonly saidBy: string }[]
}

/** An order and everything known of it. */
export interface OrderState {
  readonly order: IssuedOrder
  readonly opId: OpId
  readonly incidentId: string
  readonly issuedBy: Author
  readonly recordedAt: string
  readonly state: OrderStateName
  /** True until it is refused, done, withdrawn or released: a live order binds its team. */
  readonly isLive: boolean
  /** Steps as they were logged, in the order of the record, with those that were taken back. */
  readonly steps: readonly SaidStep[]
  readonly rings: readonly (Omit<OrderRung, 'orderId'> & { readonly opId: OpId; readonly recordedBy: Author })[]
  /** The order that took its place, and those that followed it up. */
  readonly replacedBy: string | null
  readonly followedBy: readonly string[]
  readonly contradictions: readonly Contradiction[]
}
