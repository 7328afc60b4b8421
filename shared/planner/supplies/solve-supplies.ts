import { sortedBy } from '../../kernel/order.ts'
import type { MilpSolver } from '../solver/milp-solver.ts'
import { draftSupplies, keepSupplies, waysByNeed } from './draft-supplies.ts'
import { isLawfulFlow, priceFlow } from './evaluate-supplies.ts'
import { buildSupplyModel } from './supply-model.ts'
import type { SupplyFlow, SupplyPrice, SupplyProblem, SupplySolution } from './supply-problem.ts'
import { SupplyRoom } from './supply-room.ts'

/** A lawful flow with its neutral price. */
interface Offer {
  readonly flow: SupplyFlow
  readonly price: SupplyPrice
}

/**
 * The cheapest lawful split and what is proven about it. Without a solver, or when it fails, the draft. A solver's figures
 * are never believed: its packs are made whole, must be lawful and are priced by the neutral evaluator. Against a version in
 * force every changed line has its price; staying wins a tie, and also where it is proven to be within the allowed gap.
 */
export function solveSupplies(problem: SupplyProblem, solver: MilpSolver | undefined): SupplySolution {
  const drafted = offerOf(problem, draftSupplies(problem))
  const staying = problem.inForce === undefined ? null : offerOf(problem, keepSupplies(problem, problem.inForce))
  const first = staying !== null && staying.price.objective <= drafted.price.objective ? staying : drafted
  const draft = asDraft(first, staying)
  if (problem.needs.length === 0) return { ...draft, status: 'optimal', bound: 0, gap: 0, stop: 'proven' }
  if (solver === undefined) return draft
  const tolerated = problem.limits.gap * (first.price.objective - first.price.missing)
  const { model } = buildSupplyModel(problem, tolerated)
  const answer = solver.solve(model)
  if (answer.values === null) return { ...draft, stop: answer.stop === 'gap' ? 'failed' : answer.stop }
  const found = settle(problem, answer.values)
  if (!isLawfulFlow(problem, found)) return { ...draft, stop: 'contradicted' }
  const cheapest = cheaperOf(first, offerOf(problem, found))
  const least = cheapest.price.objective
  if (answer.bound !== null && answer.bound > least + tolerance(least)) return { ...draft, stop: 'contradicted' }
  // All prices and packs are whole, so a bound just below a whole number proves that number.
  const bound = answer.bound === null ? null : Math.min(least, Math.ceil(answer.bound - tolerance(least)))
  const stays = staying !== null && bound !== null && staying.price.objective - bound <= tolerated
  const best = stays ? staying : cheapest
  const { objective, missing } = best.price
  const gap = bound === null ? null : bound === objective ? 0 : (objective - bound) / Math.max(1, objective - missing)
  return {
    flow: best.flow,
    objective,
    status: gap === 0 ? 'optimal' : 'feasible',
    bound,
    gap: gap === null ? null : Math.round(gap * 1e6) / 1e6,
    ...stayingOf(best, staying),
    stop: answer.stop === 'gap' ? 'proven' : answer.stop,
  }
}

function offerOf(problem: SupplyProblem, flow: SupplyFlow): Offer {
  return { flow, price: priceFlow(problem, flow) }
}

/** The first of two where both cost the same. */
function cheaperOf(one: Offer, other: Offer): Offer {
  return other.price.objective < one.price.objective ? other : one
}

/** What a sum of doubles of this size may be off. */
function tolerance(objective: number): number {
  return Math.max(1e-3, Math.abs(objective) * 1e-9)
}

function asDraft({ flow, price }: Offer, staying: Offer | null): SupplySolution {
  return {
    flow,
    objective: price.objective,
    status: 'greedy',
    bound: null,
    gap: null,
    ...stayingOf({ flow, price }, staying),
    stop: 'draft',
  }
}

function stayingOf(chosen: Offer, staying: Offer | null): Pick<SupplySolution, 'staying'> {
  if (staying === null || staying.flow.every((packs, index) => packs === chosen.flow[index])) return {}
  return { staying: { flow: staying.flow, objective: staying.price.objective } }
}

/**
 * Whole packs from a solved model: what is under way and what is whole is kept, fractions are cut, and what then lacks is
 * filled over the cheapest ways with room: stores already called out first.
 */
function settle(problem: SupplyProblem, values: readonly number[]): SupplyFlow {
  const room = new SupplyRoom(problem)
  const fixed = problem.inForce?.fixed ?? []
  fixed.forEach((packs, index) => {
    room.send(index, packs)
  })
  problem.ways.forEach((_, index) => {
    room.send(index, Math.floor((values[index] ?? 0) + 1e-6) - (fixed[index] ?? 0))
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
