import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { isLotUsable } from '../rules/hard/store-reserve.ts'
import { townNames } from '../staging/town-sites.ts'
import { daysBetween, readinessFinding, type Unready } from './readiness-finding.ts'

/** Lots that are expired or expire soon; written-off ones are gone and say nothing. */
export function checkLots(
  { stock, stores }: Pick<Dataset, 'stock' | 'stores'>,
  today: string,
  { lotSoonDays, lotLaterDays }: Pick<ReadinessParameters, 'lotSoonDays' | 'lotLaterDays'>,
): ReadinessFinding[] {
  const storeOf = new Map(stores.map((store) => [store.id, store]))
  return stock.flatMap((lot) => {
    if (lot.expiresOn === '' || lot.status === '报废' || lot.status === '核销') return []
    const days = daysBetween(today, lot.expiresOn)
    if (days === null || days > lotLaterDays.value) return []
    const store = storeOf.get(lot.storeId)
    const about: Omit<Unready, 'code' | 'severity'> = {
      ...{ kind: 'lot', where: `stock.${lot.lotId}`, name: `${lot.item}（${store?.name ?? lot.storeId}）` },
      facts: { lotId: lot.lotId, item: lot.item, storeId: lot.storeId, expiresOn: lot.expiresOn, days },
      keeper: { name: store?.keeper ?? '', phone: store?.phone ?? '' },
    }
    if (days < 0) return [readinessFinding({ ...about, code: 'lot-expired', severity: 'warn', since: lot.expiresOn })]
    const severity = days <= lotSoonDays.value ? 'warn' : 'info'
    return [readinessFinding({ ...about, code: 'lot-expiring', severity, until: lot.expiresOn })]
  })
}

/**
 * Streets whose shelters have no usable goods to open with: no store of the street holds the item, in store and not
 * expired (design rule: a shelter is supplied from its own street first).
 */
export function checkShelterStock(
  dataset: Pick<Dataset, 'areas' | 'teams' | 'stock' | 'stores' | 'shelters'>,
  today: string,
  { shelterItems }: Pick<ReadinessParameters, 'shelterItems'>,
): ReadinessFinding[] {
  const { stock, stores, shelters } = dataset
  const nameOf = new Map(stock.map(({ itemCode, item }) => [itemCode, item]))
  return townNames(dataset).flatMap((town) => {
    const here = shelters.filter((shelter) => shelter.town === town)
    const storesHere = stores.filter((store) => store.town === town)
    const ids = new Set(storesHere.map(({ id }) => id))
    const held = new Set(
      stock
        .filter((lot) => ids.has(lot.storeId) && lot.quantity > 0 && isLotUsable(lot, today))
        .map(({ itemCode }) => itemCode),
    )
    const items = shelterItems.filter((item) => !held.has(item))
    if (here.length === 0 || items.length === 0) return []
    const keeper = storesHere.find(({ tier }) => tier === 'street') ?? storesHere[0]
    return [
      readinessFinding({
        ...{ kind: 'shelterStock', code: 'shelters-without-stock', severity: 'warn', name: town },
        where: `areas.${town}`,
        facts: { town, count: here.length, items: items.map((item) => nameOf.get(item) ?? item) },
        keeper: { name: keeper?.keeper ?? '', phone: keeper?.phone ?? '' },
      }),
    ]
  })
}
