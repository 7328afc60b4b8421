import type { SupplyAllocation } from '../../domain/plan/force-plan.ts'
import { groupBy } from '../../kernel/order.ts'
import type { PlanningProblem } from '../problem.ts'
import type { PosedSupplies } from '../supplies/pose-supplies.ts'
import type { SupplyInForce, SupplyProblem, SupplyWay } from '../supplies/supply-problem.ts'
import { SupplyRoom } from '../supplies/supply-room.ts'

/**
 * A posed split against the version in force: each way that gives otherwise than before has its price (design rule), and
 * what is ordered, loaded or on the road already is fixed as far as stock, loading and needs still allow. A first plan is
 * left as it is.
 */
export function againstSuppliesInForce(problem: PlanningProblem, posed: PosedSupplies): PosedSupplies {
  const { inForce, parameters } = problem
  if (inForce === undefined) return posed
  const { changedLinePackS, pickingPairs } = parameters.supplies
  const lines = inForce.plan.forcePlan.supplies.allocations
  const underWay = new Set((inForce.goodsUnderWay ?? []).map(({ transferId }) => transferId))
  const begun = lines.filter(({ transferId }) => transferId !== undefined && underWay.has(transferId))
  const packs = packsByWay(problem, posed, lines)
  const room = new SupplyRoom(posed.problem)
  packsByWay(problem, posed, begun).forEach((wanted, way) => {
    room.send(way, wanted)
  })
  const changePrice = Math.round(changedLinePackS.value * 100)
  const isRelaxed = posed.problem.ways.length > pickingPairs.value
  return {
    ...posed,
    lotsInForce: lotsOf(problem, lines),
    problem: pricedAgainst(posed.problem, { packs, fixed: room.flow, changePrice, isRelaxed }),
  }
}

/** A split in which each line that is otherwise than in force is paid for; where there are too many ways, only lines in force are. */
export function pricedAgainst(problem: SupplyProblem, inForce: SupplyInForce): SupplyProblem {
  const { packs, changePrice, isRelaxed } = inForce
  const priced = (way: SupplyWay, index: number): SupplyWay =>
    (packs[index] ?? 0) > 0 ? way : { ...way, pickingPrice: way.pickingPrice + changePrice }
  return { ...problem, ways: isRelaxed ? problem.ways : problem.ways.map(priced), inForce }
}

/** Packs over each way; where one store serves two needs of one item at one place, the more urgent first. */
function packsByWay(
  { parameters }: PlanningProblem,
  { problem, shelves, needs }: PosedSupplies,
  lines: readonly SupplyAllocation[],
): number[] {
  const packOf = new Map(parameters.supplies.items.map(({ itemCode, pack }) => [itemCode, pack]))
  const left = new Map(
    [...groupBy(lines, ({ storeId, itemCode, toId }) => keyOf(storeId, itemCode, toId))].map(([key, rows]) => [
      key,
      rows.reduce((sum, { itemCode, quantity }) => sum + Math.floor(quantity / (packOf.get(itemCode) ?? 1)), 0),
    ]),
  )
  const keys = problem.ways.map(({ shelf, need }) =>
    keyOf(shelves[shelf]?.store.id ?? '', shelves[shelf]?.itemCode ?? '', needs[need]?.toId ?? ''),
  )
  const last = new Map(keys.map((key, index) => [key, index]))
  const open = problem.needs.map((need) => need.packs)
  return problem.ways.map(({ need }, index) => {
    const key = keys[index] ?? ''
    const all = left.get(key) ?? 0
    const packs = last.get(key) === index ? all : Math.min(all, open[need] ?? 0)
    left.set(key, all - packs)
    open[need] = Math.max(0, (open[need] ?? 0) - packs)
    return packs
  })
}

function lotsOf({ parameters }: PlanningProblem, lines: readonly SupplyAllocation[]): Map<string, number> {
  const packOf = new Map(parameters.supplies.items.map(({ itemCode, pack }) => [itemCode, pack]))
  const lots = new Map<string, number>()
  for (const { lotId, itemCode, toId, quantity } of lines) {
    const key = `${lotId}|${toId}`
    lots.set(key, (lots.get(key) ?? 0) + Math.floor(quantity / (packOf.get(itemCode) ?? 1)))
  }
  return lots
}

function keyOf(storeId: string, itemCode: string, toId: string): string {
  return `${storeId}|${itemCode}|${toId}`
}
