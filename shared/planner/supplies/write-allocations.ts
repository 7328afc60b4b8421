import type { SupplyAllocation, SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import type { PlanningProblem } from '../problem.ts'
import type { PosedSupplies } from './pose-supplies.ts'
import type { SupplyFlow } from './supply-problem.ts'
import type { Lot, Shelf } from './usable-lots.ts'

/** A part of a lot for one demand, before a lorry is named. */
export interface Draw {
  readonly demand: SupplyDemand
  readonly shelf: Shelf
  readonly lot: Lot
  readonly packs: number
  readonly driveS: number
  readonly distanceM: number
}

/**
 * Lots behind the packs of a flow: within a store first expiring first, given to its demands in their order, so that what
 * is wanted first gets what expires first.
 */
export function drawLots(
  posed: PosedSupplies,
  flow: SupplyFlow,
  trip: (storeId: string, toId: string) => { readonly durationS: number; readonly distanceM: number } | null,
): Draw[] {
  const left = posed.problem.shelves.map((shelf) => shelf.lots.map((lot) => lot.packs))
  const used = posed.problem.ways.flatMap((way, index) => {
    const packs = flow[index] ?? 0
    return packs > 0 ? [{ way, packs }] : []
  })
  const ordered = sortedBy(used, ({ way }) => [way.need, way.rank, way.etaS, way.shelf])
  return ordered.flatMap(({ way, packs }) => {
    const shelf = posed.shelves[way.shelf]
    const demand = posed.needs[way.need]
    const reach = shelf === undefined || demand === undefined ? null : trip(shelf.store.id, demand.toId)
    const lots = left[way.shelf]
    if (shelf === undefined || demand === undefined || reach === null || lots === undefined) return []
    let open = packs
    return shelf.lots.flatMap((lot, index): Draw[] => {
      const taken = Math.min(open, lots[index] ?? 0)
      if (taken <= 0) return []
      lots[index] = (lots[index] ?? 0) - taken
      open -= taken
      return [{ demand, shelf, lot, packs: taken, driveS: reach.durationS, distanceM: reach.distanceM }]
    })
  })
}

/** The line of one draw; `etaS` when its last lorry is there. */
export function writeAllocation(
  { parameters }: PlanningProblem,
  { demand, shelf, lot, packs, driveS, distanceM }: Draw,
  { etaS, transferId }: { readonly etaS: number; readonly transferId: string },
): SupplyAllocation {
  const { row } = lot
  const { store } = shelf
  const pack = parameters.supplies.items.find((item) => item.itemCode === row.itemCode)?.pack ?? 1
  const expiresOn = row.expiresOn === '' ? null : row.expiresOn
  return {
    storeId: store.id,
    storeName: store.name,
    lotId: row.lotId,
    itemCode: row.itemCode,
    item: row.item,
    quantity: packs * pack,
    unit: row.unit,
    expiresOn,
    toId: demand.toId,
    etaS,
    distanceM,
    keeper: store.keeper,
    phone: store.phone,
    transferId,
    reasons: [
      makeReason('supply-nearest', { tier: TIER_NAMES[store.tier], minutes: Math.ceil(driveS / 60) }),
      ...lateReason(demand, etaS),
      makeReason('supply-first-expired', { expiresOn: expiresOn ?? '无有效期', pack, unit: row.unit }),
    ],
  }
}

/** Says that the lot comes after the wanted time and what bridges it. */
function lateReason(demand: SupplyDemand, etaS: number): Reason[] {
  if (etaS <= demand.bySAfterStart) return []
  return [makeReason('supply-late', { minutes: Math.ceil(etaS / 60), wanted: Math.floor(demand.bySAfterStart / 60) })]
}

const TIER_NAMES = { village: '村（社区）', street: '街道', district: '区级' } as const
