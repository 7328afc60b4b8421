import type { ClaimKind } from '../../domain/command/claim.ts'
import type { Incident } from '../../domain/incident.ts'
import type { DispatchPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { OrderState } from '../orders/order-state.ts'

/** An open incident with its newest plan and its orders. */
export interface ClaimingIncident {
  readonly incidentId: string
  readonly number: string
  readonly title: string
  readonly mode: Incident['mode']
  readonly plan: DispatchPlan | null
  /** When that plan was published. */
  readonly plannedAt: string
  readonly orders: readonly Pick<OrderState, 'order' | 'state' | 'isLive'>[]
}

/** What one incident wants of one thing: by which line of its plan, or by which live order. */
export interface Use {
  readonly kind: ClaimKind
  readonly id: string
  readonly name: string
  /** The team a vehicle belongs to; empty for anything else. */
  readonly teamId: string
  /** What for, in Chinese. */
  readonly words: string
  readonly order: { readonly orderId: string; readonly number: string } | null
  /** How much of it; null = all of it. */
  readonly quantity: number | null
  readonly unit: string
  /** Since when: the issue of the order, else the publication of the plan. */
  readonly since: string
}

/**
 * Everything an incident binds or means to bind, once each. A live order speaks for its team; a team whose orders have all
 * ended is free again, though the plan still names it.
 */
export function usesOf(incident: ClaimingIncident): Use[] {
  const all = [
    ...teamUses(incident),
    ...vehicleUses(incident),
    ...goodsUses(incident),
    ...placeUses(incident),
    ...personUses(incident),
  ]
  const merged = new Map<string, Use>()
  for (const use of all) {
    const key = `${use.kind}:${use.id}`
    const before = merged.get(key)
    merged.set(key, before === undefined ? use : joined(before, use))
  }
  return sortedBy([...merged.values()], ({ kind, id }) => [kind, id])
}

/** Two lines of one incident about one thing: the order counts before the plan, quantities add up. */
function joined(a: Use, b: Use): Use {
  const first = a.order === null && b.order !== null ? b : a
  const words = a.words === b.words || b.words === '' ? a.words : `${a.words}、${b.words}`
  const quantity = a.quantity === null || b.quantity === null ? null : a.quantity + b.quantity
  return { ...first, words, quantity }
}

function teamUses({ plan, plannedAt, orders }: ClaimingIncident): Use[] {
  const sent = orders.filter(({ order, isLive }) => isLive && order.teamId !== null)
  const everOrdered = new Set(orders.flatMap(({ order }) => order.teamId ?? []))
  const planned = (plan?.forcePlan.assignments ?? []).filter(({ teamId }) => !everOrdered.has(teamId))
  return [
    ...sent.map(({ order }) => ({
      ...base('team', order.teamId ?? '', order.receiver.name),
      words: order.text,
      order: { orderId: order.orderId, number: order.number },
      since: order.issuedAt,
    })),
    ...planned.map((line) => ({ ...base('team', line.teamId, line.teamName), words: line.role, since: plannedAt })),
  ]
}

function vehicleUses({ plan, plannedAt, orders }: ClaimingIncident): Use[] {
  const sent = orders.filter(({ isLive }) => isLive)
  const everOrdered = new Set(orders.flatMap(({ order }) => order.teamId ?? []))
  const planned = (plan?.forcePlan.assignments ?? []).filter(({ teamId }) => !everOrdered.has(teamId))
  return [
    ...sent.flatMap(({ order }) =>
      order.vehicleIds.map((id) => ({
        ...base('vehicle', id, order.receiver.name),
        teamId: order.teamId ?? '',
        order: { orderId: order.orderId, number: order.number },
        since: order.issuedAt,
      })),
    ),
    ...planned.flatMap((line) =>
      line.vehicles.map(({ id, name }) => ({
        ...base('vehicle', id, name ?? line.teamName),
        teamId: line.teamId,
        words: line.role,
        since: plannedAt,
      })),
    ),
  ]
}

/** Lots: those of live supply orders, and of stores that no order has gone to yet. Lorries go with the runs. */
function goodsUses({ plan, plannedAt, orders }: ClaimingIncident): Use[] {
  const supply = orders.filter(({ order }) => order.goods.length > 0)
  const ordered = new Set(supply.flatMap(({ order }) => order.goods.map(({ storeId }) => storeId)))
  const planned = (plan?.forcePlan.supplies.allocations ?? []).filter(({ storeId }) => !ordered.has(storeId))
  const runs = (plan?.forcePlan.supplies.transfers ?? []).filter(({ carrierId }) => carrierId !== null)
  return [
    ...supply
      .filter(({ isLive, state }) => isLive || state === 'done')
      .flatMap(({ order }) =>
        order.goods.map(({ lotId, item, quantity, unit }) => ({
          ...base('lot', lotId, item),
          words: order.receiver.name,
          order: { orderId: order.orderId, number: order.number },
          ...{ quantity, unit },
          since: order.issuedAt,
        })),
      ),
    ...planned.map(({ lotId, item, storeName, quantity, unit }) => ({
      ...base('lot', lotId, `${storeName} ${item}`),
      ...{ quantity, unit },
      since: plannedAt,
    })),
    ...runs.map(({ carrierId, carrierName, trips, storeName, toName }) => ({
      ...base('carrier', carrierId ?? '', carrierName),
      words: `${storeName}→${toName}`,
      quantity: trips,
      unit: '车次',
      since: plannedAt,
    })),
  ]
}

/** Beds, places in shelters, and buses: plans say them, no order binds them. */
function placeUses({ plan, plannedAt }: ClaimingIncident): Use[] {
  if (plan === null) return []
  const { casualties, evacuation } = plan.handlingPlan
  return [
    ...casualties.map(({ hospitalId, hospitalName, patients }) => ({
      ...base('hospital', hospitalId, hospitalName),
      quantity: patients,
      unit: '床',
      since: plannedAt,
    })),
    ...evacuation.assignments.flatMap((line) => [
      ...(line.shelterId === null
        ? []
        : [
            {
              ...base('shelter', line.shelterId, line.shelterName ?? line.shelterId),
              words: line.fromName,
              quantity: line.people,
              unit: '人',
              since: plannedAt,
            },
          ]),
      ...(line.carrierId === null
        ? []
        : [
            {
              ...base('carrier', line.carrierId, line.carrierId),
              words: line.fromName,
              quantity: line.trips,
              unit: '车次',
              since: plannedAt,
            },
          ]),
    ]),
  ]
}

/** Named people: commanders, the posts of the headquarters, leads of groups with tasks, experts, receivers of live orders. */
function personUses({ plan, plannedAt, orders }: ClaimingIncident): Use[] {
  const ordered = orders
    .filter(({ order, isLive }) => isLive && order.receiver.kind === 'person' && order.receiver.id !== '')
    .map(({ order }) => ({
      ...base('person', order.receiver.id, order.receiver.name),
      words: order.text,
      order: { orderId: order.orderId, number: order.number },
      since: order.issuedAt,
    }))
  if (plan === null) return ordered
  const { administrative, tactical } = plan.headquarters
  const posts = [administrative, tactical].flatMap((hq): PostHolder[] => [
    ...(hq.commander === null ? [] : [hq.commander]),
    // Every street has an officer on duty; he is used where something is asked of his street.
    ...hq.posts.filter(({ post }) => !post.startsWith('STREET_')),
  ])
  const tasks = plan.handlingPlan.phases.flatMap(({ actions }) => actions.map(({ assignee }) => assignee))
  return [
    ...ordered,
    ...uniqueBy(posts).map(({ personId, name, title }) => ({
      ...base('person', personId, name),
      words: title,
      since: plannedAt,
    })),
    ...uniqueBy(tasks).map(({ personId, name }) => ({
      ...base('person', personId, name),
      words: '处置任务',
      since: plannedAt,
    })),
    ...plan.forcePlan.experts.map(({ personId, name, specialty }) => ({
      ...base('person', personId, name),
      words: `${specialty}专家`,
      since: plannedAt,
    })),
  ]
}

function uniqueBy<T extends { readonly personId: string }>(people: readonly T[]): T[] {
  return people.filter(
    ({ personId }, index) => personId !== '' && people.findIndex((one) => one.personId === personId) === index,
  )
}

function base(kind: ClaimKind, id: string, name: string): Omit<Use, 'since'> {
  return { kind, id, name, teamId: '', words: '', order: null, quantity: null, unit: '' }
}
