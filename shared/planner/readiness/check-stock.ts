import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { StockRow } from '../../domain/dataset/tables.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { lotDue, returnDue, type DueDays } from '../stock/lot-due.ts'
import { streetsWithoutGoods, type ShelterStock } from '../stock/streets-without-goods.ts'
import { readinessFinding, type Unready } from './readiness-finding.ts'

/** Lots that are expired or expire soon, and lots of others that go back; those written off say nothing. */
export function checkLots(
  { stock, stores }: Pick<Dataset, 'stock' | 'stores'>,
  today: string,
  dueDays: DueDays,
): ReadinessFinding[] {
  const storeOf = new Map(stores.map((store) => [store.id, store]))
  return stock.flatMap((lot) => {
    const store = storeOf.get(lot.storeId)
    const about: Omit<Unready, 'code' | 'severity' | 'facts'> = {
      ...{ kind: 'lot', where: `stock.${lot.lotId}`, name: `${lot.item}（${store?.name ?? lot.storeId}）` },
      keeper: { name: store?.keeper ?? '', phone: store?.phone ?? '' },
    }
    return [...expiryFindings(lot, about, lotDue(lot, today, dueDays)), ...returnFindings(lot, about, today, dueDays)]
  })
}

type About = Omit<Unready, 'code' | 'severity' | 'facts'>

function expiryFindings(lot: StockRow, about: About, due: ReturnType<typeof lotDue>): ReadinessFinding[] {
  if (due === null || due.when === 'later') return []
  const { when, days } = due
  const { lotId, item, storeId, expiresOn } = lot
  const said = { ...about, facts: { lotId, item, storeId, expiresOn, days } }
  if (when === 'passed') return [readinessFinding({ ...said, code: 'lot-expired', severity: 'warn', since: expiresOn })]
  const severity = when === 'urgent' ? 'warn' : 'info'
  return [readinessFinding({ ...said, code: 'lot-expiring', severity, until: expiresOn })]
}

function returnFindings(lot: StockRow, about: About, today: string, dueDays: DueDays): ReadinessFinding[] {
  const due = returnDue(lot, today, dueDays)
  if (due === null || due.when === 'later') return []
  const { when, days } = due
  const { lotId, item, storeId, belongsTo, returnBy } = lot
  const facts = {
    lotId,
    item,
    storeId,
    returnBy,
    days: Math.abs(days),
    owner: belongsTo === '' ? '未登记的物主' : belongsTo,
  }
  if (when === 'passed') {
    return [readinessFinding({ ...about, facts, code: 'lot-return-overdue', severity: 'warn', since: returnBy })]
  }
  const severity = when === 'urgent' ? 'warn' : 'info'
  return [readinessFinding({ ...about, facts, code: 'lot-return-due', severity, until: returnBy })]
}

/**
 * Streets whose shelters have no usable goods to open with: no store of the street holds the item, in store and not
 * expired (design rule: a shelter is supplied from its own street first).
 */
export function checkShelterStock(
  dataset: ShelterStock,
  today: string,
  { shelterItems }: Pick<ReadinessParameters, 'shelterItems'>,
): ReadinessFinding[] {
  const { stock, stores, shelters } = dataset
  const nameOf = new Map(stock.map(({ itemCode, item }) => [itemCode, item]))
  return streetsWithoutGoods(dataset, today, shelterItems).map(({ town, items }) => {
    const storesHere = stores.filter((store) => store.town === town)
    const keeper = storesHere.find(({ tier }) => tier === 'street') ?? storesHere[0]
    const count = shelters.filter((shelter) => shelter.town === town).length
    return readinessFinding({
      ...{ kind: 'shelterStock', code: 'shelters-without-stock', severity: 'warn', name: town },
      where: `areas.${town}`,
      facts: { town, count, items: items.map((item) => nameOf.get(item) ?? item) },
      keeper: { name: keeper?.keeper ?? '', phone: keeper?.phone ?? '' },
    })
  })
}
