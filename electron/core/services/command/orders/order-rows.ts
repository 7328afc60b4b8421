import type { LiveOrder, OrderRow } from '#shared/contract/orders.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { chainOf } from '#shared/command/orders/order-chain.ts'
import type { OrderState } from '#shared/command/orders/order-state.ts'
import { openTimersOf } from '#shared/command/orders/order-timers.ts'
import { possibleSteps } from '#shared/command/orders/possible-steps.ts'
import { ladderOf, type LadderSource } from '#shared/command/orders/ring-ladder.ts'
import { shiftAt } from '#shared/planner/people/shift.ts'
import { shiftHolders } from '#shared/planner/people/shift-holders.ts'
import { CONSOLE_OFFSET_MIN } from '../../../replication/wall-time.ts'
import { readIncidents } from '../../../db/repositories/incident.repo.ts'
import type { KeptPlan } from './kept-plan.ts'
import type { OrderParts } from './order-parts.ts'

/** Everything known of an incident's orders, with whom to ring about each. */
export function orderRowsOf(
  core: OrderParts,
  incidentId: string,
  kept: KeptPlan | null,
): {
  readonly receivedAt: string | null
  readonly orders: OrderRow[]
  readonly strays: ReturnType<typeof foldOrders>['strays']
} {
  const ops = core.log.opsOf(incidentId)
  const { orders, strays } = foldOrders(ops)
  const receivedAt = ops.find((op) => op.kind === 'v1.incident.opened')?.body.receivedAt ?? null
  const source = ladderSource(core, kept, orders)
  return {
    receivedAt,
    orders: orders.map((state) => rowOf(state, receivedAt, source, continuedBy(state, orders))),
    strays,
  }
}

/** The first order of the same team that an order continues. */
function continuedBy({ order }: OrderState, orders: readonly OrderState[]): OrderState | null {
  if (order.follows === null || order.teamId === null) return null
  return orders.find((one) => one.order.orderId === order.follows && one.order.teamId === order.teamId) ?? null
}

function rowOf(
  state: OrderState,
  receivedAt: string | null,
  source: LadderSource,
  continued: OrderState | null,
): OrderRow {
  return {
    ...state,
    steps: state.steps.map((step) => ({ ...step, corrections: [...step.corrections] })),
    rings: [...state.rings],
    followedBy: [...state.followedBy],
    contradictions: state.contradictions.map(({ code, steps }) => ({ code, steps: [...steps] })),
    possible: possibleSteps(state),
    chain: chainOf(state, receivedAt, continued),
    timers: openTimersOf(state),
    ladder: state.isLive ? ladderOf(state.order, source) : [],
  }
}

/** What live orders of all incidents wait for. */
export function liveOrdersOf(core: OrderParts): LiveOrder[] {
  return readIncidents(core.db).flatMap(({ incidentId }) =>
    foldOrders(core.log.opsOf(incidentId))
      .orders.filter(({ isLive }) => isLive)
      .map((state) => ({
        incidentId,
        orderId: state.order.orderId,
        number: state.order.number,
        hq: state.order.hq,
        receiver: state.order.receiver.name,
        timers: openTimersOf(state),
      })),
  )
}

function ladderSource(core: OrderParts, kept: KeptPlan | null, orders: readonly OrderState[]): LadderSource {
  const dataset = core.library.current()
  const { parameters } = core.references()
  return {
    dataset,
    plan: kept?.plan ?? null,
    ringNextAfterS: parameters.command.ringNextAfterS.value,
    bound: new Set(orders.flatMap(({ order, isLive }) => (isLive && order.teamId !== null ? [order.teamId] : []))),
    dutyOf: dutyReader(dataset, shiftAt(Math.floor(core.nowMs() / 1000), CONSOLE_OFFSET_MIN, parameters.reporting)),
  }
}

/** Who of an organisation is on the roster of a shift, the first by post and id. */
function dutyReader(
  dataset: Pick<Dataset, 'rosters' | 'people'>,
  { shift, date, weekday }: ReturnType<typeof shiftAt>,
): LadderSource['dutyOf'] {
  const people = new Map(dataset.people.filter(({ phone }) => phone !== '').map((person) => [person.id, person]))
  return (organisationName) => {
    const lines = dataset.rosters.filter((row) => row.shift === shift && row.organisation === organisationName)
    const posts = [...new Set(lines.map(({ post }) => post))].sort()
    for (const post of posts) {
      const [person] = shiftHolders(
        lines.filter((row) => row.post === post),
        { date, weekday },
        people,
      )
      if (person !== undefined)
        return { id: person.id, name: `${organisationName}值班 ${person.name}`, phone: person.phone }
    }
    return null
  }
}
