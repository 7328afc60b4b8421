import type { SupplyAllocation, SupplyTour, SupplyTransfer } from '../../domain/plan/force-plan.ts'
import { localParts } from '../../kernel/instant.ts'
import { groupBy } from '../../kernel/order.ts'
import { listLorries } from '../supplies/lorries.ts'
import { reliefDemand } from '../supplies/relief-demand.ts'
import { leastExpiry } from '../supplies/usable-lots.ts'
import { unavailableIds } from '../people/unavailable.ts'
import { makeFinding } from '../reason.ts'
import { isStoreEndangered } from '../rules/hard/store-in-zone.ts'
import { isLotUsable, reserveFloor } from '../rules/hard/store-reserve.ts'
import type { CheckFinding, CheckSubject, PlanCheck } from './check-rule.ts'

const WHERE = 'forcePlan.supplies.allocations'

/** Lots exist, are usable and are not overdrawn; stores keep their reserve; needs are met or the gap is said. */
export const checkSupplies: PlanCheck = (subject) => [
  ...checkLots(subject),
  ...checkReserves(subject),
  ...checkNeeds(subject),
  ...checkTransfers(subject),
  ...checkRelief(subject),
]

function checkLots({ plan, context, basis }: CheckSubject): CheckFinding[] {
  const lots = new Map(context.dataset.stock.map((lot) => [lot.lotId, lot]))
  const away = { lots: unavailableIds(plan.incident, 'lot'), stores: unavailableIds(plan.incident, 'store') }
  const goodUntil = leastExpiry(context.parameters.supplies, basis.facts)
  const { staging } = context.parameters
  const endangered = new Map(
    context.dataset.stores
      .filter((store) => isStoreEndangered(store, basis.zones, staging))
      .map((store) => [store.id, store.name]),
  )
  const findings: CheckFinding[] = []
  for (const [lotId, lines] of groupBy(plan.forcePlan.supplies.allocations, (line) => line.lotId)) {
    const lot = lots.get(lotId)
    if (!lot || lines.some((line) => line.storeId !== lot.storeId || line.itemCode !== lot.itemCode)) {
      findings.push(makeFinding('lot-unknown', 'block', WHERE, { lotId }))
      continue
    }
    if (away.lots.has(lotId) || away.stores.has(lot.storeId)) {
      const store = lines[0]?.storeName ?? lot.storeId
      findings.push(makeFinding('lot-unavailable', 'block', WHERE, { lotId, store }))
    }
    const near = endangered.get(lot.storeId)
    if (near !== undefined)
      findings.push(
        makeFinding('lot-endangered', 'block', WHERE, { lotId, store: near, marginM: staging.zoneMarginM.value }),
      )
    const quantity = sumOf(lines)
    if (quantity > lot.quantity) {
      findings.push(
        makeFinding('lot-overdrawn', 'block', WHERE, { lotId, quantity, unit: lot.unit, held: lot.quantity }),
      )
    }
    if (lot.status !== '在库')
      findings.push(makeFinding('lot-not-in-store', 'block', WHERE, { lotId, status: lot.status }))
    else if (!isLotUsable(lot, goodUntil)) {
      findings.push(makeFinding('lot-expired', 'block', WHERE, { lotId, expiresOn: lot.expiresOn, goodUntil }))
    }
  }
  return findings
}

function checkReserves({ plan, context, basis }: CheckSubject): CheckFinding[] {
  const today = localParts(basis.facts.nowS, basis.facts.offsetMin).date
  const usable = context.dataset.stock.filter((lot) => isLotUsable(lot, today))
  const stores = new Map(context.dataset.stores.map((store) => [store.id, store]))
  const findings: CheckFinding[] = []
  for (const [, lines] of groupBy(plan.forcePlan.supplies.allocations, (line) => `${line.storeId} ${line.itemCode}`)) {
    const first = lines[0]
    const store = first ? stores.get(first.storeId) : undefined
    if (!first || !store) continue
    const floor = reserveFloor(store, usable, first.itemCode, plan.incident.response.value)
    const held = usable
      .filter((lot) => lot.storeId === store.id && lot.itemCode === first.itemCode)
      .reduce((sum, lot) => sum + lot.quantity, 0)
    if (held - sumOf(lines) < floor) {
      findings.push(makeFinding('reserve-broken', 'block', WHERE, { store: store.name, item: first.item, floor }))
    }
  }
  return findings
}

function checkNeeds({ plan }: CheckSubject): CheckFinding[] {
  const { demand, allocations, shortfalls } = plan.forcePlan.supplies
  return demand.flatMap((need, index) => {
    // A gap may speak for several places: then they are judged together.
    const gap = shortfalls.find((line) => line.itemCode === need.itemCode && line.toIds?.includes(need.toId) === true)
    const places = new Set([need.toId, ...(gap?.toIds ?? [])])
    const matches = (line: { itemCode: string; toId: string }): boolean =>
      line.itemCode === need.itemCode && places.has(line.toId)
    const wanted = demand.filter(matches).reduce((sum, line) => sum + line.quantity, 0)
    const supplied = sumOf(allocations.filter(matches))
    const admitted = shortfalls.filter(matches).reduce((sum, line) => sum + line.missing, 0)
    if (supplied + admitted >= wanted) return []
    return [
      makeFinding('supply-unmet-unsaid', 'block', `forcePlan.supplies.demand.${index}`, {
        item: need.item,
        wanted,
        unit: need.unit,
        supplied,
        admitted,
      }),
    ]
  })
}

/** What the people of each shelter need as a group (infants, old people, patients, those who need help) is asked for. */
function checkRelief({ plan, context, basis }: CheckSubject): CheckFinding[] {
  const { supplies } = context.parameters
  const items = new Map(supplies.items.map((item) => [item.itemCode, item]))
  const { demand } = plan.forcePlan.supplies
  const groupItems = new Set(supplies.relief.flatMap((need) => (need.group === undefined ? [] : [need.itemCode])))
  const needs = reliefDemand(context, basis.facts, { evacuation: plan.handlingPlan.evacuation, items })
  return needs.flatMap((need) => {
    if (!groupItems.has(need.itemCode)) return []
    const asked = demand
      .filter((line) => line.itemCode === need.itemCode && line.toId === need.toId)
      .reduce((sum, line) => sum + line.quantity, 0)
    if (asked >= need.quantity) return []
    return [
      makeFinding('group-need-missing', 'block', 'forcePlan.supplies.demand', {
        shelter: need.toName,
        item: need.item,
        wanted: need.quantity,
        unit: need.unit,
        asked,
      }),
    ]
  })
}

/** Every line travels with a run from its store to its place, and the run's carrier is a lorry of the list. */
function checkTransfers({ plan, context }: CheckSubject): CheckFinding[] {
  const { transfers, allocations, tours } = plan.forcePlan.supplies
  if (transfers === undefined) return []
  const runs = new Map(transfers.map((run) => [run.id, run]))
  const carriers = [...new Set(transfers.flatMap(({ carrierId }) => carrierId ?? []))]
  const away = unavailableIds(plan.incident, 'carrier')
  const lorries = new Set(context.dataset.carriers.filter((row) => row.kind === 'lorry').map((row) => row.id))
  return [
    ...allocations.flatMap((line, index) => {
      const run = runs.get(line.transferId ?? '')
      if (run?.storeId === line.storeId && run.toId === line.toId) return []
      return [
        makeFinding('supply-without-run', 'block', `${WHERE}.${index}`, { item: line.item, store: line.storeName }),
      ]
    }),
    ...carriers
      .filter((carrierId) => !lorries.has(carrierId))
      .map((carrierId) => makeFinding('carrier-unknown', 'block', 'forcePlan.supplies.transfers', { carrierId })),
    ...carriers
      .filter((carrierId) => away.has(carrierId))
      .map((carrierId) => makeFinding('carrier-unavailable', 'block', 'forcePlan.supplies.transfers', { carrierId })),
    ...(tours === undefined ? [] : checkTours({ plan, context }, transfers, tours)),
  ]
}

/** Every run is on one tour that loads it before it unloads it, and no lorry of a tour carries more than it takes. */
function checkTours(
  { plan, context }: Pick<CheckSubject, 'plan' | 'context'>,
  transfers: readonly SupplyTransfer[],
  tours: readonly SupplyTour[],
): CheckFinding[] {
  const where = 'forcePlan.supplies.tours'
  const shares = new Map(
    listLorries({ ...context, incident: plan.incident }).map(({ carrier, share }) => [carrier.id, share]),
  )
  const misled = transfers.filter((run) => {
    const carrying = tours.filter(({ stops }) => stops.some((stop) => stop.transferIds.includes(run.id)))
    const stops = carrying.flatMap((tour) => tour.stops)
    const loaded = stops.findIndex(({ kind, placeId }) => kind === 'load' && placeId === run.storeId)
    const unloaded = stops.findIndex(({ kind, placeId }) => kind === 'unload' && placeId === run.toId)
    return carrying.length !== 1 || loaded < 0 || unloaded < loaded
  })
  const overloaded = tours.filter(({ carrierId, trips, loads }) => {
    const share = shares.get(carrierId ?? '')
    return share !== undefined && loads > share * trips + 0.011
  })
  return [
    ...misled.map((run) => makeFinding('supply-off-tour', 'block', where, { store: run.storeName, to: run.toName })),
    ...overloaded.map((tour) =>
      makeFinding('tour-overloaded', 'block', where, { carrier: tour.carrierName, loads: tour.loads }),
    ),
  ]
}

function sumOf(lines: readonly Pick<SupplyAllocation, 'quantity'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}
