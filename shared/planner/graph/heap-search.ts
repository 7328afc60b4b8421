import type { ArcTable } from './arc-table.ts'
import { UNREACHED, type SearchResult, type Seed } from './search-result.ts'

/** Dijkstra's search with a four-ary heap, for weights too large for buckets. */
export function heapSearch(table: ArcTable, weights: Int32Array, seeds: readonly Seed[]): SearchResult {
  const { offsets, ends, arcs, nodeCount } = table
  const costs = new Int32Array(nodeCount).fill(UNREACHED)
  const via = new Int32Array(nodeCount).fill(-1)
  const heap = new FourAryHeap(arcs.length + seeds.length)
  for (const seed of seeds) {
    if (seed.cost >= (costs[seed.node] ?? 0)) continue
    costs[seed.node] = seed.cost
    heap.push(seed.node, seed.cost)
  }
  for (let top = heap.pop(); top !== null; top = heap.pop()) {
    if (costs[top.node] !== top.cost) continue
    const stop = offsets[top.node + 1] ?? 0
    for (let place = offsets[top.node] ?? 0; place < stop; place += 1) {
      const arc = arcs[place] ?? 0
      const weight = weights[arc] ?? -1
      if (weight < 0) continue
      const end = ends[place] ?? 0
      const reached = top.cost + weight
      if (reached >= (costs[end] ?? 0)) continue
      costs[end] = reached
      via[end] = arc
      heap.push(end, reached)
    }
  }
  return { costs, via }
}

class FourAryHeap {
  private readonly nodes: Int32Array
  private readonly keys: Int32Array
  private size = 0

  constructor(capacity: number) {
    this.nodes = new Int32Array(capacity)
    this.keys = new Int32Array(capacity)
  }

  push(node: number, key: number): void {
    let place = this.size
    this.size += 1
    while (place > 0) {
      const parent = (place - 1) >> 2
      if ((this.keys[parent] ?? 0) <= key) break
      this.move(parent, place)
      place = parent
    }
    this.nodes[place] = node
    this.keys[place] = key
  }

  pop(): { node: number; cost: number } | null {
    if (this.size === 0) return null
    const top = { node: this.nodes[0] ?? 0, cost: this.keys[0] ?? 0 }
    this.size -= 1
    this.sink(this.nodes[this.size] ?? 0, this.keys[this.size] ?? 0)
    return top
  }

  private sink(node: number, key: number): void {
    let place = 0
    for (let child = 1; child < this.size; child = 4 * place + 1) {
      let smallest = child
      for (let other = child + 1; other < Math.min(child + 4, this.size); other += 1) {
        if ((this.keys[other] ?? 0) < (this.keys[smallest] ?? 0)) smallest = other
      }
      if ((this.keys[smallest] ?? 0) >= key) break
      this.move(smallest, place)
      place = smallest
    }
    this.nodes[place] = node
    this.keys[place] = key
  }

  private move(from: number, to: number): void {
    this.nodes[to] = this.nodes[from] ?? 0
    this.keys[to] = this.keys[from] ?? 0
  }
}
