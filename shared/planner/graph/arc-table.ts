/** Arcs grouped by the node they are scanned from (compressed sparse rows): no objects, no pointers. */
export interface ArcTable {
  readonly nodeCount: number
  /** Arcs of node n are the entries `offsets[n]` to `offsets[n + 1]`. */
  readonly offsets: Int32Array
  /** The node at the other end of each entry. */
  readonly ends: Int32Array
  /** Arc id of each entry; weights and closures are kept by arc id. */
  readonly arcs: Int32Array
}

/** Groups arcs `starts[i] → ends[i]` by their start. The order within a node follows the arc ids. */
export function groupArcs(nodeCount: number, starts: Int32Array, ends: Int32Array): ArcTable {
  const offsets = new Int32Array(nodeCount + 1)
  for (const start of starts) offsets[start + 1] = (offsets[start + 1] ?? 0) + 1
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0)
  const next = offsets.slice(0, nodeCount)
  const groupedEnds = new Int32Array(starts.length)
  const arcs = new Int32Array(starts.length)
  starts.forEach((start, arc) => {
    const place = next[start] ?? 0
    next[start] = place + 1
    groupedEnds[place] = ends[arc] ?? 0
    arcs[place] = arc
  })
  return { nodeCount, offsets, ends: groupedEnds, arcs }
}
