import type { StockRow } from '#shared/domain/dataset/tables.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { first, reportedAway, type Edit, type RuleCase } from './edited-plan.ts'

const AT = 'forcePlan.supplies.allocations'

type Supplies = DispatchPlan['forcePlan']['supplies']
type Allocation = Supplies['allocations'][number]
type Tour = NonNullable<Supplies['tours']>[number]

const line =
  (itemCode: string, edit: (line: Allocation) => unknown): Edit =>
  (plan) => {
    edit(first(plan.forcePlan.supplies.allocations, (entry) => entry.itemCode === itemCode))
    return undefined
  }
/** The first lot of citric acid: 1280 of the 3200 kg in the district store, of which 30 % (960 kg) stay. */
const citric = (quantity: number): Edit => line('CITRIC_KG', (entry) => (entry.quantity = quantity))
const lot =
  (change: Partial<StockRow>): Edit =>
  () => ({
    stock: beilun.stock.map((row) => (row.lotId === 'lot-district-citric-kg-1' ? { ...row, ...change } : row)),
  })
/** The plan without its plugging kits, and so many of them admitted as missing. */
const withoutKits =
  (admitted: number): Edit =>
  (plan) => {
    const { supplies } = plan.forcePlan
    const need = first(supplies.demand, ({ itemCode }) => itemCode === 'PLUG_KIT')
    supplies.allocations = supplies.allocations.filter(({ itemCode }) => itemCode !== 'PLUG_KIT')
    supplies.shortfalls.push({ ...need, missing: admitted, reasons: [], remedies: [] })
    return undefined
  }
/** What is asked of an item for the first shelter that needs it, changed by so many. */
const asked =
  (itemCode: string, more: number): Edit =>
  (plan) => {
    first(plan.forcePlan.supplies.demand, (need) => need.itemCode === itemCode).quantity += more
    return undefined
  }
/** One gap of four kits: for the scene alone, or for the scene and a place more that needs two. */
const sharedGap =
  (toIds: string[]): Edit =>
  (plan) => {
    const { supplies } = plan.forcePlan
    const need = first(supplies.demand, ({ itemCode }) => itemCode === 'PLUG_KIT')
    supplies.demand.push({ ...need, toId: 'staging-2' })
    supplies.allocations = supplies.allocations.filter(({ itemCode }) => itemCode !== 'PLUG_KIT')
    supplies.shortfalls.push({ ...need, missing: 4, toIds, reasons: [], remedies: [] })
    return undefined
  }
/** The district store stands upwind, so many metres from the scene. */
const storeAway =
  (metres: number): Edit =>
  ({ incident }) => ({
    stores: beilun.stores.map((row) =>
      row.id === 'store-district' ? { ...row, ...destinationOf(incident.location, 45, metres) } : row,
    ),
  })
const tour =
  (edit: (tour: Tour) => unknown): Edit =>
  (plan) => {
    edit(first(plan.forcePlan.supplies.tours ?? []))
    return undefined
  }
const carriedBy =
  (carrierId: string): Edit =>
  (plan) => {
    first(plan.forcePlan.supplies.transfers ?? []).carrierId = carrierId
    return undefined
  }

export const SUPPLY_CASES: readonly RuleCase[] = [
  {
    code: 'lot-unknown',
    says: 'a lot that is in no list',
    plan: 'road',
    breaks: line('CITRIC_KG', (entry) => (entry.lotId = 'lot-of-dreams')),
    twin: line('CITRIC_KG', (entry) => (entry.lotId = 'lot-district-citric-kg-1')),
    at: AT,
    shows: '批次lot-of-dreams',
  },
  {
    code: 'lot-unknown',
    says: 'a lot that lies in another store',
    plan: 'road',
    breaks: line('CITRIC_KG', (entry) => (entry.storeId = 'store-xiapu')),
    twin: line('CITRIC_KG', (entry) => (entry.storeId = 'store-district')),
    at: AT,
    shows: '批次lot-district-citric-kg-1',
  },
  {
    code: 'lot-overdrawn',
    says: '1 kg more than the lot holds',
    plan: 'road',
    breaks: citric(1281),
    twin: citric(1280),
    at: AT,
    shows: '安排1281千克，库存只有1280',
  },
  {
    code: 'lot-expired',
    says: 'a lot that expires a day before it must still be good',
    plan: 'road',
    breaks: lot({ expiresOn: '2026-07-14' }),
    twin: lot({ expiresOn: '2026-07-15' }),
    at: AT,
    shows: '有效期至2026-07-14，须到2026-07-15仍有效',
  },
  {
    code: 'lot-not-in-store',
    says: 'a lot that waits for its check',
    plan: 'road',
    breaks: lot({ status: '待检' }),
    twin: lot({ status: '在库' }),
    at: AT,
    shows: '状态为“待检”',
  },
  {
    code: 'lot-endangered',
    says: 'a store 40 m from the isolation circle of 150 m, of 50 m at least',
    plan: 'road',
    breaks: storeAway(190),
    twin: storeAway(201),
    at: AT,
    shows: '在“',
  },
  {
    code: 'reserve-broken',
    says: '1 kg out of the reserve of 960 kg',
    plan: 'road',
    breaks: citric(2241),
    twin: citric(2240),
    at: AT,
    shows: '储备下限960',
  },
  {
    code: 'supply-unmet-unsaid',
    says: 'two plugging kits missing and one admitted',
    plan: 'road',
    breaks: withoutKits(1),
    twin: withoutKits(2),
    at: 'forcePlan.supplies.demand.7',
    shows: '已安排0，只说明了缺口1',
  },
  {
    code: 'supply-unmet-unsaid',
    says: 'a gap that does not speak for a second place',
    plan: 'road',
    breaks: sharedGap([]),
    twin: sharedGap(['staging-1', 'staging-2']),
    at: 'forcePlan.supplies.demand.13',
    shows: '需要2',
  },
  {
    code: 'group-need-missing',
    says: 'one pack for infants fewer than the shelter needs',
    plan: 'typhoon',
    breaks: asked('LIFE_INFANT', -1),
    twin: asked('LIFE_INFANT', 1),
    at: 'forcePlan.supplies.demand',
    shows: '安置的特殊人群需要',
  },
  {
    code: 'supply-without-run',
    says: 'goods that no run carries',
    plan: 'road',
    breaks: line('CITRIC_KG', (entry) => (entry.transferId = 'T-store-xiapu-staging-1')),
    twin: line('CITRIC_KG', (entry) => (entry.transferId = 'T-store-district-staging-1')),
    at: `${AT}.16`,
    shows: '没有写明由哪趟车送',
  },
  {
    code: 'carrier-unknown',
    says: 'goods on a bus',
    plan: 'typhoon',
    breaks: carriedBy('carrier-03'),
    twin: carriedBy('carrier-15'),
    at: 'forcePlan.supplies.transfers',
    shows: '运力carrier-03',
  },
  {
    code: 'supply-off-tour',
    says: 'goods that are unloaded before they are loaded',
    plan: 'typhoon',
    breaks: tour((each) => each.stops.reverse()),
    twin: tour((each) => (each.carrierName = '另一辆')),
    at: 'forcePlan.supplies.tours',
    shows: '没有排进一趟先装后送的车',
  },
  {
    // Four trips of a pickup that takes 0.2 of a standard lorry, and 0.011 for rounding.
    code: 'tour-overloaded',
    says: 'a pickup with more than four trips of it take',
    plan: 'typhoon',
    breaks: tour((each) => (each.loads = 0.82)),
    twin: tour((each) => (each.loads = 0.81)),
    at: 'forcePlan.supplies.tours',
    shows: '一趟装0.82个标准货车',
  },
  {
    code: 'lot-unavailable',
    says: 'a lot that was reported unavailable',
    plan: 'road',
    breaks: reportedAway('lot:lot-district-citric-kg-1'),
    twin: reportedAway('lot:lot-district-citric-kg-2'),
    at: AT,
    shows: '批次lot-district-citric-kg-1或其仓库',
  },
  {
    code: 'lot-unavailable',
    says: 'a store that was reported unavailable',
    plan: 'road',
    breaks: reportedAway('store:store-chaiqiao'),
    twin: reportedAway('store:store-guoju'),
    at: AT,
    shows: '批次lot-chaiqiao-ppe-b-1或其仓库',
  },
  {
    code: 'carrier-unavailable',
    says: 'goods on a lorry that was reported unavailable',
    plan: 'typhoon',
    breaks: reportedAway('carrier:carrier-12'),
    twin: reportedAway('carrier:carrier-99'),
    at: 'forcePlan.supplies.transfers',
    shows: '运力carrier-12已标为不可用',
  },
]
