import type { OrderStep } from '../../domain/command/order.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { PeopleUnderWay, TeamUnderWay, TransferUnderWay } from '../../domain/plan/plan-in-force.ts'
import type { OrderState } from '../orders/order-state.ts'

/** What a step of its order makes of a team; a refused order is told apart, because the team cannot go at all. */
const STATUS_OF: Readonly<Record<OrderStep, TeamUnderWay['status'] | 'unable' | 'unbound' | null>> = {
  received: null,
  progress: null,
  refused: 'unable',
  turnedOut: 'turnedOut',
  onScene: 'onScene',
  done: null,
  withdrawn: 'unbound',
  released: 'released',
}

/** Teams under way by their orders, and those that said they cannot go. */
export interface TeamsUnderWay {
  readonly underWay: readonly TeamUnderWay[]
  readonly unable: readonly string[]
}

/**
 * What has come of the teams that were ordered, by the newest order of each: a plan made again keeps who is on the road.
 * A team whose order is done stays where it is until it is released. A step that was taken back counts for nothing.
 */
export function teamsUnderWayOf(orders: readonly OrderState[]): TeamsUnderWay {
  const states = new Map<string, TeamUnderWay | 'unable' | 'unbound'>()
  for (const { order, steps } of orders) {
    const { teamId } = order
    if (teamId === null) continue
    let state: TeamUnderWay | 'unable' | 'unbound' = { teamId, status: 'ordered', since: order.issuedAt }
    for (const { step, standsAt } of steps) {
      const next = STATUS_OF[step]
      if (next === null || standsAt === null) continue
      state = next === 'unable' || next === 'unbound' ? next : { teamId, status: next, since: standsAt }
    }
    // A withdrawn order says nothing of a team that has another.
    if (state !== 'unbound' || !states.has(teamId)) states.set(teamId, state)
  }
  const known = [...states].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    underWay: known.flatMap(([, state]) => (typeof state === 'string' ? [] : [state])),
    unable: known.flatMap(([teamId, state]) => (state === 'unable' ? [teamId] : [])),
  }
}

/** Runs of supplies of the plan whose store was ordered to hand out: they stay as they are. */
export function goodsUnderWayOf(orders: readonly OrderState[], plan: DispatchPlan): TransferUnderWay[] {
  const ordered = orders.filter(({ order, state }) => order.source.kind === 'supply' && hasEffect(state))
  return (plan.forcePlan.supplies.transfers ?? []).flatMap(({ id, storeId }) => {
    const order = ordered.findLast(({ order: { source } }) => source.lineId === storeId)
    if (order === undefined) return []
    return [{ transferId: id, status: order.state === 'done' ? 'delivered' : hasLeft(order) ? 'enRoute' : 'ordered' }]
  })
}

/** People of the plan whose street has begun to move them. `townOf` gives the street of a place. */
export function peopleUnderWayOf(
  orders: readonly OrderState[],
  plan: DispatchPlan,
  townOf: (fromId: string) => string,
): PeopleUnderWay[] {
  const begun = new Set(
    orders
      .filter((order) => order.order.source.kind === 'evacuation' && hasEffect(order.state) && hasLeft(order))
      .map(({ order }) => order.source.lineId),
  )
  return plan.handlingPlan.evacuation.assignments.flatMap(({ fromId, shelterId, people }) =>
    shelterId !== null && shelterId !== '' && begun.has(townOf(fromId)) ? [{ fromId, shelterId, people }] : [],
  )
}

function hasEffect(state: OrderState['state']): boolean {
  return state !== 'refused' && state !== 'withdrawn'
}

/** True once somebody said that it goes on: under way, progress or done. */
function hasLeft({ steps }: OrderState): boolean {
  return steps.some(({ step, standsAt }) => standsAt !== null && step !== 'received')
}
