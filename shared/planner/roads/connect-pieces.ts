import type { ArcTable } from '../graph/arc-table.ts'
import type { RoadGraph } from '../graph/road-graph.ts'

/** The pieces of a network: which piece each node lies in, and what can be driven to and from. */
export interface RoadPieces {
  /** Piece number by node; pieces are numbered by the lowest node they hold. */
  readonly pieceOf: Int32Array
  readonly count: number
}

/** Numbers the pieces of a network that are joined by roads in whatever direction. */
export function connectPieces(graph: RoadGraph): RoadPieces {
  const nodeCount = graph.nodeIds.length
  const pieceOf = new Int32Array(nodeCount).fill(-1)
  let count = 0
  for (let node = 0; node < nodeCount; node += 1) {
    if (pieceOf[node] !== -1) continue
    spread([graph.forward, graph.reverse], node, (found) => {
      if (pieceOf[found] !== -1) return false
      pieceOf[found] = count
      return true
    })
    count += 1
  }
  return { pieceOf, count }
}

/** Pivots that are tried until one lies on the roads that lead everywhere. */
const PIVOTS_TRIED = 32

/**
 * Nodes of one piece from which every place of its core can be driven to and back (its largest strongly connected part):
 * 1 = in the core. Looked for around the nodes with most arcs; the best of 32 pivots where none holds half the piece.
 */
export function driveBothWays(graph: RoadGraph, { pieceOf }: RoadPieces, piece: number): Uint8Array {
  const nodes = [...pieceOf.keys()].filter((node) => pieceOf[node] === piece)
  const arcsAt = ({ offsets }: ArcTable, node: number): number => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0)
  const degree = (node: number): number => Math.min(arcsAt(graph.forward, node), arcsAt(graph.reverse, node))
  const pivots = nodes.sort((a, b) => degree(b) - degree(a) || a - b)
  let core: Uint8Array = new Uint8Array(pieceOf.length)
  let size = 0
  let tried = 0
  for (const pivot of pivots) {
    if (tried === PIVOTS_TRIED || size * 2 >= nodes.length) break
    if (core[pivot] === 1) continue
    tried += 1
    const [out, back] = [reachedFrom(graph.forward, pivot), reachedFrom(graph.reverse, pivot)]
    const found = out.map((is, node) => (is === 1 && back[node] === 1 ? 1 : 0))
    const foundSize = found.reduce((sum, is) => sum + is, 0)
    if (foundSize > size) [core, size] = [found, foundSize]
  }
  return core
}

function reachedFrom(table: ArcTable, start: number): Uint8Array {
  const reached = new Uint8Array(table.nodeCount)
  spread([table], start, (node) => {
    if (reached[node] === 1) return false
    reached[node] = 1
    return true
  })
  return reached
}

/** Visits what can be reached; `enter` says whether a node is new. */
function spread(tables: readonly ArcTable[], start: number, enter: (node: number) => boolean): void {
  const waiting = enter(start) ? [start] : []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { offsets, ends } of tables) {
      for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry += 1) {
        const next = ends[entry] ?? 0
        if (enter(next)) waiting.push(next)
      }
    }
  }
}
