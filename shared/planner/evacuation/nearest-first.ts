/** A node with its distance so far. */
interface Entry {
  readonly distance: number
  readonly node: number
}

/** A binary heap of nodes, nearest first; equal distances by node. A node may stand in it more than once. */
export class NearestFirst {
  private readonly heap: Entry[] = []

  push(distance: number, node: number): void {
    const { heap } = this
    const entry = { distance, node }
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isBefore(entry, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = entry
  }

  /** The nearest entry, taken out; undefined when there is none. */
  pop(): Entry | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return first
    let at = 0
    for (;;) {
      const child = this.nearerChild(at)
      const below = heap[child]
      if (below === undefined || !isBefore(below, last)) break
      heap[at] = below
      at = child
    }
    heap[at] = last
    return first
  }

  private nearerChild(at: number): number {
    const left = 2 * at + 1
    const [one, other] = [this.heap[left], this.heap[left + 1]]
    return one !== undefined && other !== undefined && isBefore(other, one) ? left + 1 : left
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.distance < b.distance || (a.distance === b.distance && a.node < b.node)
}
