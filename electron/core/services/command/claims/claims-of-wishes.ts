import { findClaims, type Claim } from '#shared/command/claims/find-claims.ts'
import type { OrderDraft } from '#shared/domain/command/order-draft.ts'
import type { KeptPlan } from '../orders/kept-plan.ts'
import type { OrderParts } from '../orders/order-parts.ts'
import { claimingIncidents } from './open-incidents.ts'

/** Why an order must not go out before a person has decided, in the shape of a finding. */
export interface ClaimObjection {
  readonly code: 'claimed'
  readonly text: string
}

/** Claims that an order would double: one list for each order, in their order. */
export type ClaimsOfOrders = readonly (readonly ClaimObjection[])[]

/**
 * What other open incidents claim of what these orders bind, as if they were issued. A first order is held only by what is
 * already ordered elsewhere: minutes count, and a plan of another incident is not yet an order.
 */
export function claimsOfOrders(
  core: OrderParts,
  keptPlan: (incidentId: string) => KeptPlan | null,
  incidentId: string,
  { orders, at }: { readonly orders: readonly OrderDraft[]; readonly at: string },
): ClaimsOfOrders {
  const incidents = claimingIncidents(core, keptPlan)
  const ops = incidents.flatMap((incident) => core.log.opsOf(incident.incidentId))
  const idOf = (index: number): string => `wish-${index}`
  const asIssued = orders.map((order, index) => ({
    order: { ...order, orderId: idOf(index), number: '', issuer: '', issuedAt: at, overruled: null },
    state: 'issued' as const,
    isLive: true,
  }))
  const supposed = incidents.map((incident) =>
    incident.incidentId === incidentId ? { ...incident, orders: [...incident.orders, ...asIssued] } : incident,
  )
  const claims = findClaims(supposed, ops, core.library.current()).filter(
    ({ kind, state }) =>
      (kind === 'team' || kind === 'vehicle' || kind === 'lot') && (state === 'open' || state === 'contested'),
  )
  return orders.map((order) => {
    const bound = new Set([
      ...(order.teamId === null ? [] : [`team:${order.teamId}`]),
      ...order.vehicleIds.map((id) => `vehicle:${id}`),
      ...order.goods.map(({ lotId }) => `lot:${lotId}`),
    ])
    const isFirst = order.source.kind === 'firstOrder'
    return claims.flatMap((claim) => {
      const others = claim.uses.filter((use) => use.incidentId !== incidentId)
      const counts = !isFirst || others.some((use) => use.order !== null)
      return bound.has(claim.claim) && counts ? [objectionOf(claim, others)] : []
    })
  })
}

function objectionOf({ name }: Claim, others: Claim['uses']): ClaimObjection {
  const where = others.map(({ number, title, order, since }) =>
    order === null
      ? `${number}“${title}”的方案也要用（${since.slice(11, 16)}）`
      : `${number}“${title}”已下令（${order.number}，${since.slice(11, 16)}）`,
  )
  return { code: 'claimed', text: `“${name}”另有事件占用：${where.join('；')}` }
}
