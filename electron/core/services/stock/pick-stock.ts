import type { AppContract, Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { LngLat } from '#shared/kernel/geo.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { pickLots } from '#shared/planner/stock/pick-lots.ts'
import { lotViewer, todayOf, type StockParts } from './stock-parts.ts'

type Stock = AppContract['stock']

/** What can be picked and where it can go to. */
export function pickChoices(core: StockParts): OutputOf<Stock['pickChoices']> {
  const { stock, stores, shelters } = core.library.current()
  const items = new Map(stock.map(({ itemCode, item, unit }) => [itemCode, { itemCode, item, unit }]))
  for (const { itemCode, item, unit } of core.references().parameters.supplies.items) {
    if (items.has(itemCode)) items.set(itemCode, { itemCode, item, unit })
  }
  const places = [...shelters, ...stores].map(({ id, name, town }) => ({ id, name, town }))
  return {
    items: sortedBy([...items.values()], ({ item, itemCode }) => [item, itemCode]),
    destinations: sortedBy(places, ({ town, name, id }) => [town, name, id]),
  }
}

/** Lots to take; see the contract. */
export function pickStock(
  core: StockParts,
  { itemCode, quantity, day, response, storeId, destinationId }: ParsedInputOf<Stock['pick']>,
  caller: Caller,
): OutputOf<Stock['pick']> {
  const dataset = core.library.current()
  const list = pickLots(dataset, core.references().parameters.supplies, {
    ...{ itemCode, quantity, response, storeId },
    day: day ?? todayOf(core),
    destination: destinationId === null ? null : placeOf(core, destinationId),
  })
  const view = lotViewer(core, caller)
  return {
    unit: list.unit,
    missing: list.missing,
    picked: list.picked.map((one) => ({ lot: view(one.lot), quantity: one.quantity, distanceM: one.distanceM })),
    passedOver: list.passedOver.map((one) => ({ lot: view(one.lot), quantity: one.quantity, cause: one.cause })),
  }
}

function placeOf({ library }: StockParts, id: string): LngLat {
  const { shelters, stores } = library.current()
  const place = [...shelters, ...stores].find((one) => one.id === id)
  if (place !== undefined) return { lng: place.lng, lat: place.lat }
  throw new AppError('not-found', `没有编号为“${id}”的避灾点或储备库；请重新选择去向`, {
    path: 'destinationId',
    value: id,
  })
}
