import type { Dataset } from '../../domain/dataset/dataset.ts'
import { isLotUsable } from '../rules/hard/store-reserve.ts'
import { townNames } from '../staging/town-sites.ts'

/** What is read to tell which shelters lack goods. */
export type ShelterStock = Pick<Dataset, 'areas' | 'teams' | 'stock' | 'stores' | 'shelters'>

/**
 * Streets with shelters where no store of the street holds one of the items in store and not expired, with the codes of
 * those items; streets by name.
 */
export function streetsWithoutGoods(
  dataset: ShelterStock,
  today: string,
  items: readonly string[],
): { readonly town: string; readonly items: readonly string[] }[] {
  const { stock, stores, shelters } = dataset
  return townNames(dataset).flatMap((town) => {
    const ids = new Set(stores.filter((store) => store.town === town).map(({ id }) => id))
    const held = new Set(
      stock
        .filter((lot) => ids.has(lot.storeId) && lot.quantity > 0 && isLotUsable(lot, today))
        .map(({ itemCode }) => itemCode),
    )
    const missing = items.filter((item) => !held.has(item))
    return missing.length === 0 || !shelters.some((shelter) => shelter.town === town) ? [] : [{ town, items: missing }]
  })
}
