import type { ForceAndMovement } from '#shared/planner/problem.ts'
import { isLawfulFlow, priceFlow } from '#shared/planner/supplies/evaluate-supplies.ts'
import type { SupplyProblem } from '#shared/planner/supplies/supply-problem.ts'

/** One store's stock of one item for a small problem. */
export interface StockOf {
  readonly store: number
  readonly item: number
  readonly lots: readonly { readonly packs: number; readonly price: number }[]
  readonly keptBack: number
}

/** A problem of `stores` stores and needs of single items; a way costs what `minutes` says, one load a pack. */
export function aSupplyProblem(given: {
  readonly stock: readonly StockOf[]
  readonly needs: readonly { readonly item: number; readonly packs: number }[]
  readonly stores: readonly { readonly openingPrice: number; readonly loadable: number }[]
  readonly minutes: (store: number, need: number) => number
  readonly fleetTime?: number
  readonly pickingPrice?: number
}): SupplyProblem {
  return {
    stores: given.stores.map((store, index) => ({ id: `s${index}`, ...store })),
    shelves: given.stock.map(({ store, lots, keptBack }, shelf) => ({
      store,
      packs: Math.max(0, lots.reduce((sum, lot) => sum + lot.packs, 0) - keptBack),
      lots: lots.map((lot, index) => ({ lotId: `l${shelf}-${index}`, ...lot })),
    })),
    needs: given.needs.map(({ packs }) => ({ packs, missingPrice: 1_000_000 })),
    ways: given.needs.flatMap(({ item }, need) =>
      given.stock.flatMap(({ store, item: held }, shelf) => {
        if (held !== item) return []
        const etaS = given.minutes(store, need) * 60
        return [
          {
            shelf,
            need,
            price: etaS * 100,
            pickingPrice: given.pickingPrice ?? 0,
            load: 1,
            lorryTime: 2 * etaS,
            etaS,
            rank: 0,
          },
        ]
      }),
    ),
    fleetTime: given.fleetTime ?? null,
    limits: { gap: 0, maxNodes: 10_000, guardMs: 20_000 },
    storesPerNeed: 3,
    wantedS: given.needs.map(() => 36_000),
  }
}

/** The least price of all lawful flows, by trying every one: for a handful of ways and packs only. */
export function leastPriceByTrial(problem: SupplyProblem): number {
  const flow = problem.ways.map(() => 0)
  let least = Infinity
  const attempt = (index: number): void => {
    const way = problem.ways[index]
    if (way === undefined) {
      if (isLawfulFlow(problem, flow)) least = Math.min(least, priceFlow(problem, flow).objective)
      return
    }
    const most = Math.min(problem.shelves[way.shelf]?.packs ?? 0, problem.needs[way.need]?.packs ?? 0)
    for (let packs = 0; packs <= most; packs += 1) {
      flow[index] = packs
      attempt(index + 1)
    }
    flow[index] = 0
  }
  attempt(0)
  return least
}

/** Nobody is sent and nothing is closed. */
export const NO_FORCES: ForceAndMovement = {
  force: {
    demand: [],
    assignments: [],
    reserve: [],
    shortfalls: [],
    coverageLeft: [],
    solver: { status: 'greedy', objective: 0, bound: null, gap: null, elapsedMs: 0 },
  },
  movement: {
    stagingAreas: [],
    stagingRefusals: [],
    blocked: [],
    movements: [],
    convoy: [],
    closures: [],
    roadData: { name: '', schematic: true },
  },
}
