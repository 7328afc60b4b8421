import type { Dataset, Road } from '../../domain/dataset/dataset.ts'
import type { TravelParameters } from '../../domain/parameters/travel.ts'
import type { RoadQuality } from '../../domain/road-quality.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { buildRoadGraph, type RoadGraph } from '../graph/road-graph.ts'
import { buildSnapIndex, type SnapIndex } from '../graph/snap.ts'
import { connectPieces, driveBothWays } from './connect-pieces.ts'
import { placesOffRoad } from './places-off-road.ts'

/** An end of a line this near to another line is probably meant to be joined, metres (design rule). */
const UNJOINED_WITHIN_M = 30

/** Rows of each list; the counts are of all. */
const LISTED = 20

/** What of a data set its road quality rests on. */
export type RoadQualitySource = Pick<
  Dataset,
  'roads' | 'roadsSchematic' | 'teams' | 'stores' | 'shelters' | 'hospitals'
>

/** The network with its pieces, as the parts of the report read it. */
export interface MeasuredNetwork {
  readonly graph: RoadGraph
  readonly index: SnapIndex
  /** Piece of each road of the graph; `largest` holds the most length. */
  readonly pieceOfRoad: (road: number) => number
  readonly largest: number
  /** True for a road that leads only into or only out of the roads that lead everywhere. */
  readonly isTrap: (road: number) => boolean
}

/** How far a road network can be trusted: pieces, dead ends, probable gaps, traps, missing values, places it does not serve. */
export function measureRoadQuality(dataset: RoadQualitySource, travel: TravelParameters): RoadQuality {
  const { roads, roadsSchematic } = dataset
  const network = measureNetwork(roads)
  const { graph, largest, pieceOfRoad } = network
  const numbers = graph.roads.map((_, number) => number)
  const total = lengthOf(graph.roads)
  const pieces = groupBy(numbers, (road) => String(pieceOfRoad(road)))
  const inLargest = pieces.get(String(largest)) ?? []
  const islands = [...pieces.values()].flatMap((own) =>
    own === inLargest ? [] : [islandOf(own.flatMap((road) => graph.roads[road] ?? []))],
  )
  const ends = endsOf(network)
  const unjoined = ends.flatMap((end) => besideOf(network, end))
  const traps = inLargest.filter(network.isTrap).flatMap((road) => graph.roads[road] ?? [])
  const ids = [...groupBy(roads, ({ id }) => id)].flatMap(([id, same]) => (same.length > 1 ? [id] : []))
  const shareOf = (isMissing: (road: Road) => boolean): number | null =>
    total === 0 ? null : round3(lengthOf(graph.roads.filter(isMissing)) / total)
  return {
    ...{ schematic: roadsSchematic, roads: roads.length, nodes: graph.nodeIds.length, lengthM: Math.round(total) },
    components: pieces.size,
    largestShare: total === 0 ? null : round3(lengthOf(inLargest.flatMap((road) => graph.roads[road] ?? [])) / total),
    islands: sortedBy(islands, ({ lengthM, lng, lat }) => [-lengthM, lng, lat]).slice(0, LISTED),
    ...{ deadEnds: ends.length, unjoinedEnds: unjoined.length },
    unjoined: sortedBy(unjoined, ({ gapM, nodeId }) => [gapM, nodeId]).slice(0, LISTED),
    oneWayTraps: traps.length,
    traps: sortedBy(traps, (road) => [-road.lengthM, road.id])
      .slice(0, LISTED)
      .map((road) => ({ roadId: road.id, name: road.name, ...startOf(road) })),
    withoutSpeed: shareOf(({ speedKmh }) => speedKmh === null),
    withoutClass: shareOf((road) => road.class === '' || road.class === 'unclassified' || road.class === 'road'),
    withoutName: shareOf(({ name, ref }) => name === '' && ref === ''),
    ...{ duplicateIds: ids.length, duplicates: ids.sort().slice(0, LISTED) },
    offRoad: placesOffRoad(dataset, network, travel.snapLimitM.value),
  }
}

function measureNetwork(roads: readonly Road[]): MeasuredNetwork {
  const graph = buildRoadGraph(roads)
  const pieces = connectPieces(graph)
  const nodeOf = (id: string): number => graph.nodeNumbers.get(id) ?? 0
  const pieceOfRoad = (road: number): number => pieces.pieceOf[nodeOf(graph.roads[road]?.fromNode ?? '')] ?? -1
  const lengths = new Float64Array(pieces.count)
  graph.roads.forEach((road, number) => {
    const piece = pieceOfRoad(number)
    lengths[piece] = (lengths[piece] ?? 0) + road.lengthM
  })
  const largest = lengths.indexOf(Math.max(...lengths, 0))
  const core = driveBothWays(graph, pieces, largest)
  const isTrap = (road: number): boolean => {
    const { fromNode, toNode } = graph.roads[road] ?? { fromNode: '', toNode: '' }
    return core[nodeOf(fromNode)] !== 1 || core[nodeOf(toNode)] !== 1
  }
  return { graph, index: buildSnapIndex(graph), pieceOfRoad, largest, isTrap }
}

interface DeadEnd {
  readonly nodeId: string
  readonly position: LngLat
  /** Number of the only road that ends there. */
  readonly road: number
}

function endsOf({ graph }: MeasuredNetwork): DeadEnd[] {
  const at = graph.nodeIds.map((): number[] => [])
  graph.roads.forEach(({ fromNode, toNode }, road) => {
    for (const id of [fromNode, toNode]) at[graph.nodeNumbers.get(id) ?? -1]?.push(road)
  })
  return at.flatMap(([road, ...others], node): DeadEnd[] => {
    const [nodeId, position] = [graph.nodeIds[node], graph.nodePositions[node]]
    if (road === undefined || others.length > 0 || nodeId === undefined || position === undefined) return []
    return [{ nodeId, position, road }]
  })
}

function besideOf({ graph, index }: MeasuredNetwork, end: DeadEnd): RoadQuality['unjoined'] {
  const [beside] = index.nearest(end.position, (road) => road !== end.road, 1)
  const [own, other] = [graph.roads[end.road], graph.roads[beside?.road ?? -1]]
  if (beside === undefined || own === undefined || other === undefined) return []
  // A short line's other end may be joined to the same road: that is a lay-by, not a gap.
  const isJoined = [own.fromNode, own.toNode].some((id) => id === other.fromNode || id === other.toNode)
  if (beside.distanceM > UNJOINED_WITHIN_M || isJoined) return []
  const names = { roadId: own.id, roadName: own.name, besideId: other.id, besideName: other.name }
  return [{ nodeId: end.nodeId, ...names, gapM: Math.round(beside.distanceM), ...end.position }]
}

function islandOf(roads: readonly Road[]): RoadQuality['islands'][number] {
  const longest = sortedBy(roads, (road) => [road.name === '' ? 1 : 0, -road.lengthM, road.id])[0]
  return {
    ...{ roads: roads.length, lengthM: Math.round(lengthOf(roads)), name: longest?.name ?? '' },
    ...startOf(longest),
  }
}

function startOf(road: Road | undefined): LngLat {
  const [lng = 0, lat = 0] = road?.coordinates[0] ?? []
  return { lng, lat }
}

function lengthOf(roads: readonly Road[]): number {
  return roads.reduce((sum, { lengthM }) => sum + lengthM, 0)
}

function round3(share: number): number {
  return Math.round(share * 1000) / 1000
}
