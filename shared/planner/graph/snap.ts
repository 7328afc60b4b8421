import Flatbush from 'flatbush'
import type { Road } from '../../domain/dataset/dataset.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { planeAt, pointOnSegment, projectOnSegment, segmentLengths, type LocalPlane } from './local-plane.ts'
import type { RoadGraph } from './road-graph.ts'

/** A position put on the nearest usable road. */
export interface Snap {
  /** Road number in the graph. */
  readonly road: number
  /** Share of the road's length from its first node, 0 to 1. */
  readonly share: number
  readonly distanceM: number
  readonly position: LngLat
}

/** Finds the nearest roads of a position. */
export interface SnapIndex {
  /** Up to `count` different roads that pass the filter, nearest first; ties by road number. */
  nearest(position: LngLat, accepts: (road: number, distanceM: number) => boolean, count: number): readonly Snap[]
}

interface Segments {
  readonly roads: number[]
  readonly parts: number[]
}

/** Index over all line segments of the graph. */
export function buildSnapIndex(graph: RoadGraph): SnapIndex {
  const plane = planeAt(graph.nodePositions[0]?.lat ?? 0)
  const segments: Segments = { roads: [], parts: [] }
  graph.roads.forEach((road, number) => {
    for (let part = 0; part + 1 < road.coordinates.length; part += 1) {
      segments.roads.push(number)
      segments.parts.push(part)
    }
  })
  const tree = segments.roads.length === 0 ? null : plantTree(graph, segments, plane)
  return {
    nearest: (position, accepts, count) =>
      tree === null ? [] : nearestRoads({ graph, segments, plane, tree }, position, accepts, count),
  }
}

interface Index {
  readonly graph: RoadGraph
  readonly segments: Segments
  readonly plane: LocalPlane
  readonly tree: Flatbush
}

function plantTree(graph: RoadGraph, segments: Segments, plane: LocalPlane): Flatbush {
  const tree = new Flatbush(segments.roads.length)
  segments.roads.forEach((road, index) => {
    const [a, b] = endsOf(graph.roads[road], segments.parts[index] ?? 0)
    const [ax, ay, bx, by] = [plane.x(a[0] ?? 0), plane.y(a[1] ?? 0), plane.x(b[0] ?? 0), plane.y(b[1] ?? 0)]
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  })
  tree.finish()
  return tree
}

function endsOf(road: Road | undefined, part: number): [number[], number[]] {
  return [road?.coordinates[part] ?? [], road?.coordinates[part + 1] ?? []]
}

/**
 * The tree knows boxes only, so boxes are taken in order of distance until the next box is farther than the roads
 * already measured.
 */
function nearestRoads(
  index: Index,
  position: LngLat,
  accepts: (road: number, distanceM: number) => boolean,
  count: number,
): Snap[] {
  const { graph, segments, plane, tree } = index
  const x = plane.x(position.lng)
  const y = plane.y(position.lat)
  for (let take = 16; ; take *= 4) {
    const found = tree.neighbors(x, y, take)
    const best = new Map<number, { part: number; along: number; distanceM: number }>()
    let lastBoxM = 0
    for (const item of found) {
      const road = segments.roads[item] ?? 0
      const part = segments.parts[item] ?? 0
      const [a, b] = endsOf(graph.roads[road], part)
      lastBoxM = boxDistance(plane, x, y, a, b)
      const { along, distanceM } = projectOnSegment(plane, position, a, b)
      const known = best.get(road)
      if ((known === undefined || distanceM < known.distanceM) && accepts(road, distanceM))
        best.set(road, { part, along, distanceM })
    }
    const ordered = [...best]
      .sort(([roadA, a], [roadB, b]) => a.distanceM - b.distanceM || roadA - roadB)
      .slice(0, count)
    const farthest = ordered.at(-1)?.[1].distanceM ?? Infinity
    if (found.length < take || (ordered.length === count && farthest <= lastBoxM)) {
      return ordered.map(([road, hit]) => snapOf(graph, plane, road, hit))
    }
  }
}

function boxDistance(plane: LocalPlane, x: number, y: number, a: number[], b: number[]): number {
  const [ax, bx] = [plane.x(a[0] ?? 0), plane.x(b[0] ?? 0)]
  const [ay, by] = [plane.y(a[1] ?? 0), plane.y(b[1] ?? 0)]
  const dx = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx))
  const dy = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by))
  return Math.hypot(dx, dy)
}

function snapOf(
  graph: RoadGraph,
  plane: LocalPlane,
  road: number,
  hit: { part: number; along: number; distanceM: number },
): Snap {
  const line = graph.roads[road]
  const lengths = segmentLengths(plane, line?.coordinates ?? [])
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const before = lengths.slice(0, hit.part).reduce((sum, length) => sum + length, 0)
  const [a, b] = endsOf(line, hit.part)
  return {
    road,
    share: total === 0 ? 0 : (before + hit.along * (lengths[hit.part] ?? 0)) / total,
    distanceM: hit.distanceM,
    position: pointOnSegment(a, b, hit.along),
  }
}
