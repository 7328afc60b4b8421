import type { StockRow, StoreRow } from '../../domain/dataset/tables.ts'
import type { SupplyItem, SupplyParameters } from '../../domain/parameters/supplies.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { localParts } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { isStoreEndangered } from '../rules/hard/store-in-zone.ts'
import { isReserveKept } from '../rules/hard/store-reserve.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

/** A lot that may be drawn. */
export interface Lot {
  readonly row: StockRow
  readonly store: StoreRow
}

/** Lots of one item in one store, first expiring first, and what the store keeps back. */
export interface Shelf {
  readonly store: StoreRow
  readonly itemCode: string
  readonly lots: readonly Lot[]
  readonly keptBack: number
  /** What may be drawn without touching what is kept back. */
  readonly free: number
}

/** Why a lot was left out. */
export type LotRefusal = 'expired' | 'soon' | 'notInStock' | 'unavailable' | 'endangered' | 'otherUnit'

/** Shelves by item code, and refused lots of those items with the cause. */
export interface UsableStock {
  readonly shelves: ReadonlyMap<string, readonly Shelf[]>
  readonly refused: ReadonlyMap<string, readonly { readonly row: StockRow; readonly cause: LotRefusal }[]>
}

/** Seconds in which first relief must be there: what is loaded and driven later does not help. */
export function supplyWindowS(supplies: SupplyParameters): number {
  return supplies.reliefClockS.value
}

/** The last day a lot must still be good on: the end of the relief clock and the life it must have left then. */
export function leastExpiry(
  supplies: SupplyParameters,
  { nowS, offsetMin }: Pick<FactSheet, 'nowS' | 'offsetMin'>,
): string {
  return localParts(nowS + supplyWindowS(supplies) + supplies.leastLifeDays.value * 86_400, offsetMin).date
}

/**
 * Sorts the stock into shelves. Expired lots, lots that expire on the way, lots not 在库 and lots of stores in a danger zone are out. A district store keeps its reserve share unless
 * the response level is Ⅰ or Ⅱ; nothing is kept back of protective clothing, foam, absorbents, life jackets and
 * medicine (design rule).
 */
export function usableStock(
  problem: PlanningProblem,
  { facts, zones, response }: { readonly facts: FactSheet; readonly zones: readonly Zone[]; readonly response: Level },
): UsableStock {
  const today = localParts(facts.nowS, facts.offsetMin).date
  const goodUntil = leastExpiry(problem.parameters.supplies, facts)
  const items = new Map(problem.parameters.supplies.items.map((item) => [item.itemCode, item]))
  const stores = new Map(problem.dataset.stores.map((store) => [store.id, store]))
  const away = { store: unavailableIds(problem.incident, 'store'), lot: unavailableIds(problem.incident, 'lot') }
  const endangered = new Set(
    problem.dataset.stores
      .filter((store) => isStoreEndangered(store, zones, problem.parameters.staging))
      .map((store) => store.id),
  )
  const lots = new Map<string, Lot[]>()
  const refused = new Map<string, { row: StockRow; cause: LotRefusal }[]>()
  for (const row of sortedBy(problem.dataset.stock, (lot) => [lot.lotId])) {
    const item = items.get(row.itemCode)
    const store = stores.get(row.storeId)
    if (item === undefined || store === undefined || row.quantity <= 0) continue
    const cause = endangered.has(store.id) ? 'endangered' : lotRefusal(row, { item, today, goodUntil, away })
    if (cause === null) append(lots, `${row.itemCode}|${row.storeId}`, { row, store })
    else append(refused, row.itemCode, { row, cause })
  }
  const shelves = new Map<string, Shelf[]>()
  for (const shelfLots of lots.values()) {
    const [first] = shelfLots
    const item = items.get(first?.row.itemCode ?? '')
    if (first === undefined || item === undefined) continue
    append(shelves, item.itemCode, shelfOf(problem, { store: first.store, lots: shelfLots, item, response }))
  }
  return { shelves, refused }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/**
 * Why a lot may not be drawn on a day, or null: taken away, not in store, expired, without the life it must have left
 * (`goodUntil`), or counted in another unit.
 */
export function lotRefusal(
  row: StockRow,
  {
    item,
    today,
    goodUntil,
    away,
  }: {
    item: Pick<SupplyItem, 'unit'>
    today: string
    goodUntil: string
    away: { store: ReadonlySet<string>; lot: ReadonlySet<string> }
  },
): LotRefusal | null {
  if (away.lot.has(row.lotId) || away.store.has(row.storeId)) return 'unavailable'
  if (row.status !== '在库') return 'notInStock'
  if (row.expiresOn !== '' && row.expiresOn < today) return 'expired'
  if (row.expiresOn !== '' && row.expiresOn < goodUntil) return 'soon'
  return row.unit === item.unit ? null : 'otherUnit'
}

function shelfOf(
  problem: PlanningProblem,
  { store, lots, item, response }: { store: StoreRow; lots: readonly Lot[]; item: SupplyItem; response: Level },
): Shelf {
  const total = lots.reduce((sum, lot) => sum + lot.row.quantity, 0)
  const { districtReserveShare } = problem.parameters.supplies
  const keptBack = keptBackOf({ store, total, itemCode: item.itemCode, response, districtReserveShare })
  return {
    store,
    itemCode: item.itemCode,
    lots: sortedBy(lots, ({ row }) => expiryOrder(row)),
    keptBack,
    free: Math.max(0, total - keptBack),
  }
}

/** What a store keeps back of an item of which it has `total` usable, in the item's unit. */
export function keptBackOf({
  store,
  total,
  itemCode,
  response,
  districtReserveShare,
}: {
  readonly store: StoreRow
  readonly total: number
  readonly itemCode: string
  readonly response: Level
  readonly districtReserveShare: SupplyParameters['districtReserveShare']
}): number {
  const share =
    store.tier === 'district' ? Math.max(store.reserveShare, districtReserveShare.value) : store.reserveShare
  return isReserveKept(itemCode, response) ? Math.ceil(Math.round(total * share * 1000) / 1000) : 0
}

/** First expiring first; what never expires last. */
export function expiryOrder({ expiresOn, lotId }: Pick<StockRow, 'expiresOn' | 'lotId'>): readonly [string, string] {
  return [expiresOn === '' ? '9999-12-31' : expiresOn, lotId]
}
