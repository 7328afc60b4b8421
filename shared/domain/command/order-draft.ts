import * as z from 'zod'
import { IssuedOrder } from './order.ts'

/** An order that can be issued: everything but its id, number, issuer and time. */
export const OrderDraft = IssuedOrder.omit({
  orderId: true,
  number: true,
  issuer: true,
  issuedAt: true,
  overruled: true,
})
export type OrderDraft = z.infer<typeof OrderDraft>

/** An order made from lines of a plan, to be looked at, edited and issued. */
export const ProposedOrder = z.strictObject({
  /** Name of the proposal inside one version of the plan. */
  key: z.string().min(1),
  order: OrderDraft,
  /** True for orders of minutes 0 to 5: they go out before the plan is approved. */
  beforeApproval: z.boolean(),
  /** Where its lines stand in the plan, as findings name them: `forcePlan.assignments.3`. */
  places: z.array(z.string()),
  /** What the issuer should know, in Chinese: a due time that has passed, a number that is missing. */
  notes: z.array(z.string()),
})
export type ProposedOrder = z.infer<typeof ProposedOrder>
