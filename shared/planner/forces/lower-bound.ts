import { sortedBy } from '../../kernel/order.ts'
import type { AssignmentProblem } from './assignment-problem.ts'
import type { Allocation } from './evaluate-assignment.ts'
import { priceOfLeaving, priceOfUnit, turnsOf } from './evaluate-assignment.ts'
import { TeamWorth, type Prices, type Totals } from './team-worth.ts'

/**
 * A proven lower bound by Lagrangian relaxation (Held and Karp 1971; step lengths after Polyak 1969): every unit and
 * every covered town gets a price, each team alone does what earns it most, and what all of them could earn at most is
 * taken off the worth of the demands. Valid for any prices; the rounds only look for good ones, starting from `known`.
 * Whole seconds, at most the price of `known`.
 */
export function findLowerBound(problem: AssignmentProblem, known: Allocation): number {
  const search = new PriceSearch(problem, known)
  for (let round = 0; round < ROUNDS && search.isOpen(); round += 1) search.improve()
  return search.settle()
}

const ROUNDS = 100
/** Rounds without a better bound after which steps are halved. */
const PATIENCE = 6
const SMALLEST_STEP = 0.01
/** Sums of products of whole numbers and shares: far below a second, far above what rounding can add up to. */
const TOLERANCE_S = 1e-3

class PriceSearch {
  private readonly problem: AssignmentProblem
  private readonly known: Allocation
  private readonly worths: readonly TeamWorth[]
  private prices: Prices
  private best: Prices
  private bestValue = -Infinity
  private step = 1
  private idleRounds = 0

  constructor(problem: AssignmentProblem, known: Allocation) {
    this.problem = problem
    this.known = known
    const townsOf = new Map<string, number[]>()
    problem.towns.forEach(({ stationIds }, town) => {
      for (const id of new Set(stationIds)) townsOf.set(id, [...(townsOf.get(id) ?? []), town])
    })
    const demands = new Map(problem.demands.map((demand, place) => [demand.id, { demand, place }]))
    this.worths = problem.teams
      .filter((team) => problem.forced.has(team.id) || team.mayFill.size > 0 || townsOf.has(team.id))
      .map((team) => {
        const asked = sortedBy(
          [...team.mayFill].flatMap((id) => demands.get(id) ?? []),
          ({ place }) => [place],
        )
        return new TeamWorth(problem, team, asked, townsOf.get(team.id) ?? [])
      })
    this.prices = { demands: firstPrices(problem, known), towns: new Float64Array(problem.towns.length) }
    this.best = this.prices
  }

  isOpen(): boolean {
    return this.step > SMALLEST_STEP && this.known.objective - this.bestValue >= 1
  }

  /** One round: the bound at the present prices, then prices that rise where too little and fall where too much is done. */
  improve(): void {
    const totals = {
      taken: new Float64Array(this.problem.demands.length),
      kept: new Float64Array(this.problem.towns.length),
    }
    const value = this.valueOf(this.prices, totals)
    if (value > this.bestValue) {
      this.idleRounds = 0
      this.bestValue = value
      this.best = this.prices
    } else {
      this.idleRounds += 1
      if (this.idleRounds >= PATIENCE) {
        this.idleRounds = 0
        this.step /= 2
        this.prices = this.best
        return
      }
    }
    const { unmetS, exposedTownS } = this.problem.prices
    const lack = this.problem.demands.map(({ quantity }, place) => quantity - (totals.taken[place] ?? 0))
    const bare = this.problem.towns.map((_, town) => 1 - (totals.kept[town] ?? 0))
    const length = [...lack, ...bare].reduce((sum, each) => sum + each * each, 0)
    if (length === 0) {
      this.step = 0
      return
    }
    const factor = (this.step * (this.known.objective - value)) / length
    const move = (from: Float64Array, by: readonly number[], most: number): Float64Array =>
      from.map((price, place) => Math.min(most, Math.max(0, price + factor * (by[place] ?? 0))))
    this.prices = {
      demands: move(this.prices.demands, lack, unmetS),
      towns: move(this.prices.towns, bare, exposedTownS),
    }
  }

  settle(): number {
    // With whole prices every sum but that of shared crews is a whole number: nothing is lost to rounding.
    const prices = { demands: this.best.demands.map(Math.round), towns: this.best.towns.map(Math.round) }
    return Math.min(this.known.objective, Math.ceil(this.valueOf(prices, null) - TOLERANCE_S))
  }

  private valueOf(prices: Prices, totals: Totals | null): number {
    let value = priceOfLeaving(this.problem)
    this.problem.demands.forEach(({ quantity }, place) => (value += quantity * (prices.demands[place] ?? 0)))
    for (const price of prices.towns) value += price
    for (const worth of this.worths) {
      const { going, staying } = worth.weigh(prices, totals)
      value -= Math.max(going, staying)
    }
    return value
  }
}

/** What the dearest unit of each demand costs in a known choice; the price of a missing unit where one is missing. */
function firstPrices(problem: AssignmentProblem, { loads, missing }: Allocation): Float64Array {
  const teams = turnsOf(problem).filter(({ id }) => loads.has(id))
  return Float64Array.from(problem.demands, ({ id, byS }) => {
    if (missing.has(id)) return problem.prices.unmetS
    let price = 0
    for (const team of teams)
      if ((loads.get(team.id)?.takes.get(id) ?? 0) > 0)
        price = Math.max(price, priceOfUnit(problem, team, byS) + problem.prices.teamUseS)
    return Math.min(price, problem.prices.unmetS)
  })
}
