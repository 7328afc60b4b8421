import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { buildRoadGraph, type RoadGraph } from '#shared/planner/graph/road-graph.ts'
import { bucketSearch } from '#shared/planner/graph/bucket-search.ts'
import { heapSearch } from '#shared/planner/graph/heap-search.ts'
import { searchAll } from '#shared/planner/graph/search.ts'
import { CLOSED, UNREACHED } from '#shared/planner/graph/search-result.ts'
import { weighArcs } from '#shared/planner/graph/road-speed.ts'
import { aRoad, readRoads } from '#test/builders/force-roads.ts'

const Expectations = z.object({
  routes: z.array(
    z.object({
      id: z.string(),
      from_node: z.string(),
      to_node: z.string(),
      metric: z.enum(['time', 'length']),
      avoid_segments: z.array(z.string()),
      expected: z.object({ length_m: z.number(), time_s: z.number(), segments: z.array(z.string()) }).nullable(),
    }),
  ),
})

const here = (name: string): URL => new URL(`../../../fixtures/${name}`, import.meta.url)
const { routes } = Expectations.parse(JSON.parse(readFileSync(here('beilun-roads-schematic.routes.json'), 'utf8')))
const graph = buildRoadGraph(readRoads('resources/datasets/beilun/roads.geojson'))

/** Deciseconds, or decimetres, between two nodes by the reverse search. */
function costBetween(network: RoadGraph, from: string, to: string, weigh: (index: number) => number): number | null {
  const weights = weighArcs(
    network,
    Int32Array.from(network.roads, (_, index) => weigh(index)),
  )
  const { costs } = searchAll(network.reverse, weights, [{ node: network.nodeNumbers.get(to) ?? -1, cost: 0 }])
  const cost = costs[network.nodeNumbers.get(from) ?? -1] ?? UNREACHED
  return cost === UNREACHED ? null : cost
}

describe('the road search', () => {
  it('has 52 independent expectations to meet, two of them unreachable', () => {
    expect(routes).toHaveLength(52)
    expect(routes.filter((route) => route.expected === null)).toHaveLength(2)
  })

  it.each(routes)('agrees with the independent shortest path of $id within 0.1 %', (route) => {
    const cost = costBetween(graph, route.from_node, route.to_node, (index) => {
      const road = graph.roads[index]
      if (road === undefined || route.avoid_segments.includes(road.id)) return CLOSED
      return Math.round(route.metric === 'time' ? (road.lengthM * 36) / (road.speedKmh ?? 1) : road.lengthM * 10)
    })
    if (route.expected === null) expect(cost).toBeNull()
    else {
      const wanted = route.metric === 'time' ? route.expected.time_s : route.expected.length_m
      expect(Math.abs((cost ?? 0) / 10 - wanted)).toBeLessThanOrEqual(wanted * 0.001)
    }
  })

  it('gives the same costs with buckets and with the heap, in both directions', () => {
    const roadWeights = Int32Array.from(graph.roads, (road) => Math.round((road.lengthM * 36) / (road.speedKmh ?? 35)))
    const weights = weighArcs(graph, roadWeights)
    for (const table of [graph.forward, graph.reverse]) {
      const seeds = [
        { node: 5, cost: 120 },
        { node: 90, cost: 0 },
      ]
      const span = Math.max(...weights, 120) + 1
      expect(heapSearch(table, weights, seeds).costs).toEqual(bucketSearch(table, weights, seeds, { span }).costs)
      const whole = bucketSearch(table, weights, seeds, { span }).costs
      const latest = 60
      expect(bucketSearch(table, weights, seeds, { span, latest }).costs).toEqual(
        whole.map((cost, node) => (cost > latest && !seeds.some((seed) => seed.node === node) ? UNREACHED : cost)),
      )
    }
  })

  it('drives a one-way road in drawing order only', () => {
    const oneway = buildRoadGraph([
      aRoad({
        id: 'a',
        fromNode: 'A',
        toNode: 'B',
        oneway: 'yes',
        coordinates: [
          [121, 29],
          [121.01, 29],
        ],
      }),
    ])
    expect(costBetween(oneway, 'A', 'B', () => 100)).toBe(100)
    expect(costBetween(oneway, 'B', 'A', () => 100)).toBeNull()
  })

  it('does not join roads that merely cross', () => {
    const crossing = buildRoadGraph([
      aRoad({
        id: 'a',
        fromNode: 'W',
        toNode: 'E',
        coordinates: [
          [121, 29],
          [121.02, 29],
        ],
      }),
      aRoad({
        id: 'b',
        fromNode: 'S',
        toNode: 'N',
        coordinates: [
          [121.01, 28.99],
          [121.01, 29.01],
        ],
      }),
    ])
    expect(costBetween(crossing, 'W', 'N', () => 10)).toBeNull()
  })

  it('numbers nodes the same whatever the order of the roads', () => {
    const roads = readRoads('resources/datasets/beilun/roads.geojson')
    expect(buildRoadGraph([...roads].reverse()).nodeIds).toEqual(buildRoadGraph(roads).nodeIds)
  })
})
