import { changedWays, priceOfChanges } from '../supplies/evaluate-supplies.ts'
import type { SupplyFlow, SupplyProblem, SupplySolution } from '../supplies/supply-problem.ts'

/** What a split saves against staying with the version in force, and what the lines it changes beyond that are priced at. */
interface Gain {
  /** Pack minutes saved, and the price of the changed lines in the same unit. */
  readonly saved: number
  readonly price: number
  readonly lines: number
}

/** Hundredths of a second in a minute. */
const MINUTE = 6000

/** Null for a first plan and where as much stays as can. */
export function gainOfLeaving(problem: SupplyProblem, { flow, objective, staying }: SupplySolution): Gain | null {
  if (staying === undefined) return null
  const bare = (of: SupplyFlow, price: number): number => price - priceOfChanges(problem, of)
  const minutes = (price: number): number => Math.round(price / MINUTE)
  return {
    saved: minutes(bare(staying.flow, staying.objective) - bare(flow, objective)),
    price: minutes(priceOfChanges(problem, flow) - priceOfChanges(problem, staying.flow)),
    lines: changedWays(problem, flow) - changedWays(problem, staying.flow),
  }
}
