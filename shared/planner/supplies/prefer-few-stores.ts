import type { SupplyDemand } from '../../domain/plan/force-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem } from '../problem.ts'
import type { Shelf } from './usable-lots.ts'

/** A shelf with the way from its store to where the supplies go. */
export interface RankedShelf {
  readonly shelf: Shelf
  readonly reach: { readonly durationS: number; readonly distanceM: number }
}

/**
 * The order in which stores are drawn for one need. `ranked` is nearest-first by tier and stays as it is while that takes
 * few stores (`storesPerItem`). Otherwise one store that gives the whole need comes first, in time when there is one, else
 * the fewest stores that together suffice; small lots of many stores are left where they are.
 */
export function preferFewStores(
  problem: PlanningProblem,
  ranked: readonly RankedShelf[],
  { demand, pack }: { demand: SupplyDemand; pack: number },
): readonly RankedShelf[] {
  const packs = Math.ceil(demand.quantity / pack)
  const giving = (entry: RankedShelf): number => packsOf(entry.shelf, pack)
  if (storesUsed(ranked, packs, giving) <= problem.parameters.supplies.storesPerItem.value) return ranked
  const inTime = ranked.filter(
    (entry) => problem.parameters.supplies.loadingS.value + entry.reach.durationS <= demand.bySAfterStart,
  )
  for (const pool of [inTime, ranked]) {
    const whole = pool.find((entry) => giving(entry) >= packs)
    if (whole !== undefined) return [whole, ...ranked.filter((entry) => entry !== whole)]
    const enough = pool.reduce((sum, entry) => sum + giving(entry), 0) >= packs
    if (enough) return withRest(fewestOf(pool, packs, giving), ranked)
  }
  return ranked
}

/** How many stores the order takes until the need is met or nothing is left. */
function storesUsed(ranked: readonly RankedShelf[], packs: number, giving: (entry: RankedShelf) => number): number {
  let left = packs
  let stores = 0
  for (const entry of ranked) {
    if (left <= 0) break
    if (giving(entry) <= 0) continue
    left -= giving(entry)
    stores += 1
  }
  return stores
}

/** The fewest stores that suffice: most first; the last one is the nearest that covers what is left. */
function fewestOf(
  pool: readonly RankedShelf[],
  packs: number,
  giving: (entry: RankedShelf) => number,
): readonly RankedShelf[] {
  const places = new Map(pool.map((entry, index) => [entry, index]))
  const byAmount = sortedBy(pool, (entry) => [-giving(entry), places.get(entry) ?? 0])
  const chosen: RankedShelf[] = []
  let left = packs
  for (const entry of byAmount) {
    if (left <= 0) break
    const last = pool.find((other) => !chosen.includes(other) && giving(other) >= left)
    const next = last ?? entry
    if (chosen.includes(next)) continue
    chosen.push(next)
    left -= giving(next)
  }
  return sortedBy(chosen, (entry) => [places.get(entry) ?? 0])
}

function withRest(chosen: readonly RankedShelf[], ranked: readonly RankedShelf[]): readonly RankedShelf[] {
  return [...chosen, ...ranked.filter((entry) => !chosen.includes(entry))]
}

/** Whole packs a shelf gives without touching what the store keeps back. */
function packsOf(shelf: Shelf, pack: number): number {
  const fromLots = shelf.lots.reduce((sum, lot) => sum + Math.floor(lot.left / pack), 0)
  return Math.min(fromLots, Math.floor(shelf.free / pack))
}
