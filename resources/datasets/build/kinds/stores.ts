import { organisationName } from '../draft.ts'
import type { Draft, PlacedVillage } from '../draft.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { placeAtSeat, placeNear } from '../placing.ts'
import { seededInt } from '../seeded.ts'
import { STOCK_ITEMS } from './stock-items.ts'
import type { StockItem } from './stock-items.ts'

/** Stores of one region: the district store's place and the villages that have one. */
export interface StorePlan {
  readonly districtName: string
  readonly districtTown: string
  readonly districtPoint: Point
  readonly villages: readonly PlacedVillage[]
  readonly source: string
}

/** Date of the stock list; lots are dated back from it. */
export const STOCK_AS_OF = '2026-07-01'

const TIERS = ['district', 'street', 'village'] as const
const AREA_M2 = { district: 1000, street: 400, village: 40 }
const RESERVE = { district: 0.3, street: 0, village: 0 }

interface StoreSpec {
  readonly id: string
  readonly name: string
  readonly tier: (typeof TIERS)[number]
  readonly town: string
  readonly owner: string
  readonly point: Point
  readonly keeper: { readonly name: string; readonly phone: string }
}

/** Adds the stores of the three tiers and their lots. */
export function addStores(draft: Draft, plan: StorePlan): void {
  const keeper = (id: string, organisation: string, point: Point): StoreSpec['keeper'] =>
    addKeeper(draft, id, organisation, point)
  addStore(draft, plan, {
    id: 'store-district',
    name: plan.districtName,
    tier: 'district',
    town: plan.districtTown,
    owner: 'org-emergency',
    point: plan.districtPoint,
    keeper: keeper('store-district', 'org-emergency', plan.districtPoint),
  })
  for (const town of draft.region.towns) {
    const id = `store-${town.slug}`
    const point = placeAtSeat(draft.region, town, id)
    addStore(draft, plan, {
      id,
      name: `${town.name}应急物资储备库(演示)`,
      tier: 'street',
      town: town.name,
      owner: `org-street-${town.slug}`,
      point,
      keeper: keeper(id, `org-street-${town.slug}`, point),
    })
  }
  for (const { village, town, point, contact } of plan.villages) {
    const id = `store-village-${village.code}`
    addStore(draft, plan, {
      id,
      name: `${village.name}应急物资储备点(演示)`,
      tier: 'village',
      town: town.name,
      owner: `org-street-${town.slug}`,
      point: placeNear(draft.region, id, point, { minM: 20, maxM: 200, within: town.area }),
      keeper: contact,
    })
  }
}

function addKeeper(draft: Draft, storeId: string, organisation: string, point: Point): StoreSpec['keeper'] {
  const person = draft.contacts.addPerson({
    id: `p-${storeId}`,
    organisation: organisationName(draft, organisation),
    post: '储备库管理员',
    point,
  })
  return { name: String(person.name), phone: String(person.phone) }
}

function addStore(draft: Draft, plan: StorePlan, store: StoreSpec): void {
  draft.tables.stores.push({
    id: store.id,
    name: store.name,
    tier: store.tier,
    town: store.town,
    owner: organisationName(draft, store.owner),
    lng: store.point[0],
    lat: store.point[1],
    area_m2: AREA_M2[store.tier],
    keeper: store.keeper.name,
    phone: store.keeper.phone,
    reserve_share: RESERVE[store.tier],
    ...demo('面积为规划标准(区1000、街道400、村40平方米)；名称、位置、库存为演示', plan.source),
  })
  for (const stockItem of STOCK_ITEMS) addLots(draft, store, stockItem)
}

/** District stores keep each item in two lots of different age, others in one. */
function addLots(draft: Draft, store: StoreSpec, stockItem: StockItem): void {
  const held = stockItem.held[TIERS.indexOf(store.tier)] ?? 0
  if (held === 0) return
  const older = store.tier === 'district' && held > 1 ? Math.floor(held * 0.4) : 0
  const quantities = older === 0 ? [held] : [older, held - older]
  quantities.forEach((quantity, index) => {
    const lotId = `lot-${store.id.replace('store-', '')}-${stockItem.code.toLowerCase().replaceAll('_', '-')}-${index + 1}`
    const ageMonths = lotAgeMonths(lotId, stockItem.lifeMonths, older > 0 && index === 0)
    draft.tables.stock.push({
      lot_id: lotId,
      store_id: store.id,
      item_code: stockItem.code,
      gb38565: '',
      item: stockItem.name,
      quantity,
      unit: stockItem.unit,
      made_on: addMonths(STOCK_AS_OF, -ageMonths, lotId),
      expires_on: stockItem.lifeMonths === 0 ? '' : addMonths(STOCK_AS_OF, stockItem.lifeMonths - ageMonths, lotId),
      checked_on: addMonths(STOCK_AS_OF, -seededInt(`${lotId}#checked`, 1, 5), `${lotId}c`),
      status: '在库',
      ...demo('批次、数量、日期为演示'),
    })
  })
}

/** Older lots stand in the last quarter of their life; one in about forty street or village lots is past it. */
function lotAgeMonths(lotId: string, lifeMonths: number, isOlder: boolean): number {
  if (lifeMonths === 0) return seededInt(`${lotId}#age`, 6, 60)
  if (isOlder) return Math.max(1, lifeMonths - seededInt(`${lotId}#left`, 1, Math.max(2, Math.round(lifeMonths / 6))))
  if (seededInt(`${lotId}#expired`, 1, 40) === 1) return lifeMonths + 1
  return seededInt(`${lotId}#age`, 1, Math.max(1, Math.round(lifeMonths * 0.6)))
}

/** Moves an ISO date by whole months; the day of the month is seeded so that lots do not all end together. */
export function addMonths(date: string, months: number, key: string): string {
  const [year = '0', month = '1'] = date.split('-')
  const total = Number(year) * 12 + (Number(month) - 1) + months
  const day = seededInt(`${key}#day`, 1, 28)
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
