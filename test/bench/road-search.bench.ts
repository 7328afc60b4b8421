import createGraph, { type Graph } from 'ngraph.graph'
import { aStar } from 'ngraph.path'
import { searchAll } from '#shared/planner/graph/search.ts'
import { CLOSED, UNREACHED, type SearchResult } from '#shared/planner/graph/search-result.ts'
import { distanceM } from '#shared/kernel/geo.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { startRoutingDatabase } from './full/pgrouting.ts'
import { measureInTurn, median, quantile, timeOf } from './measure.ts'
import { aucklandNetwork, gridNetwork, type Network, type RealNetwork } from './networks.ts'

const TEAMS = 500
const ROUNDS = 15
const DATABASE_ROUNDS = 9
/** Teams the slow baseline is measured on. */
const SAMPLE = 10

/** G1: times and routes of 500 teams to one place. G3: the same after a road was closed. */
export const bench: Bench = {
  goals: ['G1', 'G3'],
  run: (options) => {
    const grid = gridNetwork(options.quick ? 40 : 160)
    const auckland = options.quick ? null : aucklandNetwork()
    if (auckland === null && !options.quick) options.say('the Auckland network is not on this machine: row left out')
    if (auckland !== null) checkSums(auckland)
    return [grid, ...(auckland === null ? [] : [auckland])].flatMap((network) => [
      ...compare(network, options),
      ...(options.full ? compareWithDatabase(network, options) : []),
    ])
  },
}

function compare(network: Network, { quick, say }: BenchOptions): BenchRow[] {
  const teams = quick ? 50 : TEAMS
  const size = `${network.name}, ${network.graph.nodeIds.length} nodes, ${network.weights.length} arcs, ${teams} teams`
  say(size)
  const chance = createChance(4)
  const pick = (): number => Math.floor(chance() * network.graph.nodeIds.length)
  const target = Math.floor(network.graph.nodeIds.length / 2)
  const from = Array.from({ length: teams }, pick)
  const sample = from.slice(0, SAMPLE)
  const path = findPaths(network, network.weights)
  checkSame(network, network.weights, path, sample, target)

  const search = measureInTurn(
    ROUNDS,
    () => timesAndRoutes(network, network.weights, from, target),
    () => {
      for (const start of sample) path.find(start, target)
    },
  )
  const factor = teams / sample.length
  const ours = median(search.ours)
  const theirs = median(search.baseline) * factor

  // A closed road: ours marks its arcs and searches once more; the other builds its graph again and asks team by team.
  const closedArc = pick()
  const rebuild: number[] = []
  const closing = measureInTurn(
    5,
    () => timesAndRoutes(network, close(network, closedArc), from, target),
    () => {
      const weights = close(network, closedArc)
      let renewed = path
      rebuild.push(timeOf(() => (renewed = findPaths(network, weights))))
      for (const start of sample) renewed.find(start, target)
    },
  )
  const renewed = median(closing.ours)
  const built = median(rebuild)
  const renewedTheirs = built + (median(closing.baseline) - built) * factor
  return [
    {
      name: 'G1 times and routes of all teams',
      size,
      ours: round(ours, 3),
      baseline: round(theirs, 1),
      baselineName: `ngraph.path A* per team, from ${sample.length} teams`,
      ratio: ratioOf(ours, theirs),
      unit: 'ms',
      runs: ROUNDS,
      extrapolated: true,
      p95: round(quantile(search.ours, 0.95), 3),
    },
    {
      name: 'G3 closure to renewed times and routes',
      size,
      ours: round(renewed, 3),
      baseline: round(renewedTheirs, 1),
      baselineName: `ngraph graph rebuilt, A* per team, from ${sample.length} teams`,
      ratio: ratioOf(renewed, renewedTheirs),
      unit: 'ms',
      runs: 5,
      extrapolated: true,
      p95: round(quantile(closing.ours, 0.95), 3),
    },
  ]
}

/** pgRouting in its best phrasing: one search of the reversed graph for all teams; every team's time must be equal. */
function compareWithDatabase(network: Network, { quick, say }: BenchOptions): BenchRow[] {
  const database = startRoutingDatabase(network.graph.forward, network.weights)
  if (database === null) {
    say('PostgreSQL with pgRouting is not installed: its row is left out')
    return []
  }
  try {
    const chance = createChance(4)
    const count = network.graph.nodeIds.length
    const target = Math.floor(count / 2)
    const teams = Array.from({ length: quick ? 50 : TEAMS }, () => Math.floor(chance() * count))
    const times = { ours: [] as number[], theirs: [] as number[] }
    for (let index = 0; index <= DATABASE_ROUNDS; index += 1) {
      let found: SearchResult = { costs: new Int32Array(), via: new Int32Array() }
      const ours = timeOf(() => (found = timesAndRoutes(network, network.weights, teams, target).result))
      const theirs = database.timesTo(target, teams)
      for (const team of teams) {
        const cost = team === target ? 0 : (theirs.costs.get(team) ?? UNREACHED)
        if (cost !== found.costs[team])
          throw new Error(
            `${network.name}: node ${team} is ${found.costs[team] ?? -1} ds here and ${cost} ds in the database`,
          )
      }
      if (index === 0) continue
      times.ours.push(ours)
      times.theirs.push(theirs.ms)
    }
    const [ours, theirs] = [median(times.ours), median(times.theirs)]
    return [
      {
        name: 'G1 times and routes of all teams against pgRouting (times only)',
        size: `${network.name}, ${count} nodes, ${network.weights.length} arcs, ${teams.length} teams`,
        ours: round(ours, 3),
        baseline: round(theirs, 1),
        baselineName: `${database.version}, one search of the reversed graph, its own time`,
        ratio: ratioOf(ours, theirs),
        unit: 'ms',
        runs: DATABASE_ROUNDS,
        p95: round(quantile(times.ours, 0.95), 3),
        note: `fastest ${round(Math.min(...times.ours), 2)} and ${round(Math.min(...times.theirs), 1)}`,
      },
    ]
  } finally {
    database.stop()
  }
}

/** Ours: one search against the traffic, then every team's way read off. */
function timesAndRoutes(
  { graph }: Network,
  weights: Int32Array,
  teams: readonly number[],
  target: number,
): { result: SearchResult; arcsDriven: number } {
  const result = searchAll(graph.reverse, weights, [{ node: target, cost: 0 }])
  let arcsDriven = 0
  for (const team of teams) {
    const route: number[] = []
    let node = team
    for (let arc = result.via[node] ?? -1; arc >= 0; arc = result.via[node] ?? -1) {
      route.push(arc)
      node = graph.arcHeads[arc] ?? 0
    }
    arcsDriven += route.length
  }
  return { result, arcsDriven }
}

interface Paths {
  find(from: number, to: number): number | null
}

/** The other: a graph of objects and one A* per team, with the straight way at the fastest speed as estimate. */
function findPaths({ graph, fastest }: Network, weights: Int32Array): Paths {
  const links: Graph<number, number> = createGraph()
  graph.nodePositions.forEach((_, node) => links.addNode(node, node))
  weights.forEach((weight, arc) => {
    if (weight === CLOSED) return
    const [tail, head] = [graph.arcTails[arc] ?? 0, graph.arcHeads[arc] ?? 0]
    const known = links.getLink(tail, head)
    if (known === null || known === undefined || known.data > weight) links.addLink(tail, head, weight)
  })
  const finder = aStar(links, {
    oriented: true,
    distance: (_from, _to, link) => link.data,
    heuristic: (from, to) => {
      const [a, b] = [graph.nodePositions[Number(from.id)], graph.nodePositions[Number(to.id)]]
      return a === undefined || b === undefined ? 0 : distanceM(a, b) / fastest / 1.01
    },
  })
  return {
    find: (from, to) => {
      const nodes = finder.find(from, to)
      if (nodes.length === 0) return null
      let cost = 0
      for (let index = 0; index + 1 < nodes.length; index += 1) {
        const [one, other] = [nodes[index], nodes[index + 1]]
        if (one === undefined || other === undefined) continue
        // The library answers from the end to the start.
        cost += (links.getLink(other.id, one.id) ?? links.getLink(one.id, other.id))?.data ?? 0
      }
      return cost
    },
  }
}

function checkSame(network: Network, weights: Int32Array, path: Paths, teams: readonly number[], target: number): void {
  const { costs } = searchAll(network.graph.reverse, weights, [{ node: target, cost: 0 }])
  for (const team of teams) {
    const ours = costs[team] ?? UNREACHED
    const theirs = path.find(team, target)
    if ((theirs ?? UNREACHED) !== ours)
      throw new Error(`${network.name}: node ${team} to ${target} is ${ours} ds here and ${String(theirs)} ds there`)
  }
}

function checkSums({ name, graph, weights, checks }: RealNetwork): void {
  for (const { node, sumDs } of checks) {
    const { costs } = searchAll(graph.reverse, weights, [{ node, cost: 0 }])
    const sum = costs.reduce((total, cost) => total + (cost === UNREACHED ? 0 : cost), 0)
    if (sum !== sumDs) throw new Error(`${name}: sum of all times to node ${node} is ${sum} ds, expected ${sumDs} ds`)
  }
}

function close({ graph, weights }: Network, arc: number): Int32Array {
  const road = graph.arcRoads[arc] ?? -1
  return weights.map((weight, index) => (graph.arcRoads[index] === road ? CLOSED : weight))
}
