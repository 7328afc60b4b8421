import type { Road } from '../../domain/dataset/dataset.ts'
import type { TravelParameters } from '../../domain/parameters/travel.ts'
import { lineCrossesPolygon, type LngLat, type Polygon } from '../../kernel/geo.ts'
import { createReach, createStraightReach, type AccessLeg, type SearchSpace } from '../graph/reach.ts'
import { buildRoadGraph, type RoadGraph } from '../graph/road-graph.ts'
import { barringLimit, weighArcs, weighRoads, type ClassSpeeds } from '../graph/road-speed.ts'
import { CLOSED } from '../graph/search-result.ts'
import { buildSnapIndex, type Snap, type SnapIndex } from '../graph/snap.ts'
import type { ClosedRoad, Reach, VehicleProfile } from '../graph/travel.ts'
import type { RoadBarrier, RoadTravel } from './road-travel.ts'

/** What the travel of one plan rests on. */
export interface TravelInput {
  readonly roads: readonly Road[]
  readonly parameters: TravelParameters
  /** Multiplied onto every speed: night and rain of this incident. */
  readonly factor: number
  readonly closures: readonly ClosedRoad[]
  /** True when roads known to flood are closed. */
  readonly floodedRoadsClosed: boolean
}

interface Network {
  readonly input: TravelInput
  readonly graph: RoadGraph
  readonly index: SnapIndex
  readonly closedBy: ReadonlyMap<string, ClosedRoad>
}

/** Roads taken out of a variant of the network, with what takes them out. */
type Removed = ReadonlyMap<string, RoadBarrier>

/** How many roads around a place are tried when the nearest is cut off. */
const SNAPS_TRIED = 3

/** Pieces of road smaller than this share of the network are not snapped to. */
const SMALLEST_PIECE_SHARE = 0.05

/** Travel over the roads of one plan. */
export function createTravelService(input: TravelInput): RoadTravel {
  const graph = buildRoadGraph(input.roads)
  const closedBy = new Map(
    input.closures.flatMap((closure) => closure.roadIds.map((id): [string, ClosedRoad] => [id, closure])),
  )
  return variantOf({ input, graph, index: buildSnapIndex(graph), closedBy }, new Map(), true)
}

function variantOf(network: Network, removed: Removed, keepsClosures: boolean): RoadTravel {
  const { input, graph } = network
  const spaces = new Map<string, SearchSpace>()
  const reaches = new Map<string, Reach>()
  const barrierOf = (road: Road, profile: VehicleProfile): RoadBarrier | null =>
    removed.get(road.id) ?? (keepsClosures ? closureOf(network, road) : null) ?? limitOf(road, profile)

  const reach = (point: LngLat, profile: VehicleProfile, direction: 'to' | 'from'): Reach => {
    if (graph.roads.length === 0) return createStraightReach(point, direction, straightOptions(input, profile))
    const profileKey = keyOf(profile)
    const key = `${direction}|${point.lng}|${point.lat}|${profileKey}`
    const known = reaches.get(key)
    if (known !== undefined) return known
    const space = spaces.get(profileKey) ?? createSpace(network, profile, (road) => barrierOf(road, profile) !== null)
    spaces.set(profileKey, space)
    const made = createReach(space, point, direction)
    reaches.set(key, made)
    return made
  }

  const withRemoved = (more: Removed): RoadTravel => variantOf(network, new Map([...removed, ...more]), keepsClosures)
  return {
    roads: graph.roads,
    closures: input.closures,
    reachTo: (target, profile) => reach(target, profile, 'to'),
    reachFrom: (origin, profile) => reach(origin, profile, 'from'),
    profileOf: (code) => profileOf(input, code),
    barrierOf,
    avoiding: (shapes) => withRemoved(crossedRoads(graph.roads, shapes)),
    without: (roadIds) =>
      withRemoved(new Map([...roadIds].map((id) => [id, { kind: 'closure', text: '本计划管制路段' }]))),
    unclosed: () => variantOf(network, new Map(), false),
  }
}

function closureOf({ input, closedBy }: Network, road: Road): RoadBarrier | null {
  const closure = closedBy.get(road.id)
  if (closure !== undefined) return { kind: 'closure', text: closure.reason === '' ? '已封闭' : closure.reason }
  return input.floodedRoadsClosed && road.floods ? { kind: 'flood', text: '易淹路段，当前雨情或水深下停用' } : null
}

function limitOf(road: Road, profile: VehicleProfile): RoadBarrier | null {
  const limit = barringLimit(road, profile)
  if (limit === null) return null
  if (limit === 'height') return { kind: limit, text: `限高 ${road.maxHeightM ?? ''} 米，车高 ${profile.heightM} 米` }
  if (limit === 'weight') return { kind: limit, text: `限重 ${road.maxWeightT ?? ''} 吨，车重 ${profile.weightT} 吨` }
  return { kind: limit, text: '禁止危险货物车辆通行' }
}

function crossedRoads(roads: readonly Road[], shapes: readonly Polygon[]): Removed {
  const barrier: RoadBarrier = { kind: 'zone', text: '穿越隔离或防护区' }
  const crossed = roads.filter((road) =>
    shapes.some((shape) => mayMeet(road, shape) && lineCrossesPolygon(road.coordinates, shape)),
  )
  return new Map(crossed.map((road) => [road.id, barrier]))
}

/** Cheap test first: most roads are nowhere near a zone. */
function mayMeet(road: Road, shape: Polygon): boolean {
  const box = boxOf(shape.coordinates.flat())
  const line = boxOf(road.coordinates)
  return box.west <= line.east && box.east >= line.west && box.south <= line.north && box.north >= line.south
}

function boxOf(positions: readonly number[][]): { west: number; east: number; south: number; north: number } {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const [lng = 0, lat = 0] of positions) {
    box.west = Math.min(box.west, lng)
    box.east = Math.max(box.east, lng)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

function profileOf({ parameters, factor }: TravelInput, code: VehicleProfile['code']): VehicleProfile {
  const profile = parameters.profiles[code]
  return {
    code,
    speedKmh: profile.speedKmh.value,
    factor: code === 'walk' ? 1 : factor,
    heightM: profile.heightM.value,
    weightT: profile.weightT.value,
    carriesHazmat: profile.carriesHazmat,
  }
}

function keyOf(profile: VehicleProfile): string {
  return [profile.speedKmh, profile.factor, profile.heightM, profile.weightT, profile.carriesHazmat].join('|')
}

function straightOptions(
  { parameters }: TravelInput,
  profile: VehicleProfile,
): { roadFactor: number; speedKmh: number } {
  const speed = Math.min(profile.speedKmh, parameters.unmappedSpeedKmh.value) * profile.factor
  return { roadFactor: parameters.roadFactor.value, speedKmh: speed }
}

function createSpace(network: Network, profile: VehicleProfile, isBarred: (road: Road) => boolean): SearchSpace {
  const { graph, index, input } = network
  const { parameters } = input
  const roadWeights = weighRoads(graph, profile, classSpeedsOf(parameters), isBarred)
  const snaps = new Map<string, readonly Snap[]>()
  const accepts = (road: number, distanceM: number): boolean =>
    (roadWeights[road] ?? CLOSED) !== CLOSED && isJoinable(graph, road, distanceM, parameters.onRoadM.value)
  return {
    graph,
    roadWeights,
    arcWeights: weighArcs(graph, roadWeights),
    snapsOf: (position) => {
      const key = `${position.lng},${position.lat}`
      const found = snaps.get(key) ?? index.nearest(position, accepts, SNAPS_TRIED)
      snaps.set(key, found)
      return found
    },
    accessLeg: (distanceM) => accessLeg(distanceM, parameters, profile),
  }
}

/** Expressways, links, bridges and tunnels are joined only by somebody who already stands on them. */
function isJoinable(graph: RoadGraph, number: number, distanceM: number, onRoadM: number): boolean {
  const road = graph.roads[number]
  if (road === undefined) return false
  const node = graph.nodeNumbers.get(road.fromNode) ?? 0
  if ((graph.pieceSizes[node] ?? 0) < graph.nodeIds.length * SMALLEST_PIECE_SHARE) return false
  const fenced = road.class.startsWith('motorway') || road.bridge || road.tunnel
  return !fenced || distanceM <= onRoadM
}

function classSpeedsOf({ classSpeeds }: TravelParameters): ClassSpeeds {
  return {
    motorway: classSpeeds.motorway.value,
    motorway_link: classSpeeds.motorwayLink.value,
    trunk: classSpeeds.trunk.value,
    primary: classSpeeds.primary.value,
    secondary: classSpeeds.secondary.value,
    tertiary: classSpeeds.tertiary.value,
    service: classSpeeds.service.value,
    other: classSpeeds.other.value,
  }
}

function accessLeg(distanceM: number, parameters: TravelParameters, profile: VehicleProfile): AccessLeg {
  const approximate = distanceM > parameters.snapLimitM.value
  const driven = approximate ? distanceM * parameters.roadFactor.value : distanceM
  const limit = approximate ? parameters.unmappedSpeedKmh.value : parameters.accessSpeedKmh.value
  const speedKmh = Math.min(limit, profile.speedKmh) * profile.factor
  return { distanceM: driven, deciseconds: Math.round((driven * 36) / speedKmh), approximate }
}
