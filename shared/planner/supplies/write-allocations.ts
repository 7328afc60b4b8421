import type { SupplyAllocation, SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import type { PlanningProblem } from '../problem.ts'
import type { PosedSupplies } from './pose-supplies.ts'
import type { SupplyFlow, SupplyWay } from './supply-problem.ts'
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

/** Packs on one way that is used. */
interface UsedWay {
  readonly way: SupplyWay
  readonly packs: number
}

/**
 * Lots behind the packs of a flow: the lots of the version in force first, so that what is loaded stays loaded; the others
 * within a store first expiring first, given to its demands in their order, so that what is wanted first gets what
 * expires first.
 */
export function drawLots(
  posed: PosedSupplies,
  flow: SupplyFlow,
  trip: (storeId: string, toId: string) => { readonly durationS: number; readonly distanceM: number } | null,
): Draw[] {
  const used = posed.problem.ways.flatMap((way, index): UsedWay[] => {
    const packs = flow[index] ?? 0
    return packs > 0 ? [{ way, packs }] : []
  })
  const ordered = sortedBy(used, ({ way }) => [way.need, way.rank, way.etaS, way.shelf])
  const taken = takeLots(posed, ordered)
  return ordered.flatMap(({ way }, at) => {
    const shelf = posed.shelves[way.shelf]
    const demand = posed.needs[way.need]
    const reach = shelf === undefined || demand === undefined ? null : trip(shelf.store.id, demand.toId)
    if (shelf === undefined || demand === undefined || reach === null) return []
    return shelf.lots.flatMap((lot, index): Draw[] => {
      const packs = taken[at]?.[index] ?? 0
      return packs <= 0 ? [] : [{ demand, shelf, lot, packs, driveS: reach.durationS, distanceM: reach.distanceM }]
    })
  })
}

/** Packs of each lot of its shelf for each used way. */
function takeLots(posed: PosedSupplies, ordered: readonly UsedWay[]): number[][] {
  const left = posed.problem.shelves.map((shelf) => shelf.lots.map((lot) => lot.packs))
  const inForce = new Map(posed.lotsInForce)
  const open = ordered.map(({ packs }) => packs)
  const taken = ordered.map(({ way }) => (left[way.shelf] ?? []).map(() => 0))
  const takeUpTo = (mostOf: (key: string) => number): void => {
    ordered.forEach(({ way }, at) => {
      const lots = left[way.shelf] ?? []
      const row = taken[at] ?? []
      posed.shelves[way.shelf]?.lots.forEach((lot, index) => {
        const key = `${lot.row.lotId}|${posed.needs[way.need]?.toId ?? ''}`
        const packs = Math.min(open[at] ?? 0, lots[index] ?? 0, mostOf(key))
        if (packs <= 0) return
        lots[index] = (lots[index] ?? 0) - packs
        open[at] = (open[at] ?? 0) - packs
        row[index] = (row[index] ?? 0) + packs
        inForce.set(key, (inForce.get(key) ?? 0) - packs)
      })
    })
  }
  takeUpTo((key) => inForce.get(key) ?? 0)
  takeUpTo(() => Infinity)
  return taken
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
