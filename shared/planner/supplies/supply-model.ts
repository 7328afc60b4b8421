import type { MilpModel } from '../solver/milp-solver.ts'
import { ModelBuilder } from '../solver/model-builder.ts'
import type { SupplyProblem } from './supply-problem.ts'

/** A model whose first columns are the packs on the problem's ways, in their order. */
export interface SupplyModel {
  readonly model: MilpModel
  /** True when stores have a price of being called out, so that whole-number columns exist. */
  readonly hasOpenings: boolean
}

/**
 * The split as a linear model: packs on each way, packs of each lot, missing packs of each need, and one yes-or-no a store
 * or a way where using it at all has a price. Rows: a shelf gives what its lots give; needs are met or missing; loading; lorry time; lines in force stay or are paid for.
 */
export function buildSupplyModel(problem: SupplyProblem, absoluteGap: number): SupplyModel {
  const builder = new ModelBuilder()
  const ways = problem.ways.map((way, index) =>
    builder.addColumn({
      cost: way.price,
      lower: problem.inForce?.fixed[index] ?? 0,
      upper: ceilingOf(problem, way),
      isContinuous: true,
    }),
  )
  const missing = problem.needs.map((need) =>
    builder.addColumn({ cost: need.missingPrice, upper: need.packs, isContinuous: true }),
  )
  const hasOpenings = problem.stores.some((store) => store.openingPrice > 0)
  const openings = hasOpenings
    ? problem.stores.map((store) => builder.addColumn({ cost: store.openingPrice, upper: 1 }))
    : []
  problem.ways.forEach((way, index) => {
    if (way.pickingPrice === 0) return
    const picked = builder.addColumn({ cost: way.pickingPrice, upper: 1 })
    builder.addRow(-Infinity, 0, [
      [ways[index] ?? 0, 1],
      [picked, -ceilingOf(problem, way)],
    ])
  })
  addChanges(builder, problem, ways)
  const byShelf = problem.shelves.map((): [number, number][] => [])
  const byNeed = problem.needs.map((): [number, number][] => [])
  const byStore = problem.stores.map((): [number, number][] => [])
  const lorryTime: [number, number][] = []
  problem.ways.forEach((way, index) => {
    const column = ways[index] ?? 0
    byShelf[way.shelf]?.push([column, 1])
    byNeed[way.need]?.push([column, 1])
    byStore[problem.shelves[way.shelf]?.store ?? 0]?.push([column, way.load / LOAD])
    lorryTime.push([column, way.lorryTime / LORRY_TIME])
  })
  problem.shelves.forEach(({ store, packs, lots }, shelf) => {
    const given = byShelf[shelf] ?? []
    if (given.length === 0) return
    const opening = openings[store]
    if (opening !== undefined) builder.addRow(-Infinity, 0, [...given, [opening, -packs]])
    const drawn = lots.map((lot): [number, number] => [
      builder.addColumn({ cost: lot.price, upper: lot.packs, isContinuous: true }),
      -1,
    ])
    builder.addRow(0, 0, [...given, ...drawn])
    if (lots.reduce((sum, lot) => sum + lot.packs, 0) > packs) builder.addRow(-Infinity, packs, given)
  })
  problem.needs.forEach((need, index) => {
    builder.addRow(need.packs, need.packs, [...(byNeed[index] ?? []), [missing[index] ?? 0, 1]])
  })
  problem.stores.forEach((store, index) => {
    builder.addRow(-Infinity, store.loadable / LOAD, byStore[index] ?? [])
  })
  if (problem.fleetTime !== null) builder.addRow(-Infinity, problem.fleetTime / LORRY_TIME, lorryTime)
  const { maxNodes, guardMs } = problem.limits
  return { model: builder.build({ relativeGap: 0, absoluteGap, maxNodes, guardMs }), hasOpenings }
}

/** One yes-or-no for each way in force: without the price of a change it gives neither more nor less than before. */
function addChanges(builder: ModelBuilder, problem: SupplyProblem, ways: readonly number[]): void {
  const { inForce } = problem
  if (inForce === undefined) return
  problem.ways.forEach((way, index) => {
    const before = inForce.packs[index] ?? 0
    if (before === 0) return
    const column = ways[index] ?? 0
    const changed = builder.addColumn({ cost: inForce.changePrice, upper: 1, isContinuous: inForce.isRelaxed })
    const more = ceilingOf(problem, way) - before
    if (more > 0)
      builder.addRow(-Infinity, before, [
        [column, 1],
        [changed, -more],
      ])
    builder.addRow(before, Infinity, [
      [column, 1],
      [changed, before],
    ])
  })
}

/** Rows are told in thousandths of a load and of a lorry hour, so that their numbers stay near those of the packs. */
const LOAD = 1000
const LORRY_TIME = 3.6e6

function ceilingOf({ shelves, needs }: SupplyProblem, way: { shelf: number; need: number }): number {
  return Math.min(shelves[way.shelf]?.packs ?? 0, needs[way.need]?.packs ?? 0)
}
