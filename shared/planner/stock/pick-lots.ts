import type { StockRow, StoreRow } from '../../domain/dataset/tables.ts'
import type { SupplyParameters } from '../../domain/parameters/supplies.ts'
import { sumOf } from '../../domain/stock/split-quantity.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { expiryOrder, keptBackOf, leastExpiry, lotRefusal, type LotRefusal } from '../supplies/usable-lots.ts'

/** What is to be picked. */
export interface PickWish {
  readonly itemCode: string
  /** In the item's unit; greater than 0. */
  readonly quantity: number
  /** Local day `YYYY-MM-DD`. */
  readonly day: string
  /** Response level of the moment: at Ⅰ and Ⅱ nothing is kept back. */
  readonly response: Level
  /** Only from this store; null = from all. */
  readonly storeId: string | null
  /** Where it goes (WGS84): nearer stores first; null = whatever expires first, wherever it lies. */
  readonly destination: LngLat | null
}

/** Why a lot, or a part of it, was passed over. */
export type PassedOver = LotRefusal | 'dueBack' | 'reserve' | 'notNeeded'

/** What to take from one lot. */
export interface PickedLot {
  readonly lot: StockRow
  readonly store: StoreRow
  readonly quantity: number
  /** Straight line from store to destination; null = no destination. */
  readonly distanceM: number | null
}

/** Lots to take, in the order to take them, and why the others stay. */
export interface PickList {
  readonly unit: string
  readonly picked: readonly PickedLot[]
  /** What is missing; 0 = all of it is there. */
  readonly missing: number
  readonly passedOver: readonly {
    readonly lot: StockRow
    readonly store: StoreRow
    readonly cause: PassedOver
    readonly quantity: number
  }[]
}

/**
 * Picks lots of an item first-expired-first-out, by the planner's own rules: what is not in store, expired or about to
 * expire stays, and so does the share that a store keeps back. Requisitioned goods whose day of return has passed stay
 * too: they are owed to their owner (design rule).
 */
export function pickLots(
  { stock, stores }: { readonly stock: readonly StockRow[]; readonly stores: readonly StoreRow[] },
  supplies: SupplyParameters,
  wish: PickWish,
): PickList {
  const storeOf = new Map(stores.map((store) => [store.id, store]))
  const lots = sortedBy(
    stock.filter((lot) => lot.itemCode === wish.itemCode && lot.status !== '核销' && lot.quantity > 0),
    (lot) => expiryOrder(lot),
  ).flatMap((lot) => {
    const store = storeOf.get(lot.storeId)
    return store === undefined || (wish.storeId !== null && store.id !== wish.storeId) ? [] : [{ lot, store }]
  })
  const unit = supplies.items.find(({ itemCode }) => itemCode === wish.itemCode)?.unit ?? lots[0]?.lot.unit ?? ''
  const goodUntil = leastExpiry(supplies, { nowS: dayStartS(wish.day), offsetMin: CHINA_OFFSET_MIN })
  const judged = lots.map((line) => ({ ...line, cause: causeOf(line.lot, { unit, goodUntil, day: wish.day }) }))
  const passedOver: PickList['passedOver'][number][] = judged.flatMap(({ lot, store, cause }) =>
    cause === null ? [] : [{ lot, store, cause, quantity: lot.quantity }],
  )
  const usable = judged.filter(({ cause }) => cause === null)
  const room = roomOf(usable, supplies, wish)
  const picked: PickedLot[] = []
  let missing = wish.quantity
  for (const { lot, store } of inPickOrder(usable, wish)) {
    const free = room.get(store.id) ?? 0
    const quantity = Math.min(missing, free, lot.quantity)
    const left = sumOf([lot.quantity, -quantity])
    if (quantity > 0) {
      const { destination } = wish
      picked.push({
        lot,
        store,
        quantity,
        distanceM: destination === null ? null : Math.round(distanceM(store, destination)),
      })
      room.set(store.id, sumOf([free, -quantity]))
      missing = sumOf([missing, -quantity])
    }
    if (left > 0) passedOver.push({ lot, store, cause: missing > 0 ? 'reserve' : 'notNeeded', quantity: left })
  }
  return { unit, picked, missing, passedOver }
}

const CHINA_OFFSET_MIN = 480
const NONE: ReadonlySet<string> = new Set()

function dayStartS(day: string): number {
  const start = parseInstant(`${day}T00:00:00+08:00`)
  if (start === null) throw new RangeError(`${day} is no day`)
  return start.epochS
}

function causeOf(
  lot: StockRow,
  { unit, goodUntil, day }: { readonly unit: string; readonly goodUntil: string; readonly day: string },
): LotRefusal | 'dueBack' | null {
  const cause = lotRefusal(lot, { item: { unit }, today: day, goodUntil, away: { store: NONE, lot: NONE } })
  if (cause !== null) return cause
  return lot.ownership === 'requisitioned' && lot.returnBy !== '' && lot.returnBy < day ? 'dueBack' : null
}

interface Line {
  readonly lot: StockRow
  readonly store: StoreRow
}

/** What each store may give without touching what it keeps back. */
function roomOf(
  usable: readonly Line[],
  { districtReserveShare }: SupplyParameters,
  { itemCode, response }: PickWish,
): Map<string, number> {
  const room = new Map<string, number>()
  for (const lines of groupBy(usable, ({ store }) => store.id).values()) {
    const store = lines[0]?.store
    if (store === undefined) continue
    const total = sumOf(lines.map(({ lot }) => lot.quantity))
    const keptBack = keptBackOf({ store, total, itemCode, response, districtReserveShare })
    room.set(store.id, Math.max(0, sumOf([total, -keptBack])))
  }
  return room
}

function inPickOrder(usable: readonly Line[], { destination }: PickWish): readonly Line[] {
  if (destination === null) return usable
  return sortedBy(usable, ({ lot, store }) => [
    Math.round(distanceM(store, destination)),
    store.id,
    ...expiryOrder(lot),
  ])
}
