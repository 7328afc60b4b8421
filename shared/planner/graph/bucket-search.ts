import type { ArcTable } from './arc-table.ts'
import { UNREACHED, type SearchResult, type Seed } from './search-result.ts'

/**
 * Dial's bucket queue: a ring of `span` buckets, one a decisecond. `span` must exceed every weight and the spread of
 * the seeds, so that no two costs in the queue at once share a bucket. Nodes farther than `latest` stay unreached.
 */
export function bucketSearch(
  table: ArcTable,
  weights: Int32Array,
  seeds: readonly Seed[],
  { span, latest = UNREACHED }: { readonly span: number; readonly latest?: number },
): SearchResult {
  const { offsets, ends, arcs, nodeCount } = table
  const costs = new Int32Array(nodeCount).fill(UNREACHED)
  const via = new Int32Array(nodeCount).fill(-1)
  const first = new Int32Array(span).fill(-1)
  const entryNode = new Int32Array(arcs.length + seeds.length)
  const entryNext = new Int32Array(arcs.length + seeds.length)
  let entries = 0
  let waiting = 0
  let cost = UNREACHED

  for (const seed of seeds) {
    if (seed.cost >= (costs[seed.node] ?? 0)) continue
    costs[seed.node] = seed.cost
    const bucket = seed.cost % span
    entryNode[entries] = seed.node
    entryNext[entries] = first[bucket] ?? -1
    first[bucket] = entries
    entries += 1
    waiting += 1
    if (seed.cost < cost) cost = seed.cost
  }

  while (waiting > 0) {
    const bucket = cost % span
    let entry = first[bucket] ?? -1
    if (entry < 0) {
      cost += 1
      continue
    }
    first[bucket] = -1
    while (entry >= 0) {
      const node = entryNode[entry] ?? 0
      entry = entryNext[entry] ?? -1
      waiting -= 1
      if (costs[node] !== cost) continue
      const stop = offsets[node + 1] ?? 0
      for (let place = offsets[node] ?? 0; place < stop; place += 1) {
        const arc = arcs[place] ?? 0
        const weight = weights[arc] ?? -1
        if (weight < 0) continue
        const end = ends[place] ?? 0
        const reached = cost + weight
        if (reached >= (costs[end] ?? 0) || reached > latest) continue
        costs[end] = reached
        via[end] = arc
        const target = reached % span
        entryNode[entries] = end
        entryNext[entries] = first[target] ?? -1
        first[target] = entries
        entries += 1
        waiting += 1
      }
    }
  }
  return { costs, via }
}
