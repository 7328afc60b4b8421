import type { AppContract, Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { ItemSum, KeptLot, StoreLine } from '#shared/contract/stock.contract.ts'
import { LOT_OWNERSHIPS, LOT_STATUSES, WRITE_OFF_CAUSES } from '#shared/domain/dataset/row-choices.ts'
import type { StockRow, StoreRow } from '#shared/domain/dataset/tables.ts'
import { COUNTED_STATUSES } from '#shared/domain/stock/lot-steps.ts'
import { sumOf } from '#shared/domain/stock/split-quantity.ts'
import { groupBy, sortedBy } from '#shared/kernel/order.ts'
import { isLotUsable } from '#shared/planner/rules/hard/store-reserve.ts'
import { lotDue, returnDue } from '#shared/planner/stock/lot-due.ts'
import { streetsWithoutGoods } from '#shared/planner/stock/streets-without-goods.ts'
import { expiryOrder } from '#shared/planner/supplies/usable-lots.ts'
import { readStockTakingTimes } from '../../db/repositories/stock-taking.repo.ts'
import { isLotWanted } from './wanted-lots.ts'
import { lotViewer, todayOf, type StockParts } from './stock-parts.ts'

type Stock = AppContract['stock']

const TIER_ORDER: Readonly<Record<StoreRow['tier'], number>> = { district: 0, street: 1, village: 2 }

/** All stores with what needs doing in them; see the contract. */
export function listStores(core: StockParts): StoreLine[] {
  const { stores, stock } = core.library.current()
  const lotsOf = groupBy(stock, ({ storeId }) => storeId)
  const drafts = readStockTakingTimes(core.db)
  const lines = stores.map((store) => storeLine(core, store, lotsOf.get(store.id) ?? [], drafts.get(store.id) ?? null))
  return sortedBy(lines, ({ tier, town, name, storeId }) => [TIER_ORDER[tier], town, name, storeId])
}

/** One store in short. */
export function storeLine(
  core: StockParts,
  { id, name, tier, town, keeper, phone }: StoreRow,
  lots: readonly StockRow[],
  draftSavedAt: string | null,
): StoreLine {
  const today = todayOf(core)
  const { readiness } = core.references().parameters
  const dues = lots.map((lot) => lotDue(lot, today, readiness)?.when)
  const returns = lots.flatMap((lot) => {
    const due = returnDue(lot, today, readiness)
    return due === null ? [] : [due.when]
  })
  const checked = lots.filter(({ status }) => COUNTED_STATUSES.includes(status)).map(({ checkedOn }) => checkedOn)
  return {
    ...{ storeId: id, name, tier, town, keeper, phone, draftSavedAt },
    lots: lots.filter(({ status }) => status !== '核销').length,
    expired: dues.filter((when) => when === 'passed').length,
    urgent: dues.filter((when) => when === 'urgent').length,
    soon: dues.filter((when) => when === 'soon').length,
    returns: returns.length,
    overdue: returns.filter((when) => when === 'passed').length,
    checkedSince: checked.toSorted()[0] ?? '',
  }
}

/** Lots and sums; see the contract. */
export function ledgerOf(
  core: StockParts,
  wanted: ParsedInputOf<Stock['ledger']>,
  caller: Caller,
): OutputOf<Stock['ledger']> {
  const { storeId, itemCode, writtenOff, limit } = wanted
  const { stock, stores } = core.library.current()
  const held = stock.filter(
    (lot) => (storeId ?? lot.storeId) === lot.storeId && (itemCode ?? lot.itemCode) === lot.itemCode,
  )
  const all = held.filter(({ status }) => writtenOff || status !== '核销')
  const nameOf = new Map(stores.map(({ id, name }) => [id, name]))
  const lots = all.filter((lot) => isLotWanted(lot, nameOf.get(lot.storeId) ?? '', wanted))
  const sorted = sortedBy(lots, (lot) => [lot.item, lot.itemCode, ...expiryOrder(lot)])
  const day = todayOf(core)
  return {
    ...{ day, total: lots.length, all: all.length, sums: sumsOf(held, day) },
    lots: sorted.slice(0, limit).map(lotViewer(core, caller)),
  }
}

/** Sums of each item and unit: goods counted in different units are never added. */
export function sumsOf(lots: readonly StockRow[], today: string): ItemSum[] {
  const groups = [...groupBy(lots, ({ itemCode, unit }) => `${itemCode} ${unit}`).values()]
  const sums = groups.flatMap((group): ItemSum[] => {
    const [first] = group
    if (first === undefined) return []
    const { itemCode, item, unit } = first
    const held = group.filter(({ status }) => status !== '核销')
    const gone = group.filter(({ status }) => status === '核销')
    return [
      {
        ...{ itemCode, item, unit, total: quantityIn(held) },
        usable: quantityIn(held.filter((lot) => isLotUsable(lot, today))),
        byStatus: LOT_STATUSES.filter((status) => status !== '核销').flatMap((status) => {
          const quantity = quantityIn(held.filter((lot) => lot.status === status))
          return quantity === 0 ? [] : [{ status, quantity }]
        }),
        byOwnership: LOT_OWNERSHIPS.flatMap((ownership) => {
          const quantity = quantityIn(
            held.filter((lot) => (lot.ownership === '' ? 'own' : lot.ownership) === ownership),
          )
          return quantity === 0 ? [] : [{ ownership, quantity }]
        }),
        writtenOff: ([...WRITE_OFF_CAUSES, ''] as const).flatMap((cause) => {
          const quantity = quantityIn(gone.filter((lot) => lot.writeOffCause === cause))
          return quantity === 0 ? [] : [{ cause: cause === '' ? null : cause, quantity }]
        }),
      },
    ]
  })
  return sortedBy(sums, ({ item, itemCode, unit }) => [item, itemCode, unit])
}

function quantityIn(lots: readonly StockRow[]): number {
  return sumOf(lots.map(({ quantity }) => quantity))
}

/** Lots past their date or near it; see the contract. */
export function expiringLots(core: StockParts, caller: Caller): OutputOf<Stock['expiring']> {
  const { readiness } = core.references().parameters
  const day = todayOf(core)
  const lots = core.library.current().stock.flatMap((lot) => {
    const due = lotDue(lot, day, readiness)
    return due === null || due.when === 'later' ? [] : [{ lot, days: due.days }]
  })
  const sorted = sortedBy(lots, ({ lot, days }) => [days, lot.lotId]).map(({ lot }) => lot)
  const { lotSoonDays, lotLaterDays } = readiness
  return { day, soonDays: lotSoonDays.value, laterDays: lotLaterDays.value, lots: keptLots(core, sorted, caller) }
}

/** Requisitioned lots that are still here; see the contract. */
export function lotsToReturn(core: StockParts, caller: Caller): OutputOf<Stock['returns']> {
  const lots = core.library
    .current()
    .stock.filter(({ ownership, status }) => ownership === 'requisitioned' && status !== '核销')
  const sorted = sortedBy(lots, ({ returnBy, lotId }) => [returnBy === '' ? '9999-12-31' : returnBy, lotId])
  return { day: todayOf(core), lots: keptLots(core, sorted, caller) }
}

function keptLots(core: StockParts, lots: readonly StockRow[], caller: Caller): KeptLot[] {
  const storeOf = new Map(core.library.current().stores.map((store) => [store.id, store]))
  const view = lotViewer(core, caller)
  const day = todayOf(core)
  const { shelterItems } = core.references().parameters.readiness
  const short = streetsWithoutGoods(core.library.current(), day, shelterItems)
  return lots.map((lot) => {
    const store = storeOf.get(lot.storeId)
    const isGood = isLotUsable(lot, day) && lot.quantity > 0
    const neededIn = isGood ? short.filter(({ items }) => items.includes(lot.itemCode)).map(({ town }) => town) : []
    return { lot: view(lot), keeper: store?.keeper ?? '', phone: store?.phone ?? '', town: store?.town ?? '', neededIn }
  })
}
