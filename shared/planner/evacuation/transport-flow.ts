import { invariant } from '../../kernel/assert.ts'
import { NearestFirst } from './nearest-first.ts'

/** One possible way from a source to a sink, at an integer price a unit. */
export interface FlowArc {
  readonly source: number
  readonly sink: number
  readonly cost: number
}

/** What goes over an arc. */
export interface ArcFlow {
  readonly arc: FlowArc
  readonly amount: number
}

/** A placing with the proof of its price: no placing of the same numbers of each source costs less than `bound`. */
export interface PlacedFlow {
  readonly flows: readonly ArcFlow[]
  readonly objective: number
  readonly bound: number
}

/** Places units of sources into sinks. The port where another solver may stand in. */
export type TransportSolver = (
  supplies: readonly number[],
  capacities: readonly number[],
  arcs: readonly FlowArc[],
) => PlacedFlow

/**
 * Exact least-cost placing by successive shortest paths with node prices (Dijkstra on reduced costs). Sources are served in
 * their given order: with too little room the first ones are placed in full and the last ones go short, and for those placed
 * the total price is the least possible; the node prices are the proof.
 */
export const placeAtLeastCost: TransportSolver = (supplies, capacities, arcs) => {
  const search = new PlacingSearch(supplies.length, capacities, arcs)
  const placed = supplies.map((supply, source) => {
    let left = supply
    while (left > 0) {
      const sent = search.sendOnce(source, left)
      if (sent === 0) break
      left -= sent
    }
    return supply - left
  })
  return search.result(placed)
}

/** The residual network with the prices of its nodes. A full sink's price is at most 0, one with room has price 0. */
class PlacingSearch {
  private readonly capacities: readonly number[]
  private readonly arcs: readonly FlowArc[]
  private readonly flow: number[]
  private readonly room: number[]
  private readonly bySource: readonly (readonly number[])[]
  private readonly usedBySink: readonly Set<number>[]
  private readonly sourcePrice: number[]
  private readonly sinkPrice: number[]

  constructor(sources: number, capacities: readonly number[], arcs: readonly FlowArc[]) {
    const bySource = Array.from({ length: sources }, (): number[] => [])
    arcs.forEach((arc, index) => bySource[arc.source]?.push(index))
    this.capacities = capacities
    this.arcs = arcs
    this.flow = arcs.map(() => 0)
    this.room = [...capacities]
    this.bySource = bySource
    this.usedBySink = capacities.map(() => new Set<number>())
    this.sinkPrice = capacities.map(() => 0)
    this.sourcePrice = bySource.map(() => 0)
  }

  /** Sends up to `most` units of a source over the cheapest path that is left; 0 when there is none. */
  sendOnce(source: number, most: number): number {
    this.sourcePrice[source] = this.dearestPrice(source)
    const found = this.cheapestPath(source)
    if (found === null) return 0
    const { path, sink } = found
    const reversible = path.filter((step) => step.isBackward).map((step) => this.flow[step.index] ?? 0)
    const amount = Math.min(most, this.room[sink] ?? 0, ...reversible)
    for (const { index, isBackward } of path) this.change(index, isBackward ? -amount : amount)
    this.room[sink] = (this.room[sink] ?? 0) - amount
    return amount
  }

  result(placed: readonly number[]): PlacedFlow {
    const flows = this.arcs.flatMap((arc, index) => {
      const amount = this.flow[index] ?? 0
      return amount > 0 ? [{ arc, amount }] : []
    })
    const ofSources = placed.reduce(
      (sum, units, at) => (units === 0 ? sum : sum - units * (this.sourcePrice[at] ?? 0)),
      0,
    )
    const ofSinks = this.capacities.reduce((sum, room, at) => sum + room * (this.sinkPrice[at] ?? 0), 0)
    return {
      flows,
      objective: flows.reduce((sum, { arc, amount }) => sum + arc.cost * amount, 0),
      bound: ofSources + ofSinks,
    }
  }

  /** The highest price at which no arc of the source is cheaper than its ends say. */
  private dearestPrice(source: number): number {
    let price = Number.NEGATIVE_INFINITY
    for (const index of this.bySource[source] ?? []) {
      const arc = this.arcs[index]
      if (arc !== undefined) price = Math.max(price, (this.sinkPrice[arc.sink] ?? 0) - arc.cost)
    }
    return price
  }

  private change(index: number, amount: number): void {
    const arc = this.arcs[index]
    invariant(arc !== undefined, 'a path is made of arcs')
    const flow = (this.flow[index] ?? 0) + amount
    this.flow[index] = flow
    const used = this.usedBySink[arc.sink]
    if (flow > 0) used?.add(index)
    else used?.delete(index)
  }

  private cheapestPath(start: number): { sink: number; path: { index: number; isBackward: boolean }[] } | null {
    const sourceDistance = new Map([[start, 0]])
    const sinkDistance = new Map<number, number>()
    const cameBySink = new Map<number, number>()
    const cameBySource = new Map<number, number>()
    const done = new Set<number>()
    const queue = new NearestFirst()
    const relax = (source: number, from: number): void => {
      for (const index of this.bySource[source] ?? []) {
        const arc = this.arcs[index]
        if (arc === undefined || done.has(arc.sink)) continue
        const to = from + arc.cost + (this.sourcePrice[source] ?? 0) - (this.sinkPrice[arc.sink] ?? 0)
        if (to >= (sinkDistance.get(arc.sink) ?? Infinity)) continue
        sinkDistance.set(arc.sink, to)
        cameBySink.set(arc.sink, index)
        queue.push(to, arc.sink)
      }
    }
    relax(start, 0)
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { distance, node: sink } = next
      if (done.has(sink)) continue
      done.add(sink)
      if ((this.room[sink] ?? 0) > 0) {
        this.reprice(distance, sourceDistance, sinkDistance)
        return { sink, path: this.pathTo(sink, { start, cameBySink, cameBySource }) }
      }
      for (const index of this.usedBySink[sink] ?? []) {
        const source = this.arcs[index]?.source ?? -1
        if (sourceDistance.has(source)) continue
        sourceDistance.set(source, distance)
        cameBySource.set(source, index)
        relax(source, distance)
      }
    }
    return null
  }

  /** Nodes nearer than the end get cheaper by what they are nearer, so that no arc becomes cheaper than its ends say. */
  private reprice(
    end: number,
    sourceDistance: ReadonlyMap<number, number>,
    sinkDistance: ReadonlyMap<number, number>,
  ): void {
    for (const [source, distance] of sourceDistance)
      if (distance < end) this.sourcePrice[source] = (this.sourcePrice[source] ?? 0) + distance - end
    for (const [sink, distance] of sinkDistance)
      if (distance < end) this.sinkPrice[sink] = (this.sinkPrice[sink] ?? 0) + distance - end
  }

  private pathTo(
    end: number,
    trail: {
      readonly start: number
      readonly cameBySink: ReadonlyMap<number, number>
      readonly cameBySource: ReadonlyMap<number, number>
    },
  ): { index: number; isBackward: boolean }[] {
    const path: { index: number; isBackward: boolean }[] = []
    let sink = end
    for (;;) {
      const forward = trail.cameBySink.get(sink) ?? -1
      const arc = this.arcs[forward]
      invariant(arc !== undefined, 'a path leads back to its source')
      path.push({ index: forward, isBackward: false })
      if (arc.source === trail.start) return path
      const backward = trail.cameBySource.get(arc.source) ?? -1
      const back = this.arcs[backward]
      invariant(back !== undefined, 'a rerouted source was reached over an arc')
      path.push({ index: backward, isBackward: true })
      sink = back.sink
    }
  }
}
