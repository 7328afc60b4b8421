import type { OrderDraft } from '../../domain/command/order-draft.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'

/** Why a headquarters may not issue an order; null = it may. */
export type IssueRefusal = 'asksOthers' | 'otherHeadquarters'

/**
 * Who may issue: each headquarters what is its own part of the plan; forces of others are asked for by the administrative
 * headquarters only; orders of minutes 0 to 5 go out from whoever sits at the desk (design rule).
 */
export function refusalToIssue(
  by: Headquarters,
  order: Pick<OrderDraft, 'hq' | 'authority' | 'source'>,
): IssueRefusal | null {
  if (order.authority === 'request' && by !== 'administrative') return 'asksOthers'
  if (order.source.kind === 'firstOrder' || order.source.kind === 'free' || order.source.kind === 'followUp')
    return null
  return order.hq === by ? null : 'otherHeadquarters'
}
