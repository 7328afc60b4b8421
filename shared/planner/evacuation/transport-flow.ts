import { invariant } from '../../kernel/assert.ts'

/** One possible way from a source to a sink, at an integer price a unit. */
export interface FlowArc {
  readonly source: number
  readonly sink: number
  readonly cost: number
}

/** What goes over an arc. */
interface ArcFlow {
  readonly arc: FlowArc
  readonly amount: number
}

/** Places units of sources into sinks. The port where another solver may stand in. */
export type TransportSolver = (
  supplies: readonly number[],
  capacities: readonly number[],
  arcs: readonly FlowArc[],
) => ArcFlow[]

/** One arc of a path, by its position in the list; backward = people already placed are moved on. */
interface Step {
  readonly index: number
  readonly backward: boolean
}

/**
 * Exact least-cost placing by successive shortest paths. Sources are served in their given order: with too little room the
 * first ones are placed in full and the last ones go short, and for those placed the total price is the least possible.
 */
export const placeAtLeastCost: TransportSolver = (supplies, capacities, arcs) => {
  const flow = arcs.map(() => 0)
  const room = [...capacities]
  const bySource = indexArcs(arcs, (arc) => arc.source, supplies.length)
  const bySink = indexArcs(arcs, (arc) => arc.sink, capacities.length)
  supplies.forEach((supply, source) => {
    let left = supply
    while (left > 0) {
      const path = cheapestPath({ arcs, flow, room, bySource, bySink, source })
      if (path === null) break
      const reversible = path.steps.filter((step) => step.backward).map((step) => flow[step.index] ?? 0)
      const amount = Math.min(left, room[path.sink] ?? 0, ...reversible)
      for (const { index, backward } of path.steps) flow[index] = (flow[index] ?? 0) + (backward ? -amount : amount)
      room[path.sink] = (room[path.sink] ?? 0) - amount
      left -= amount
    }
  })
  return arcs.flatMap((arc, index) => ((flow[index] ?? 0) > 0 ? [{ arc, amount: flow[index] ?? 0 }] : []))
}

function indexArcs(arcs: readonly FlowArc[], keyOf: (arc: FlowArc) => number, size: number): number[][] {
  const index = Array.from({ length: size }, (): number[] => [])
  arcs.forEach((arc, position) => index[keyOf(arc)]?.push(position))
  return index
}

interface Search {
  readonly arcs: readonly FlowArc[]
  readonly flow: readonly number[]
  readonly room: readonly number[]
  readonly bySource: readonly (readonly number[])[]
  readonly bySink: readonly (readonly number[])[]
  readonly source: number
}

/** Label-correcting search from one source over free and reversible arcs to the cheapest sink with room. */
function cheapestPath(search: Search): { sink: number; steps: Step[] } | null {
  const { arcs, flow, room, bySource, bySink, source } = search
  const sourceCost = new Map<number, number>([[source, 0]])
  const sinkCost = new Map<number, number>()
  const cameBySink = new Map<number, number>()
  const cameBySource = new Map<number, number>()
  const queue = [source]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const index of bySource[node] ?? []) {
      const arc = arcs[index]
      if (arc === undefined) continue
      const cost = (sourceCost.get(node) ?? 0) + arc.cost
      if (cost >= (sinkCost.get(arc.sink) ?? Infinity)) continue
      sinkCost.set(arc.sink, cost)
      cameBySink.set(arc.sink, index)
      for (const back of bySink[arc.sink] ?? []) {
        const other = arcs[back]
        if (other === undefined || (flow[back] ?? 0) <= 0 || other.source === node) continue
        const rerouted = cost - other.cost
        if (rerouted >= (sourceCost.get(other.source) ?? Infinity)) continue
        sourceCost.set(other.source, rerouted)
        cameBySource.set(other.source, back)
        queue.push(other.source)
      }
    }
  }
  const open = [...sinkCost].filter(([sink]) => (room[sink] ?? 0) > 0).sort((a, b) => a[1] - b[1] || a[0] - b[0])
  const best = open[0]?.[0]
  return best === undefined ? null : { sink: best, steps: stepsTo(best, { arcs, cameBySink, cameBySource, source }) }
}

function stepsTo(
  end: number,
  trail: {
    arcs: readonly FlowArc[]
    cameBySink: ReadonlyMap<number, number>
    cameBySource: ReadonlyMap<number, number>
    source: number
  },
): Step[] {
  const steps: Step[] = []
  let sink = end
  for (;;) {
    const forwardIndex = trail.cameBySink.get(sink) ?? -1
    const forward = trail.arcs[forwardIndex]
    invariant(forward !== undefined, 'a path leads back to its source')
    steps.push({ index: forwardIndex, backward: false })
    if (forward.source === trail.source) return steps
    const backwardIndex = trail.cameBySource.get(forward.source) ?? -1
    const backward = trail.arcs[backwardIndex]
    invariant(backward !== undefined, 'a rerouted source was reached over an arc')
    steps.push({ index: backwardIndex, backward: true })
    sink = backward.sink
  }
}
