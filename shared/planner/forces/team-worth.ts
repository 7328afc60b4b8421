import { groupBy } from '../../kernel/order.ts'
import type { AssignmentProblem, SolverDemand, SolverTeam, SolverVehicle } from './assignment-problem.ts'
import { priceOfUnit, priceOfUse } from './evaluate-assignment.ts'
import { sumBy } from './sum-by.ts'
import { vehiclesInAnyCase } from './vehicle-groups.ts'

/** Prices put on the demands and on keeping the towns covered, seconds. */
export interface Prices {
  /** What a unit of each demand is paid for, by place. */
  readonly demands: Float64Array
  /** What keeping each town covered is paid for, by place. */
  readonly towns: Float64Array
}

/** Adds what the best answer of a team would take and keep to the running totals. */
export interface Totals {
  readonly taken: Float64Array
  readonly kept: Float64Array
}

/** Units of one kind of work: everything that asks for one capability, or for one kind of vehicle. */
interface Work {
  readonly demands: readonly { readonly place: number; readonly price: number; readonly quantity: number }[]
  readonly wanted: number
  readonly riding: number
  readonly supply: number
}

/** A demand with its place among all. */
export interface Asked {
  readonly demand: SolverDemand
  readonly place: number
}

/** A vehicle with the units it brings, by kind of work. */
interface Item {
  readonly crew: number
  readonly brings: readonly { readonly work: number; readonly units: number }[]
  readonly cost: number
  /** Crew it needs to stay at home as a manned engine; null = it covers no town. */
  readonly staysWith: number | null
}

/**
 * One team's part in the priced problem: at most so much can it earn. Rules that cost time are left out (a vehicle may
 * go in part, more may be taken than is asked), so its worth is never below what any lawful load of it earns.
 */
export class TeamWorth {
  readonly isForced: boolean
  private readonly works: readonly Work[]
  private readonly items: readonly Item[]
  private readonly onDuty: number
  private readonly fixedCost: number
  /** Paid for the vehicle without which nobody goes. */
  private readonly leastCost: number
  private readonly needsVehicle: boolean
  private readonly canGo: boolean
  private readonly towns: readonly number[]
  private readonly values: Float64Array
  private readonly best: Int32Array
  private readonly gains: Float64Array
  private readonly counts: Float64Array
  /** True when it has more of something than one demand asks for: only then can all of it be worth less than its units. */
  private readonly isAmple: boolean

  /** `asked` = the demands the team may fill, with their places among all. */
  constructor(problem: AssignmentProblem, team: SolverTeam, asked: readonly Asked[], towns: readonly number[]) {
    const { vehicleUseS } = problem.prices
    const able = team.vehicles.filter((vehicle) => vehicle.crew === 0 || team.onDuty > 0)
    this.isForced = problem.forced.has(team.id)
    this.towns = towns
    this.onDuty = team.onDuty
    this.canGo = team.vehicles.length === 0 || able.length > 0
    this.needsVehicle = able.length > 0 && !this.isForced
    const always = new Set(this.isForced ? vehiclesInAnyCase(team) : [])
    this.fixedCost = this.isForced ? vehicleUseS * always.size : priceOfUse(problem, team)
    this.leastCost = this.needsVehicle ? vehicleUseS : 0
    const named = this.canGo ? worksOf(problem, team, asked) : []
    const works = named.map(({ work }) => work)
    this.works = works
    this.values = new Float64Array(works.length)
    this.best = new Int32Array(works.length)
    this.items = able.map((vehicle) => ({
      crew: Math.min(vehicle.crew, team.onDuty),
      brings: named.flatMap(({ work, of }, index) => {
        const units = Math.min(work.wanted, unitsOf(vehicle, of))
        return units > 0 ? [{ work: index, units }] : []
      }),
      cost: always.has(vehicle.id) ? 0 : vehicleUseS,
      staysWith: team.engines.has(vehicle.id) && vehicle.crew <= team.onDuty ? vehicle.crew : null,
    }))
    this.gains = new Float64Array(this.items.length)
    this.counts = new Float64Array(this.items.length)
    this.isAmple = works.some(({ demands, supply }) => demands.some(({ quantity }) => supply > quantity))
  }

  /** What going would earn at most and what staying earns; adds the better answer to the totals. */
  weigh(prices: Prices, totals: Totals | null): { readonly going: number; readonly staying: number } {
    const cover = sumBy(this.towns, (town) => prices.towns[town] ?? 0)
    const staying = this.isForced ? -Infinity : cover
    if (!this.canGo && !this.isForced) {
      if (totals !== null) for (const town of this.towns) totals.kept[town] = (totals.kept[town] ?? 0) + 1
      return { going: -Infinity, staying }
    }
    this.priceWorks(prices)
    const most = this.isAmple ? this.fillWorks(prices, null) : Infinity
    const all = Math.min(most, this.load(null, null))
    // An engine that stays must leave its crew at home.
    let [going, home]: [number, Item | null] = [all, null]
    if (cover > 0)
      for (const item of this.items) {
        if (item.staysWith === null) continue
        const kept = Math.min(most, this.load(item, null)) + cover
        if (kept > going) [going, home] = [kept, item]
      }
    going -= this.fixedCost
    if (totals === null) return { going, staying }
    if (going > staying) {
      if (most < this.load(home, null)) this.fillWorks(prices, totals)
      else this.load(home, totals)
    }
    if (home !== null || going <= staying)
      for (const town of this.towns) totals.kept[town] = (totals.kept[town] ?? 0) + 1
    return { going, staying }
  }

  private priceWorks(prices: Prices): void {
    for (let index = 0; index < this.works.length; index += 1) {
      let [value, best] = [0, -1]
      for (const { place, price } of this.works[index]?.demands ?? []) {
        const gain = (prices.demands[place] ?? 0) - price
        if (gain > value) [value, best] = [gain, place]
      }
      this.values[index] = value
      this.best[index] = best
    }
  }

  /** Everything the team has, given to the best paid demands first, for a single vehicle's price. */
  private fillWorks(prices: Prices, totals: Totals | null): number {
    let sum = -this.leastCost
    for (const { demands, supply } of this.works) {
      let left = supply
      const paid = demands
        .map(({ place, price, quantity }) => ({ place, quantity, gain: (prices.demands[place] ?? 0) - price }))
        .filter(({ gain }) => gain > 0)
      if (paid.length > 1) paid.sort((a, b) => b.gain - a.gain)
      for (const { place, quantity, gain } of paid) {
        const units = Math.min(left, quantity)
        left -= units
        sum += units * gain
        if (totals !== null) totals.taken[place] = (totals.taken[place] ?? 0) + units
      }
    }
    return sum
  }

  /** The vehicles that earn most for the crews there are, each unit at its best price. `home` = an engine that stays. */
  private load(home: Item | null, totals: Totals | null): number {
    const crews = this.onDuty - (home?.staysWith ?? 0)
    let [sum, least, manned] = [0, -Infinity, 0]
    for (let index = 0; index < this.items.length; index += 1) {
      const item = this.items[index]
      if (item === undefined) continue
      let gain = -item.cost
      for (const { work, units } of item.brings) gain += units * (this.values[work] ?? 0)
      const count = item === home ? 0 : 1
      this.gains[index] = gain
      this.counts[index] = gain > 0 ? count : 0
      if (count === 0) continue
      least = Math.max(least, gain)
      if (gain <= 0) continue
      sum += gain
      manned += item.crew
    }
    if (manned > crews) sum = this.shareCrews(crews)
    if (totals !== null) this.items.forEach((item, index) => this.takeAll(totals, item, this.counts[index] ?? 0))
    if (least <= 0 && this.needsVehicle) sum += least
    for (let work = 0; work < this.works.length; work += 1) {
      const riding = this.works[work]?.riding ?? 0
      sum += riding * (this.values[work] ?? 0)
      if (totals !== null) this.take(totals, work, riding)
    }
    return sum
  }

  /** Too few crews for all that would earn something: the best paid crews first, the last vehicle in part. */
  private shareCrews(crews: number): number {
    const crewOf = (index: number): number => this.items[index]?.crew ?? 0
    const order = this.items
      .map((_, index) => index)
      .sort((a, b) => (this.gains[b] ?? 0) * crewOf(a) - (this.gains[a] ?? 0) * crewOf(b) || a - b)
    let [left, sum] = [crews, 0]
    for (const index of order) {
      const [count, crew] = [this.counts[index] ?? 0, crewOf(index)]
      const able = crew === 0 ? count : Math.min(count, left / crew)
      this.counts[index] = able
      left -= able * crew
      sum += able * (this.gains[index] ?? 0)
    }
    return sum
  }

  private takeAll(totals: Totals, item: Item, count: number): void {
    if (count > 0) for (const { work, units } of item.brings) this.take(totals, work, count * units)
  }

  private take(totals: Totals, work: number, units: number): void {
    const place = this.best[work] ?? -1
    if (place >= 0 && units > 0) totals.taken[place] = (totals.taken[place] ?? 0) + units
  }
}

interface NamedWork {
  readonly work: Work
  /** What is asked for: any of the demands of this work. */
  readonly of: SolverDemand
}

/** What a team may do, by capability and kind of vehicle; work it has nothing for is left out. */
function worksOf(problem: AssignmentProblem, team: SolverTeam, asked: readonly Asked[]): readonly NamedWork[] {
  const byWork = groupBy(asked, ({ demand }) => demand.capability ?? `kind ${demand.vehicleKind ?? ''}`)
  return [...byWork.values()].flatMap((mine): NamedWork[] => {
    const [first] = mine
    if (first === undefined) return []
    const of = first.demand
    const wanted = sumBy(mine, ({ demand }) => demand.quantity)
    const riding = Math.min(wanted, of.capability === null ? 0 : (team.riding.get(of.capability) ?? 0))
    const supply = Math.min(wanted, riding + sumBy(team.vehicles, (vehicle) => unitsOf(vehicle, of)))
    const demands = mine.map(({ demand, place }) => ({
      place,
      price: priceOfUnit(problem, team, demand.byS),
      quantity: demand.quantity,
    }))
    return supply === 0 ? [] : [{ work: { demands, wanted, riding, supply }, of }]
  })
}

function unitsOf(vehicle: SolverVehicle, { capability, vehicleKind }: SolverDemand): number {
  return capability === null ? Number(vehicle.kind === vehicleKind) : (vehicle.units.get(capability) ?? 0)
}
