import type { Claim } from '#shared/contract/claims.contract.ts'
import type { OrderWish } from '#shared/contract/orders.contract.ts'
import type { ProposedOrder } from '#shared/domain/command/order-draft.ts'
import type { Finding } from '#shared/domain/reason.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { WishEdit } from '../../app/order-desk.ts'

/** A proposed order with everything that stands for or against issuing it from this window. */
export interface Proposal {
  readonly proposed: ProposedOrder
  readonly issuedAs: readonly { readonly orderId: string; readonly number: string }[]
  readonly findings: readonly Finding[]
  readonly claims: readonly Claim[]
  readonly edit: WishEdit
  /** Why it cannot be ticked; null = it can. */
  readonly held: 'issued' | 'otherHq' | 'approval' | null
}

/** What is needed to judge proposals. */
export interface ProposalView {
  readonly orders: readonly ProposedOrder[]
  readonly issued: ReadonlyMap<string, Proposal['issuedAs']>
  readonly findings: readonly Finding[]
  readonly claims: readonly Claim[]
  readonly edits: Readonly<Record<string, WishEdit>>
  readonly headquarters: Headquarters
  readonly incidentId: string
  readonly approved: boolean
}

/** Puts beside each proposal its findings, its claims and what was edited. */
export function viewProposals(view: ProposalView): Proposal[] {
  return view.orders.map((proposed) => {
    const { key, order, places, beforeApproval } = proposed
    const issuedAs = view.issued.get(key) ?? []
    const bound = new Set([
      ...(order.teamId === null ? [] : [`team:${order.teamId}`]),
      ...order.vehicleIds.map((id) => `vehicle:${id}`),
      ...order.goods.map(({ lotId }) => `lot:${lotId}`),
    ])
    return {
      proposed,
      issuedAs,
      findings: view.findings.filter(({ where }) =>
        places.some((place) => where === place || where.startsWith(`${place}.`)),
      ),
      claims: openClaims(view, bound, order.teamId),
      edit: view.edits[key] ?? {},
      held: heldBy(view, order, beforeApproval, issuedAs.length > 0),
    }
  })
}

/** Claims of others on what an order binds; those on a team's vehicles go with the claim on the team. */
function openClaims(view: ProposalView, bound: ReadonlySet<string>, teamId: string | null): Claim[] {
  const open = view.claims.filter(({ claim, state }) => bound.has(claim) && (state === 'open' || state === 'contested'))
  const hasTeam = open.some(({ claim }) => claim === `team:${teamId ?? ''}`)
  return open
    .filter(({ kind }) => kind !== 'vehicle' || !hasTeam)
    .map((claim) => ({ ...claim, uses: claim.uses.filter((use) => use.incidentId !== view.incidentId) }))
}

function heldBy(
  { headquarters, approved }: ProposalView,
  order: ProposedOrder['order'],
  beforeApproval: boolean,
  isIssued: boolean,
): Proposal['held'] {
  if (isIssued) return 'issued'
  if (order.authority === 'request' && headquarters !== 'administrative') return 'otherHq'
  if (beforeApproval) return null
  if (order.hq !== headquarters) return 'otherHq'
  return approved ? null : 'approval'
}

/** True when it goes out only with a name and a reason. */
export function needsOverrule({ findings, claims }: Proposal): boolean {
  return findings.some(({ severity }) => severity === 'block') || claims.length > 0
}

/** What is sent for a proposal with its edits. */
export function wishOf({ proposed: { key, order }, edit }: Proposal): OrderWish {
  const { text, dueAt, overruleBy = '', overruleReason = '' } = edit
  return {
    key,
    order: { ...order, text: text ?? order.text, dueAt: dueAt === undefined ? order.dueAt : dueAt },
    overrule:
      overruleBy.trim() === '' || overruleReason.trim() === ''
        ? null
        : { by: overruleBy.trim(), reason: overruleReason.trim() },
  }
}
