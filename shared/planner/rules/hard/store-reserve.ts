import type { StockRow, StoreRow } from '../../../domain/dataset/tables.ts'
import type { Level } from '../../../domain/taxonomy.ts'

/** Item families of which nothing is held back when lives depend on them (design rule of the supply chapter). */
const NEVER_HELD_BACK = /^(PPE|FOAM|ABSORB|LIFE_JACKET|MED)/

/** True when the store's reserve share applies to an item: not at response Ⅰ or Ⅱ, and never for life-safety items. */
export function isReserveKept(itemCode: string, response: Level): boolean {
  return response !== 'I' && response !== 'II' && !NEVER_HELD_BACK.test(itemCode)
}

/** A lot that may be sent: in store and not expired on the given local date. */
export function isLotUsable(lot: StockRow, onDate: string): boolean {
  return lot.status === '在库' && (lot.expiresOn === '' || lot.expiresOn >= onDate)
}

/** Quantity of an item that must stay in a store, counted over its usable lots. */
export function reserveFloor(store: StoreRow, lots: readonly StockRow[], itemCode: string, response: Level): number {
  if (!isReserveKept(itemCode, response)) return 0
  const held = lots
    .filter((lot) => lot.storeId === store.id && lot.itemCode === itemCode)
    .reduce((sum, lot) => sum + lot.quantity, 0)
  return Math.ceil(held * store.reserveShare)
}
