import type { Road } from '../../domain/dataset/dataset.ts'
import { groupBy } from '../../kernel/order.ts'

/** Junctions reached before a road end counts as leading out. */
const LEADS_OUT_AFTER = 40

/** Tells in how many directions vehicles can leave a road: along the roads that are open to them, one-way signs aside. */
export interface WaysOut {
  /** 0, 1 or 2: how many ends of the road lead out into the network without passing along the road itself. */
  count(road: Road): number
}

/** Ways out over the given open roads; a small piece of network is out when all of it but the road is reached. */
export function findWaysOut(open: readonly Road[]): WaysOut {
  const ends = open.flatMap((road) => [
    { node: road.fromNode, road },
    { node: road.toNode, road },
  ])
  const at = groupBy(ends, ({ node }) => node)
  const known = new Map<string, number>()
  const enough = Math.min(LEADS_OUT_AFTER, Math.max(1, at.size - 2))
  const leadsOut = (start: string, without: Road): boolean => {
    const seen = new Set([start])
    const queue = [start]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const { road } of at.get(next) ?? []) {
        if (road.id === without.id) continue
        const onward = road.fromNode === next ? road.toNode : road.fromNode
        if (seen.has(onward)) continue
        seen.add(onward)
        queue.push(onward)
      }
      if (seen.size > enough) return true
    }
    return false
  }
  return {
    count: (road) => {
      const counted = known.get(road.id) ?? [road.fromNode, road.toNode].filter((node) => leadsOut(node, road)).length
      known.set(road.id, counted)
      return counted
    },
  }
}
