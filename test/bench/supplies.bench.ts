import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { isLawfulFlow, priceFlow } from '#shared/planner/supplies/evaluate-supplies.ts'
import { solveSupplies } from '#shared/planner/supplies/solve-supplies.ts'
import type { SupplyFlow, SupplyProblem } from '#shared/planner/supplies/supply-problem.ts'
import { SupplyRoom } from '#shared/planner/supplies/supply-room.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { median, processorTimeOf, quantile } from './measure.ts'

/** G6: the coupled split of supplies against the nearest store with stock, priced by the same neutral evaluator. */
export const bench: Bench = {
  goals: ['G6'],
  run: async (options) => compare(await createHighsSolver(), options),
}

function compare(solver: MilpSolver, { quick, say }: BenchOptions): BenchRow[] {
  const size = quick ? { stores: 40, places: 10, items: 5 } : { stores: 200, places: 50, items: 10 }
  const seeds = quick ? 3 : 9
  solveSupplies(randomSupplies(0, size), solver) // warms up
  const rows = Array.from({ length: seeds }, (_, index) => {
    const problem = randomSupplies(index + 1, size)
    let found = solveSupplies(problem, undefined)
    const oursMs = processorTimeOf(() => {
      found = solveSupplies(problem, solver)
    })
    let nearest: SupplyFlow = []
    const nearestMs = processorTimeOf(() => {
      nearest = nearestStore(problem)
    })
    if (!isLawfulFlow(problem, found.flow) || !isLawfulFlow(problem, nearest)) throw new Error('an unlawful split')
    const price = priceFlow(problem, found.flow)
    say(`seed ${index + 1}: ${round(oursMs)} CPU ms, gap ${String(found.gap)}, ${found.stop}`)
    return {
      oursMs,
      nearestMs,
      ways: problem.ways.length,
      gap: found.gap ?? 1,
      price,
      nearest: priceFlow(problem, nearest),
    }
  })
  const times = rows.map((row) => row.oursMs)
  const common = {
    size: `${size.stores} stores x ${size.places} places x ${size.items} items, about ${rows[0]?.ways ?? 0} ways, coupled by loading and lorry time`,
    runs: seeds,
  }
  const ours = median(rows.map((row) => row.price.objective / 100))
  const theirs = median(rows.map((row) => row.nearest.objective / 100))
  return [
    {
      ...common,
      name: 'G6 supplies, time to the proof',
      ours: round(median(times)),
      baseline: round(median(rows.map((row) => row.nearestMs))),
      baselineName: 'nearest store with stock (no proof)',
      ratio: ratioOf(median(times), median(rows.map((row) => row.nearestMs))),
      unit: 'CPU ms',
      p95: round(quantile(times, 0.95)),
      note: `largest gap proven ${Math.max(...rows.map((row) => row.gap))}`,
    },
    {
      ...common,
      name: 'G6 supplies, cost',
      ours: round(ours, 0),
      baseline: round(theirs, 0),
      baselineName: 'nearest store with stock, neutral evaluator',
      ratio: ratioOf(ours, theirs),
      unit: 'pack seconds',
      note: `packs missing, priced: ours ${round(median(rows.map((row) => row.price.missing)) / 100, 0)}, nearest ${round(median(rows.map((row) => row.nearest.missing)) / 100, 0)}`,
    },
  ]
}

/** Needs in their order, each from the nearest store that has any. */
function nearestStore(problem: SupplyProblem): SupplyFlow {
  const room = new SupplyRoom(problem)
  const ways = problem.needs.map((): { etaS: number; index: number }[] => [])
  problem.ways.forEach(({ need, etaS }, index) => ways[need]?.push({ etaS, index }))
  for (const list of ways) {
    for (const { index } of list.sort((a, b) => a.etaS - b.etaS || a.index - b.index)) room.send(index, Infinity)
  }
  return room.flow
}

const LOADING_S = 1800
const WINDOW_S = 36_000
const MILLION = 1e6

/** A county of 40 by 25 km: each store holds an item with a chance of 70 %, stock is a little more than what is wanted. */
export function randomSupplies(seed: number, size: { stores: number; places: number; items: number }): SupplyProblem {
  const chance = createChance(seed)
  const spot = (): { x: number; y: number } => ({ x: chance() * 40, y: chance() * 25 })
  const stores = Array.from({ length: size.stores }, spot)
  const places = Array.from({ length: size.places }, spot)
  const items = Array.from({ length: size.items }, (_, item) => item)
  const needs = places.flatMap((_, place) =>
    items.map((item) => ({ place, item, packs: 20 + Math.floor(chance() * 180) })),
  )
  const shelves = stores.flatMap((_, store) =>
    items.flatMap((item) => {
      if (chance() > 0.7) return []
      const lots = [0, 1].map((part) => ({
        lotId: `${store}-${item}-${part}`,
        packs: 5 + Math.floor(chance() * ((60 * size.places) / size.stores) * 3),
        price: part * 30 + Math.floor(chance() * 30),
      }))
      return [{ store, item, packs: lots.reduce((sum, lot) => sum + lot.packs, 0), lots }]
    }),
  )
  const load = MILLION / 250
  const ways = needs.flatMap((need, index) =>
    shelves.flatMap((shelf, position) => {
      const [from, to] = [stores[shelf.store], places[need.place]]
      if (shelf.item !== need.item || from === undefined || to === undefined) return []
      const driveS = Math.round((Math.hypot(from.x - to.x, from.y - to.y) * 1.3 * 3600) / 40)
      const etaS = LOADING_S + driveS
      const lorryTime = load * (LOADING_S + 2 * driveS)
      return [{ shelf: position, need: index, price: etaS * 100, pickingPrice: 0, load, lorryTime, etaS, rank: 0 }]
    }),
  )
  const wanted = needs.reduce((sum, need) => sum + need.packs, 0)
  return {
    stores: stores.map((_, store) => ({
      id: `s${store}`,
      openingPrice: 0,
      // Loading is short at every third store.
      loadable: Math.round((MILLION * (store % 3 === 0 ? 0.6 : 4) * wanted) / 250 / size.stores),
    })),
    shelves: shelves.map(({ store, packs, lots }) => ({ store, packs, lots })),
    needs: needs.map(({ packs }) => ({ packs, missingPrice: 86_400_000 })),
    ways,
    fleetTime: Math.round(wanted * load * (LOADING_S + 2 * 900)),
    limits: { gap: 0, maxNodes: 1, guardMs: 20_000 },
    storesPerNeed: 3,
    wantedS: needs.map(() => WINDOW_S),
  }
}
