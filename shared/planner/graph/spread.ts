import type { LngLat } from '../../kernel/geo.ts'
import { snapEnds, type SearchSpace } from './reach.ts'
import { searchAll } from './search.ts'
import { UNREACHED, type Seed } from './search-result.ts'

/** Somebody who sets off from a place some seconds after the clock starts. */
export interface SpreadStart {
  readonly position: LngLat
  readonly startS: number
}

/** Whole seconds until the first of them is at a node, by node id; null = none ever is. */
export type NodeTimes = (nodeId: string) => number | null

/** One search for all starts together: who is first at each node of the network does not matter, only when. */
export function spreadFrom(space: SearchSpace, starts: readonly SpreadStart[]): NodeTimes {
  const seeds = starts.flatMap(({ position, startS }): Seed[] => {
    const [snap] = space.snapsOf(position)
    if (snap === undefined) return []
    const spent = startS * 10 + space.accessLeg(snap.distanceM).deciseconds
    return snapEnds(space, snap, false).map(({ node, cost }) => ({ node, cost: cost + spent }))
  })
  const { costs } = searchAll(space.graph.forward, space.arcWeights, seeds)
  return (nodeId) => {
    const cost = costs[space.graph.nodeNumbers.get(nodeId) ?? -1] ?? UNREACHED
    return cost === UNREACHED ? null : Math.round(cost / 10)
  }
}
