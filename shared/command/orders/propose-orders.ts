import type { ProposedOrder } from '../../domain/command/order-draft.ts'
import type { ProposalSource } from './proposal-source.ts'
import { proposeActionOrders, proposeExpertOrders } from './propose-task-orders.ts'
import { proposeEvacuationOrders, proposeSupplyOrders } from './propose-care-orders.ts'
import { proposeFirstOrders, proposeTeamOrders } from './propose-team-orders.ts'

/**
 * The orders a plan comes to: one order a receiver, in the order in which they are given. Nothing of the plan is left
 * out; what lacks a receiver or a number says so.
 */
export function proposeOrders(source: ProposalSource): ProposedOrder[] {
  return [
    ...proposeFirstOrders(source),
    ...proposeTeamOrders(source),
    ...proposeExpertOrders(source),
    ...proposeActionOrders(source),
    ...proposeSupplyOrders(source),
    ...proposeEvacuationOrders(source),
  ]
}
