import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import type { Road } from '#shared/domain/dataset/dataset.ts'
import { buildRoadGraph, type RoadGraph } from '#shared/planner/graph/road-graph.ts'
import { weighArcs } from '#shared/planner/graph/road-speed.ts'
import { aRoad } from '#test/builders/force-roads.ts'
import { createChance } from '#shared/kernel/chance.ts'

/** A network as every contender gets it: the graph and deciseconds by arc. */
export interface Network {
  readonly name: string
  readonly graph: RoadGraph
  readonly weights: Int32Array
  /** Fastest speed on it, metres a decisecond: what an admissible estimate may assume. */
  readonly fastest: number
}

/** A square grid of two-way streets, some of them missing, with mixed speeds. */
export function gridNetwork(side: number): Network {
  const chance = createChance(side)
  const stepDeg = 0.002
  const roads: Road[] = []
  const weights: number[] = []
  const add = (x: number, y: number, toX: number, toY: number): void => {
    if (chance() < 0.08) return
    const coordinates = [
      [121 + x * stepDeg, 29 + y * stepDeg],
      [121 + toX * stepDeg, 29 + toY * stepDeg],
    ]
    const id = `r${String(roads.length).padStart(7, '0')}`
    const road = aRoad({ id, fromNode: `n${x}-${y}`, toNode: `n${toX}-${toY}`, coordinates })
    roads.push(road)
    weights.push(Math.max(1, Math.round((road.lengthM * 36) / (20 + 60 * chance()))))
  }
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (x + 1 < side) add(x, y, x + 1, y)
      if (y + 1 < side) add(x, y, x, y + 1)
    }
  const graph = buildRoadGraph(roads)
  return { name: `grid ${side}x${side}`, graph, weights: weighArcs(graph, Int32Array.from(weights)), fastest: 80 / 36 }
}

const Expected = z.object({ results: z.array(z.object({ node: z.number(), sum_ds: z.number() })) })

/** A real network that lies beside the project on some machines, with the sums another program found. */
export interface RealNetwork extends Network {
  readonly checks: readonly { readonly node: number; readonly sumDs: number }[]
}

const AUCKLAND = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'roadnet-auckland')

/** The main roads of Auckland (© OpenStreetMap contributors, ODbL 1.0), or null where the files are not there. */
export function aucklandNetwork(): RealNetwork | null {
  if (!existsSync(join(AUCKLAND, 'auckland_arcs.csv.gz'))) return null
  const read = (name: string): number[][] =>
    gunzipSync(readFileSync(join(AUCKLAND, name)))
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number))
  const places = new Map(read('auckland_nodes.csv.gz').map(([index = 0, lng = 0, lat = 0]) => [index, [lng, lat]]))
  const weights: number[] = []
  let fastest = 0
  const roads = read('auckland_arcs.csv.gz').map(([from = 0, to = 0, metres = 0, deciseconds = 0], index) => {
    const weight = Math.max(1, deciseconds)
    weights.push(weight)
    const coordinates = [places.get(from) ?? [0, 0], places.get(to) ?? [0, 0]]
    const road = aRoad({
      id: `r${String(index).padStart(7, '0')}`,
      fromNode: String(from),
      toNode: String(to),
      oneway: 'yes',
      coordinates,
    })
    fastest = Math.max(fastest, Math.max(metres, road.lengthM) / weight)
    return road
  })
  const graph = buildRoadGraph(roads)
  const { results } = Expected.parse(JSON.parse(readFileSync(join(AUCKLAND, 'expected_distances.json'), 'utf8')))
  return {
    name: 'Auckland',
    graph,
    weights: weighArcs(graph, Int32Array.from(weights)),
    fastest,
    checks: results.map(({ node, sum_ds }) => ({
      node: graph.nodeNumbers.get(String(node)) ?? -1,
      sumDs: sum_ds,
    })),
  }
}
