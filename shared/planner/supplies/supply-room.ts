import type { SupplyProblem, SupplyWay } from './supply-problem.ts'

/** What is still free while a flow is being put together pack by pack: shelves, needs, loading and lorry time. */
export class SupplyRoom {
  private readonly problem: SupplyProblem
  private readonly shelves: number[]
  private readonly needs: number[]
  private readonly loadable: number[]
  private lorryTime: number
  /** Packs on each way so far. */
  readonly flow: number[]

  constructor(problem: SupplyProblem) {
    this.problem = problem
    this.shelves = problem.shelves.map((shelf) => shelf.packs)
    this.needs = problem.needs.map((need) => need.packs)
    this.loadable = problem.stores.map((store) => store.loadable)
    this.lorryTime = problem.fleetTime ?? Infinity
    this.flow = problem.ways.map(() => 0)
  }

  /** Packs a need still lacks. */
  lacking(need: number): number {
    return this.needs[need] ?? 0
  }

  /** Whole packs that could still go over a way, the need left aside. */
  givable({ shelf, load, lorryTime }: SupplyWay): number {
    const store = this.problem.shelves[shelf]?.store ?? 0
    return Math.max(
      0,
      Math.min(
        this.shelves[shelf] ?? 0,
        load > 0 ? Math.floor((this.loadable[store] ?? 0) / load) : Infinity,
        lorryTime > 0 ? Math.floor(this.lorryTime / lorryTime) : Infinity,
      ),
    )
  }

  /** Sends up to `wanted` packs over a way, as many as are free everywhere. */
  send(index: number, wanted: number): void {
    const way = this.problem.ways[index]
    if (way === undefined) return
    const packs = Math.min(wanted, this.lacking(way.need), this.givable(way))
    if (packs <= 0) return
    const store = this.problem.shelves[way.shelf]?.store ?? 0
    this.flow[index] = (this.flow[index] ?? 0) + packs
    this.shelves[way.shelf] = (this.shelves[way.shelf] ?? 0) - packs
    this.needs[way.need] = this.lacking(way.need) - packs
    this.loadable[store] = (this.loadable[store] ?? 0) - packs * way.load
    this.lorryTime -= packs * way.lorryTime
  }
}
