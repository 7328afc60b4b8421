import type { ArcTable } from './arc-table.ts'
import { bucketSearch } from './bucket-search.ts'
import { heapSearch } from './heap-search.ts'
import type { SearchResult, Seed } from './search-result.ts'

/** Above this span the buckets would be mostly empty and a heap is faster. */
const LARGEST_BUCKET_SPAN = 65_536

/**
 * Cheapest cost from the seeds to every node. `weights` are whole deciseconds by arc id, `CLOSED` for unusable arcs.
 * Both queues give the same costs; the bucket queue is about twice as fast while the largest weight is small.
 */
export function searchAll(table: ArcTable, weights: Int32Array, seeds: readonly Seed[]): SearchResult {
  let largest = 1
  for (const weight of weights) if (weight > largest) largest = weight
  const costs = seeds.map((seed) => seed.cost)
  const spread = seeds.length === 0 ? 0 : Math.max(...costs) - Math.min(...costs)
  const span = Math.max(largest, spread) + 1
  return span < LARGEST_BUCKET_SPAN ? bucketSearch(table, weights, seeds, { span }) : heapSearch(table, weights, seeds)
}
