import type { Road } from '../../domain/dataset/dataset.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { compareText, sortedBy } from '../../kernel/order.ts'
import { groupArcs, type ArcTable } from './arc-table.ts'
import { hilbertOrder } from './hilbert.ts'

/** The road lines of a data set as a graph. Roads join only where they name the same node. */
export interface RoadGraph {
  /** Sorted by id: the graph does not depend on the order of the input. */
  readonly roads: readonly Road[]
  /** Node id by node number; numbers run along a Hilbert curve. */
  readonly nodeIds: readonly string[]
  readonly nodeNumbers: ReadonlyMap<string, number>
  readonly nodePositions: readonly LngLat[]
  /** Road number of each arc, and whether the arc runs in drawing order (1) or against it (0). */
  readonly arcRoads: Int32Array
  readonly arcAlong: Uint8Array
  /** Node an arc leaves from and leads to, in driving direction. */
  readonly arcTails: Int32Array
  readonly arcHeads: Int32Array
  /** Arcs by tail: search from a point. */
  readonly forward: ArcTable
  /** Arcs by head: one search gives the times of everybody towards a point. */
  readonly reverse: ArcTable
  /** Size of the connected piece each node lies in. */
  readonly pieceSizes: Int32Array
}

/** Builds the graph once a plan. Lines with fewer than two positions are left out: they lead nowhere. */
export function buildRoadGraph(input: readonly Road[]): RoadGraph {
  const roads = sortedBy(
    input.filter((road) => road.coordinates.length >= 2),
    (road) => [road.id],
  )
  const nodes = numberNodes(roads)
  const arcs = listArcs(roads, nodes.numbers)
  return {
    roads,
    nodeIds: nodes.ids,
    nodeNumbers: nodes.numbers,
    nodePositions: nodes.positions,
    arcRoads: Int32Array.from(arcs, (arc) => arc.road),
    arcAlong: Uint8Array.from(arcs, (arc) => arc.along),
    arcTails: Int32Array.from(arcs, (arc) => arc.tail),
    arcHeads: Int32Array.from(arcs, (arc) => arc.head),
    forward: groupArcs(
      nodes.ids.length,
      Int32Array.from(arcs, (arc) => arc.tail),
      Int32Array.from(arcs, (arc) => arc.head),
    ),
    reverse: groupArcs(
      nodes.ids.length,
      Int32Array.from(arcs, (arc) => arc.head),
      Int32Array.from(arcs, (arc) => arc.tail),
    ),
    pieceSizes: measurePieces(nodes.ids.length, arcs),
  }
}

interface Arc {
  readonly road: number
  readonly along: 0 | 1
  readonly tail: number
  readonly head: number
}

function numberNodes(roads: readonly Road[]): { ids: string[]; numbers: Map<string, number>; positions: LngLat[] } {
  const places = new Map<string, LngLat>()
  for (const road of roads) {
    const first = road.coordinates[0]
    const last = road.coordinates.at(-1)
    if (first && !places.has(road.fromNode)) places.set(road.fromNode, { lng: first[0] ?? 0, lat: first[1] ?? 0 })
    if (last && !places.has(road.toNode)) places.set(road.toNode, { lng: last[0] ?? 0, lat: last[1] ?? 0 })
  }
  const named = [...places].map(([id, position]) => ({ id, position })).sort((a, b) => compareText(a.id, b.id))
  const ordered = hilbertOrder(named.map((node) => node.position)).flatMap((index) => named[index] ?? [])
  const ids = ordered.map((node) => node.id)
  const positions = ordered.map((node) => node.position)
  return { ids, positions, numbers: new Map(ids.map((id, number) => [id, number])) }
}

function listArcs(roads: readonly Road[], numbers: ReadonlyMap<string, number>): Arc[] {
  const arcs = roads.flatMap((road, index): Arc[] => {
    const from = numbers.get(road.fromNode) ?? 0
    const to = numbers.get(road.toNode) ?? 0
    const along: Arc = { road: index, along: 1, tail: from, head: to }
    const against: Arc = { road: index, along: 0, tail: to, head: from }
    if (road.oneway === 'yes') return [along]
    return road.oneway === '-1' ? [against] : [along, against]
  })
  return sortedBy(arcs, (arc) => [arc.tail, arc.head, arc.road, arc.along])
}

/** Sizes of the weakly connected pieces, so that nobody is snapped onto a stray scrap of road. */
function measurePieces(nodeCount: number, arcs: readonly Arc[]): Int32Array {
  const parent = Int32Array.from({ length: nodeCount }, (_, index) => index)
  const rootOf = (node: number): number => {
    let root = node
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root
    parent[node] = root
    return root
  }
  for (const arc of arcs) parent[rootOf(arc.tail)] = rootOf(arc.head)
  const counts = new Int32Array(nodeCount)
  for (let node = 0; node < nodeCount; node += 1) counts[rootOf(node)] = (counts[rootOf(node)] ?? 0) + 1
  return Int32Array.from({ length: nodeCount }, (_, node) => counts[rootOf(node)] ?? 0)
}
