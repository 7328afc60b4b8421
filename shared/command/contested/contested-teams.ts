import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { Op, OpId, OpOf } from '../../replication/op.ts'
import { hasSeen, headsOf, opsOfKind } from '../heads.ts'
import { foldOrders } from '../orders/fold-orders.ts'

/** One of the orders that sent a team. */
export interface ContestedOrder {
  readonly op: OpOf<'v1.order.issued'>
  /** A settlement overruled it; a later one may let it stand again. */
  readonly isOverruled: boolean
  /** The step that withdrew it for that reason, or null. */
  readonly withdrawnBy: OpId | null
}

/** A team that several machines sent without knowing of each other: nobody knows where it is bound until a person says. */
export interface ContestedTeam {
  readonly teamId: string
  /** In the order of the record. */
  readonly orders: readonly ContestedOrder[]
  /** Settlements that do not agree with each other; empty when nobody has settled anything yet. */
  readonly settlements: readonly OpOf<'v1.contest.settled'>[]
  /** What a settlement must name in its basis: every order and settlement above. */
  readonly heads: readonly OpId[]
}

type Order = OpOf<'v1.order.issued'>
type Settlement = OpOf<'v1.contest.settled'>

/** Kinds of operations that say where teams are sent. */
export const TEAM_KINDS = ['v1.order.issued', 'v1.order.stepped', 'v1.order.corrected', 'v1.contest.settled'] as const

/**
 * Teams with two live orders of which neither author had seen the other, over all incidents (design rule: never settled
 * by a clock and never by itself). An order is live until a step ends it; that a settlement withdrew it is no such step,
 * since another machine may have settled otherwise. Cleared only by a settlement whose basis names both, and when several
 * stand, by their agreeing.
 *
 * @param ops operations of all incidents in the order of the record
 */
export function contestedTeams(ops: readonly Op[]): ContestedTeam[] {
  const settled = opsOfKind(ops, 'v1.contest.settled')
  const settledIds = new Set<OpId>(settled.map(({ id }) => id))
  const bySettlement = opsOfKind(ops, 'v1.order.stepped').filter(({ basis }) => basis.some((id) => settledIds.has(id)))
  const aside = new Set<OpId>(bySettlement.map(({ id }) => id))
  const withdrawn = new Map(
    foldOrders(ops).orders.flatMap(({ opId, steps }): [OpId, OpId][] => {
      const step = steps.findLast((said) => said.standsAt !== null && aside.has(said.opId))
      return step === undefined ? [] : [[opId, step.opId]]
    }),
  )
  const live = new Set(
    foldOrders(ops.filter(({ id }) => !aside.has(id)))
      .orders.filter(({ isLive }) => isLive)
      .map(({ opId }) => opId),
  )
  const sending = opsOfKind(ops, 'v1.order.issued').filter(({ id, body }) => body.teamId !== null && live.has(id))
  const teams = groupBy(sending, ({ body }) => body.teamId ?? '')
  const contested = [...teams].flatMap(([teamId, orders]) => {
    const heads = headsOf(settled.filter(({ body }) => body.teamId === teamId))
    return contestOf(teamId, orders, { heads, withdrawn })
  })
  return sortedBy(contested, ({ teamId }) => [teamId])
}

/** What is in question about one team: nothing, or one contest with all that belongs to it. */
function contestOf(
  teamId: string,
  orders: readonly Order[],
  { heads, withdrawn }: { readonly heads: readonly Settlement[]; readonly withdrawn: ReadonlyMap<OpId, OpId> },
): ContestedTeam[] {
  const verdicts = (order: Order): Set<boolean> =>
    new Set(heads.filter(({ basis }) => basis.includes(order.id)).map(({ body }) => body.stands.includes(order.id)))
  const isDisputed = (order: Order): boolean => verdicts(order).size > 1
  const remaining = orders.filter((order) => isDisputed(order) || !verdicts(order).has(false))
  const inQuestion = new Set<OpId>(remaining.filter(isDisputed).map(({ id }) => id))
  remaining.forEach((one, index) => {
    for (const other of remaining.slice(index + 1)) {
      if (hasSeen(one, other) || hasSeen(other, one)) continue
      const isSettled =
        !isDisputed(one) &&
        !isDisputed(other) &&
        heads.some(({ basis }) => basis.includes(one.id) && basis.includes(other.id))
      if (!isSettled) inQuestion.add(one.id).add(other.id)
    }
  })
  if (inQuestion.size === 0) return []
  const asked = allThatBelongs(orders, heads, inQuestion)
  const settlements = heads.filter(({ basis }) => asked.some(({ id }) => basis.includes(id)))
  return [
    {
      teamId,
      orders: asked.map((op) => ({
        op,
        isOverruled: verdicts(op).has(false),
        withdrawnBy: withdrawn.get(op.id) ?? null,
      })),
      settlements,
      heads: [...asked, ...settlements].map(({ id }) => id),
    },
  ]
}

/**
 * The orders in question, and those that an answer could bring back into it: overruled ones that an author of them did not
 * know of, or that a settlement in force spoke of together with them.
 */
function allThatBelongs(
  orders: readonly Order[],
  heads: readonly Settlement[],
  inQuestion: ReadonlySet<OpId>,
): readonly Order[] {
  const asked = new Set(orders.filter(({ id }) => inQuestion.has(id)))
  const belongs = (one: Order): boolean =>
    [...asked].some(
      (other) =>
        !(hasSeen(one, other) || hasSeen(other, one)) ||
        heads.some(({ basis }) => basis.includes(one.id) && basis.includes(other.id)),
    )
  for (let size = -1; size < asked.size;) {
    size = asked.size
    for (const one of orders) if (!asked.has(one) && belongs(one)) asked.add(one)
  }
  return orders.filter((one) => asked.has(one))
}
