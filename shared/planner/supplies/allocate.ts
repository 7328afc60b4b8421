import type { SupplyAllocation, SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { ForcePlan } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import type { PlanningProblem } from '../problem.ts'
import { preferFewStores, type RankedShelf } from './prefer-few-stores.ts'
import type { Lot, Shelf, UsableStock } from './usable-lots.ts'

type SupplyShortfall = ForcePlan['supplies']['shortfalls'][number]

/** Driving time and length from a store to a destination; null = no way by road. */
export type StoreTrip = (
  storeId: string,
  toId: string,
) => { readonly durationS: number; readonly distanceM: number } | null

const TIER_RANK = { village: 0, street: 1, district: 2 } as const

/**
 * Serves demands in their order, whole packs only, first expiring lot of a store first. A store that can give the whole
 * need in time is taken before several that each give a little, so that few lorries and keepers are called out; among such
 * stores the nearest tier and then the nearest. Otherwise the fewest stores: from near ones first, small lots left out
 * while larger ones do.
 */
export function allocate(
  problem: PlanningProblem,
  demands: readonly SupplyDemand[],
  stock: UsableStock,
  trip: StoreTrip,
): { allocations: SupplyAllocation[]; shortfalls: SupplyShortfall[] } {
  const packs = new Map(problem.parameters.supplies.items.map((item) => [item.itemCode, item.pack]))
  const allocations: SupplyAllocation[] = []
  const shortfalls: SupplyShortfall[] = []
  for (const demand of demands) {
    const pack = packs.get(demand.itemCode) ?? 1
    const ranked = rankShelves(problem, stock.shelves.get(demand.itemCode) ?? [], demand, trip)
    const shelves = preferFewStores(problem, ranked, { demand, pack })
    let missing = demand.quantity
    for (const { shelf, reach } of shelves) {
      for (const { lot, quantity } of draw(shelf, missing, pack)) {
        allocations.push(allocationOf({ problem, demand, lot, quantity, pack, reach }))
        missing -= quantity
      }
      if (missing <= 0) break
    }
    if (missing > 0) shortfalls.push(shortfallOf(demand, missing, stock))
  }
  return { allocations, shortfalls }
}

/** Near village and street stores, then the district store, then village and street stores farther away. */
function rankShelves(
  problem: PlanningProblem,
  shelves: readonly Shelf[],
  demand: SupplyDemand,
  trip: StoreTrip,
): RankedShelf[] {
  const near = problem.parameters.supplies.nearDriveS.value
  const reachable = shelves.flatMap((shelf) => {
    const reach = shelf.free > 0 ? trip(shelf.store.id, demand.toId) : null
    return reach === null ? [] : [{ shelf, reach }]
  })
  return sortedBy(reachable, ({ shelf, reach }) => {
    const far = shelf.store.tier !== 'district' && reach.durationS > near
    return [far ? 3 : TIER_RANK[shelf.store.tier], reach.durationS, shelf.store.id]
  })
}

/** Takes whole packs from the lots of a shelf, never into what the store keeps back. */
function draw(shelf: Shelf, wanted: number, pack: number): { lot: Lot; quantity: number }[] {
  const taken: { lot: Lot; quantity: number }[] = []
  let open = Math.ceil(wanted / pack)
  for (const lot of shelf.lots) {
    const packs = Math.min(open, Math.floor(lot.left / pack), Math.floor(shelf.free / pack))
    if (packs <= 0) continue
    const quantity = packs * pack
    lot.left -= quantity
    shelf.free -= quantity
    open -= packs
    taken.push({ lot, quantity })
  }
  return taken
}

function allocationOf(input: {
  readonly problem: PlanningProblem
  readonly demand: SupplyDemand
  readonly lot: Lot
  readonly quantity: number
  readonly pack: number
  readonly reach: RankedShelf['reach']
}): SupplyAllocation {
  const { problem, demand, lot, quantity, pack, reach } = input
  const { store, row } = lot
  return {
    storeId: store.id,
    storeName: store.name,
    lotId: row.lotId,
    itemCode: row.itemCode,
    item: row.item,
    quantity,
    unit: row.unit,
    expiresOn: row.expiresOn === '' ? null : row.expiresOn,
    toId: demand.toId,
    etaS: problem.parameters.supplies.loadingS.value + reach.durationS,
    distanceM: reach.distanceM,
    keeper: store.keeper,
    phone: store.phone,
    reasons: [
      makeReason('supply-nearest', { tier: TIER_NAMES[store.tier], minutes: Math.ceil(reach.durationS / 60) }),
      ...lateReason(problem, demand, reach),
      makeReason('supply-first-expired', {
        expiresOn: row.expiresOn === '' ? '无有效期' : row.expiresOn,
        pack,
        unit: row.unit,
      }),
    ],
  }
}

/** Says that the lot comes after the wanted time and what bridges it. */
function lateReason(problem: PlanningProblem, demand: SupplyDemand, reach: RankedShelf['reach']): Reason[] {
  const etaS = problem.parameters.supplies.loadingS.value + reach.durationS
  if (etaS <= demand.bySAfterStart) return []
  return [makeReason('supply-late', { minutes: Math.ceil(etaS / 60), wanted: Math.floor(demand.bySAfterStart / 60) })]
}

const TIER_NAMES = { village: '村（社区）', street: '街道', district: '区级' } as const

function shortfallOf(demand: SupplyDemand, missing: number, stock: UsableStock): SupplyShortfall {
  const refused = stock.refused.get(demand.itemCode) ?? []
  const count = (cause: string): number => refused.filter((lot) => lot.cause === cause).length
  const keptBack = (stock.shelves.get(demand.itemCode) ?? []).reduce((sum, shelf) => sum + shelf.keptBack, 0)
  return {
    itemCode: demand.itemCode,
    item: demand.item,
    missing: Math.round(missing * 100) / 100,
    unit: demand.unit,
    toId: demand.toId,
    reasons: [
      makeReason('supply-stock-out', {
        item: demand.item,
        missing: Math.round(missing * 100) / 100,
        unit: demand.unit,
      }),
      ...(refused.length > 0
        ? [
            makeReason('supply-lots-refused', {
              expired: count('expired'),
              notInStock: count('notInStock'),
              unavailable: count('unavailable'),
              otherUnit: count('otherUnit'),
            }),
          ]
        : []),
      ...(keptBack > 0 ? [makeReason('supply-kept-back', { quantity: keptBack, unit: demand.unit })] : []),
    ],
    remedies: [makeReason('remedy-city-stock'), makeReason('remedy-purchase'), makeReason('remedy-requisition')],
  }
}
