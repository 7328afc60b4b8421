import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { isOpen, lifeOf } from '#shared/command/life/phase-of.ts'
import type { ClaimingIncident } from '#shared/command/claims/uses-of.ts'
import { findLatestPlan } from '../../../db/repositories/plan.repo.ts'
import { readIncidents, type StoredIncident } from '../../../db/repositories/incident.repo.ts'
import type { KeptPlan } from '../orders/kept-plan.ts'
import type { OrderParts } from '../orders/order-parts.ts'

/** Incidents that are neither closed nor merged, the oldest number first. */
export function openIncidents(core: Pick<OrderParts, 'db' | 'log'>): StoredIncident[] {
  return readIncidents(core.db)
    .filter(({ incidentId }) => isOpen(lifeOf(core.log.opsOf(incidentId), findLatestPlan(core.db, incidentId))))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
}

/** What open incidents claim: their newest plans and their orders. */
export function claimingIncidents(
  core: OrderParts,
  keptPlan: (incidentId: string) => KeptPlan | null,
): ClaimingIncident[] {
  return openIncidents(core).map(({ incidentId, number, title, mode }) => ({
    ...{ incidentId, number, title, mode },
    plan: keptPlan(incidentId)?.plan ?? null,
    plannedAt: findLatestPlan(core.db, incidentId)?.createdAt ?? '',
    orders: foldOrders(core.log.opsOf(incidentId)).orders,
  }))
}
