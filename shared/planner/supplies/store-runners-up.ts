import type { SupplyAllocation, SupplyDemand } from '../../domain/plan/force-plan.ts'
import { RUNNERS_UP_MAX, type NotChosen } from '../../domain/plan/not-chosen.ts'
import type { SupplyParameters } from '../../domain/parameters/supplies.ts'
import type { Reason } from '../../domain/reason.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import type { PosedSupplies, StoreTrip } from './pose-supplies.ts'
import type { SupplyFlow } from './supply-problem.ts'
import type { Shelf, UsableStock } from './usable-lots.ts'

/** Beyond this many pairs of item and place each names fewer stores, so that a plan for dozens of shelters stays small. */
const PAIRS_IN_FULL = 100
const RUNNERS_UP_OF_MANY = 3

/** What a split rested on, and what came of it. */
export interface SplitSupplies {
  readonly posed: PosedSupplies
  readonly flow: SupplyFlow
  readonly stock: UsableStock
  readonly trip: StoreTrip
  readonly supplies: SupplyParameters
  /** Names of the stores by id. */
  readonly storeNames: ReadonlyMap<string, string>
}

/** A store that holds the item and sends none of it to the place; `driveS` null = no way. */
interface Idle {
  readonly id: string
  readonly name: string
  readonly driveS: number | null
  readonly reason: (driveS: number | null) => Reason
}

/**
 * For each item and place that is served, by `itemCode|toId`: the nearest stores that hold the item and send none of it
 * there, each with the reason: farther, spent, kept back, too little, expired, out of reach.
 */
export function storeRunnersUp(split: SplitSupplies): ReadonlyMap<string, readonly NotChosen[]> {
  const { posed, flow, trip } = split
  const served = groupBy(
    posed.problem.ways.filter((_, index) => (flow[index] ?? 0) > 0),
    (way) => String(way.need),
  )
  const given = posed.shelves.map(() => 0)
  posed.problem.ways.forEach((way, index) => {
    given[way.shelf] = (given[way.shelf] ?? 0) + (flow[index] ?? 0)
  })
  const most = served.size > PAIRS_IN_FULL ? RUNNERS_UP_OF_MANY : RUNNERS_UP_MAX
  return new Map(
    [...served].flatMap(([key, ways]): [string, NotChosen[]][] => {
      const need = Number(key)
      const demand = posed.needs[need]
      if (demand === undefined) return []
      const sending = new Set(ways.flatMap((way) => posed.shelves[way.shelf]?.store.id ?? []))
      const farthestS = Math.max(...[...sending].map((id) => trip(id, demand.toId)?.durationS ?? 0))
      const idle = [
        ...idleShelves(split, { demand, need, given, farthestS }),
        ...storesWithoutUse(split, demand),
      ].filter(({ id }) => !sending.has(id))
      const nearest = sortedBy(idle, ({ id, driveS }) => [driveS ?? Number.MAX_SAFE_INTEGER, id]).slice(0, most)
      const rows = nearest.map(({ id, name, driveS, reason }) => ({ id, name, reasons: [reason(driveS)] }))
      return [[`${demand.itemCode}|${demand.toId}`, rows]]
    }),
  )
}

/** Stores with usable stock of the item. */
function idleShelves(
  { posed, stock, trip, supplies }: SplitSupplies,
  {
    demand,
    need,
    given,
    farthestS,
  }: { demand: SupplyDemand; need: number; given: readonly number[]; farthestS: number },
): Idle[] {
  const { itemCode, unit, toId } = demand
  const pack = supplies.items.find((item) => item.itemCode === itemCode)?.pack ?? 1
  return (stock.shelves.get(itemCode) ?? []).map((shelf) => {
    const index = posed.shelves.indexOf(shelf)
    const packs = posed.problem.shelves[index]?.packs ?? 0
    const quantity = packs * pack
    return {
      id: shelf.store.id,
      name: shelf.store.name,
      driveS: trip(shelf.store.id, toId)?.durationS ?? null,
      reason: (driveS) => {
        if (packs === 0 && shelf.keptBack > 0)
          return makeReason('store-next-reserve', { quantity: heldOf(shelf), unit })
        if (driveS === null) return makeReason('store-next-cut-off', { quantity, unit })
        if (packs > 0 && (given[index] ?? 0) >= packs) return makeReason('store-next-spent', { quantity, unit })
        const facts = { quantity, unit, minutes: Math.ceil(driveS / 60) }
        if (packs === 0) return makeReason('store-next-part', facts)
        const more = Math.ceil((driveS - farthestS) / 60)
        if (more > 0) return makeReason('store-next-farther', { ...facts, more })
        return makeReason(packs < (posed.packs[need] ?? 0) ? 'store-next-part' : 'store-next-total', facts)
      },
    }
  })
}

function heldOf({ lots }: Shelf): number {
  return lots.reduce((sum, lot) => sum + lot.row.quantity, 0)
}

/** Stores all of whose lots of the item may not be used, with the first cause and the lots. */
function storesWithoutUse({ stock, trip, storeNames }: SplitSupplies, { itemCode, toId }: SupplyDemand): Idle[] {
  const usable = new Set((stock.shelves.get(itemCode) ?? []).map((shelf) => shelf.store.id))
  const refused = (stock.refused.get(itemCode) ?? []).filter(({ row }) => !usable.has(row.storeId))
  return [...groupBy(refused, ({ row }) => row.storeId)].flatMap(([id, lots]): Idle[] => {
    const [first] = lots
    if (first === undefined) return []
    const same = lots.filter(({ cause }) => cause === first.cause).map(({ row }) => row)
    const date = same.map(({ expiresOn }) => expiresOn).sort()[0] ?? ''
    return [
      {
        id,
        name: storeNames.get(id) ?? id,
        driveS: trip(id, toId)?.durationS ?? null,
        reason: () => makeReason(`store-next-${first.cause}`, { lots: same.map(({ lotId }) => lotId), date }),
      },
    ]
  })
}

/** Each list on the first line of its item and place. */
export function withRunnersUp(
  allocations: readonly SupplyAllocation[],
  lists: ReturnType<typeof storeRunnersUp>,
): SupplyAllocation[] {
  const told = new Set<string>()
  return allocations.map((row) => {
    const key = `${row.itemCode}|${row.toId}`
    const runnersUp = lists.get(key)
    if (runnersUp === undefined || runnersUp.length === 0 || told.has(key)) return row
    told.add(key)
    return { ...row, runnersUp: [...runnersUp] }
  })
}
