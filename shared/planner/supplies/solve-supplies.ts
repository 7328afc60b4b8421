import { sortedBy } from '../../kernel/order.ts'
import type { MilpSolver } from '../solver/milp-solver.ts'
import { draftSupplies, waysByNeed } from './draft-supplies.ts'
import { isLawfulFlow, priceFlow } from './evaluate-supplies.ts'
import { buildSupplyModel } from './supply-model.ts'
import type { SupplyFlow, SupplyProblem, SupplySolution } from './supply-problem.ts'
import { SupplyRoom } from './supply-room.ts'

/**
 * The cheapest lawful split and what is proven about it. Without a solver, or when it fails, the draft. A solver's figures
 * are never believed: its packs are made whole, must be lawful and are priced by the neutral evaluator.
 */
export function solveSupplies(problem: SupplyProblem, solver: MilpSolver | undefined): SupplySolution {
  const draft = asDraft(problem, draftSupplies(problem))
  if (problem.needs.length === 0) return { ...draft, status: 'optimal', bound: 0, gap: 0, stop: 'proven' }
  if (solver === undefined) return draft
  const drafted = priceFlow(problem, draft.flow)
  const { model } = buildSupplyModel(problem, problem.limits.gap * (drafted.objective - drafted.missing))
  const answer = solver.solve(model)
  if (answer.values === null) return { ...draft, stop: answer.stop === 'gap' ? 'failed' : answer.stop }
  const found = settle(problem, answer.values)
  if (!isLawfulFlow(problem, found)) return { ...draft, stop: 'contradicted' }
  const price = priceFlow(problem, found)
  const best = price.objective < draft.objective ? { flow: found, price } : { flow: draft.flow, price: drafted }
  const { objective, missing } = best.price
  if (answer.bound !== null && answer.bound > objective + tolerance(objective))
    return { ...draft, stop: 'contradicted' }
  // All prices and packs are whole, so a bound just below a whole number proves that number.
  const bound = answer.bound === null ? null : Math.min(objective, Math.ceil(answer.bound - tolerance(objective)))
  const gap = bound === null ? null : bound === objective ? 0 : (objective - bound) / Math.max(1, objective - missing)
  return {
    flow: best.flow,
    objective,
    status: gap === 0 ? 'optimal' : 'feasible',
    bound,
    gap: gap === null ? null : Math.round(gap * 1e6) / 1e6,
    stop: answer.stop === 'gap' ? 'proven' : answer.stop,
  }
}

/** What a sum of doubles of this size may be off. */
function tolerance(objective: number): number {
  return Math.max(1e-3, Math.abs(objective) * 1e-9)
}

function asDraft(problem: SupplyProblem, flow: SupplyFlow): SupplySolution {
  const { objective } = priceFlow(problem, flow)
  return { flow, objective, status: 'greedy', bound: null, gap: null, stop: 'draft' }
}

/**
 * Whole packs from a solved model: what is whole is kept, fractions are cut, and what then lacks is filled over the cheapest
 * ways with room: stores already called out first.
 */
function settle(problem: SupplyProblem, values: readonly number[]): SupplyFlow {
  const room = new SupplyRoom(problem)
  problem.ways.forEach((_, index) => {
    room.send(index, Math.floor((values[index] ?? 0) + 1e-6))
  })
  const open = new Set(
    problem.ways.flatMap((way, index) => ((room.flow[index] ?? 0) > 0 ? [problem.shelves[way.shelf]?.store ?? 0] : [])),
  )
  const isOpen = (shelf: number): boolean => open.has(problem.shelves[shelf]?.store ?? 0)
  waysByNeed(problem).forEach((ways, need) => {
    if (room.lacking(need) <= 0) return
    const byPrice = sortedBy(ways, ({ way, index }) => [isOpen(way.shelf) ? 0 : 1, way.price, index])
    for (const { index } of byPrice) room.send(index, Infinity)
  })
  return room.flow
}
