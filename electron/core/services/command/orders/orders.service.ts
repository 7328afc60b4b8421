import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { sameLine } from '#shared/command/orders/same-line.ts'
import type { OrderDraft } from '#shared/domain/command/order-draft.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { existingIncident } from '../../incident.service.ts'
import { issueOrders } from './issue-orders.ts'
import { changedPlan, judgePlan, proposalOf } from './judge-plan.ts'
import { createKeptPlans } from './kept-plan.ts'
import type { OrderParts } from './order-parts.ts'
import { liveOrdersOf, orderRowsOf } from './order-rows.ts'
import { correctStep, keepRing, stepOrders } from './step-orders.ts'

/** Builds the service of orders. */
export function createOrdersService(core: OrderParts): AppHandlers['orders'] {
  const keptPlan = createKeptPlans(core)
  return {
    list: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const { receivedAt, orders, strays } = orderRowsOf(core, incidentId, keptPlan(incidentId))
      return { receivedAt, orders, strays: strays.map(({ id, body }) => ({ ...body, opId: id })) }
    },
    live: () => liveOrdersOf(core),
    proposal: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const kept = keptPlan(incidentId)
      if (kept === null) return null
      const { version, contentHash, plan } = kept
      const issuedAs = issuedReader(core, incidentId)
      const orders = proposalOf(core, version, plan).map((one) => ({ ...one, issuedAs: issuedAs(one.order) }))
      return { version, contentHash, orders }
    },
    judge: ({ incidentId, version, edits }) => {
      existingIncident(core.db, incidentId)
      const kept = keptPlan(incidentId)
      if (kept?.version !== version) {
        throw new AppError('conflict', `现行方案不是第 ${version} 版；请刷新后重试`, {
          path: 'version',
          value: version,
        })
      }
      const plan = changedPlan(core, kept, edits)
      return { findings: judgePlan(core, plan), orders: proposalOf(core, version, plan) }
    },
    issue: (input, caller) => issueOrders(core, keptPlan, input, caller),
    step: (input, caller) => stepOrders(core, input, caller),
    correct: (input, caller) => correctStep(core, input, caller),
    ring: (input, caller) => keepRing(core, input, caller),
  }
}

type IssuedAs = { orderId: string; number: string; version: number }

/** Orders that stand for a line: those of the same line, or of the same team and kind, that nobody withdrew or refused. */
function issuedReader(core: OrderParts, incidentId: string): (order: OrderDraft) => IssuedAs[] {
  const standing = foldOrders(core.log.opsOf(incidentId)).orders.filter(
    ({ state, order }) => state !== 'withdrawn' && state !== 'refused' && order.source.planVersion !== null,
  )
  return (line) =>
    standing
      .filter(({ order }) => sameLine(order, line))
      .map(({ order }) => ({
        orderId: order.orderId,
        number: order.number,
        version: order.source.planVersion ?? 0,
      }))
}
