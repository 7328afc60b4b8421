import type { Area, Road } from '../../domain/dataset/dataset.ts'
import type { TravelParameters } from '../../domain/parameters/travel.ts'
import { lineCrossesPolygon, type LngLat, type Polygon } from '../../kernel/geo.ts'
import { groupBy } from '../../kernel/order.ts'
import { createReach, createStraightReach, type AccessLeg, type SearchSpace } from '../graph/reach.ts'
import { buildRoadGraph, type RoadGraph } from '../graph/road-graph.ts'
import { barringLimit, weighArcs, weighRoads, type ClassSpeeds } from '../graph/road-speed.ts'
import { CLOSED } from '../graph/search-result.ts'
import { buildSnapIndex, type Snap, type SnapIndex } from '../graph/snap.ts'
import { spreadFrom } from '../graph/spread.ts'
import { insideBorders, sameSideOf, type SameSide } from '../cut-off/inside-borders.ts'
import type { ClosedRoad, Reach, VehicleProfile } from '../graph/travel.ts'
import { stopOf, waitOf, type FloodState } from './road-stops.ts'
import type { RoadBarrier, RoadTravel } from './road-travel.ts'

/** What the travel of one plan rests on. */
export interface TravelInput {
  readonly roads: readonly Road[]
  readonly parameters: TravelParameters
  /** Multiplied onto every speed: night and rain of this incident. */
  readonly factor: number
  readonly closures: readonly ClosedRoad[]
  /** Outlines that no road crosses now; absent = none. */
  readonly borders?: readonly Area[]
  /** Water on the roads that are known to flood. */
  readonly flood: FloodState
  /** Wind speed, m/s; null = unknown. */
  readonly windSpeedMs: number | null
  /** True when bridges and tunnels count as unchecked, as after an earthquake. */
  readonly structuresUnchecked: boolean
}

interface Network {
  readonly input: TravelInput
  readonly graph: RoadGraph
  readonly index: SnapIndex
  readonly closedBy: ReadonlyMap<string, readonly ClosedRoad[]>
  readonly isSameSide: SameSide
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
  const pairs = input.closures.flatMap((closure) => closure.roadIds.map((id) => ({ id, closure })))
  const closedBy = new Map(
    [...groupBy(pairs, ({ id }) => id)].map(([id, group]) => [id, group.map(({ closure }) => closure)] as const),
  )
  const isSameSide = sameSideOf(input.borders ?? [])
  return variantOf({ input, graph, index: buildSnapIndex(graph), closedBy, isSameSide }, new Map(), () => false)
}

function variantOf(
  network: Network,
  removed: Removed,
  isLifted: (roadId: string) => boolean,
  keepsStops = true,
): RoadTravel {
  const { input, graph } = network
  const variants = new Map<string, RoadTravel>()
  const variant = (key: string, make: () => RoadTravel): RoadTravel => {
    const made = variants.get(key) ?? make()
    variants.set(key, made)
    return made
  }
  const spaces = new Map<string, SearchSpace>()
  const reaches = new Map<string, Reach>()
  const barrierOf = (road: Road, profile: VehicleProfile): RoadBarrier | null =>
    removed.get(road.id) ??
    (isLifted(road.id) ? null : closureOf(network, road)) ??
    (keepsStops ? stopOf(input, road, profile) : null) ??
    limitOf(road, profile)

  const spaceOf = (profile: VehicleProfile): SearchSpace => {
    const key = keyOf(profile)
    const space = spaces.get(key) ?? createSpace(network, profile, (road) => barrierOf(road, profile) !== null)
    spaces.set(key, space)
    return space
  }

  const reach = (point: LngLat, profile: VehicleProfile, direction: 'to' | 'from'): Reach => {
    const guard = (open: Reach): Reach => (keepsStops ? insideBorders(open, point, network.isSameSide) : open)
    if (graph.roads.length === 0) return guard(createStraightReach(point, direction, straightOptions(input, profile)))
    const key = `${direction}|${point.lng}|${point.lat}|${keyOf(profile)}`
    const known = reaches.get(key)
    if (known !== undefined) return known
    const made = guard(createReach(spaceOf(profile), point, direction))
    reaches.set(key, made)
    return made
  }

  const withRemoved = (more: Removed): RoadTravel =>
    variantOf(network, new Map([...removed, ...more]), isLifted, keepsStops)
  const self: RoadTravel = {
    roads: graph.roads,
    closures: input.closures,
    reachTo: (target, profile) => reach(target, profile, 'to'),
    reachFrom: (origin, profile) => reach(origin, profile, 'from'),
    spreadFrom: (starts, profile) => (graph.roads.length === 0 ? () => null : spreadFrom(spaceOf(profile), starts)),
    profileOf: (code) => profileOf(input, code),
    barrierOf,
    avoiding: (shapes) => withRemoved(crossedRoads(graph.roads, shapes)),
    without: (roadIds) =>
      withRemoved(new Map([...roadIds].map((id) => [id, { kind: 'closure', text: '本计划管制路段' }]))),
    lifting: (roadIds) =>
      variant(`lifting ${[...roadIds].sort().join(' ')}`, () =>
        variantOf(network, removed, (id) => roadIds.has(id) || isLifted(id), keepsStops),
      ),
    closuresOn: (roadId) => network.closedBy.get(roadId) ?? [],
    keepingOffUnchecked: () =>
      variant('checked', () => (input.structuresUnchecked ? withRemoved(uncheckedRoads(graph.roads)) : self)),
    unclosed: () => variant('unclosed', () => variantOf(network, new Map(), () => true, false)),
  }
  return self
}

function closureOf({ closedBy }: Network, road: Road): RoadBarrier | null {
  const closure = closedBy.get(road.id)?.[0]
  return closure === undefined ? null : { kind: 'closure', text: closure.reason === '' ? '已封闭' : closure.reason }
}

function limitOf(road: Road, profile: VehicleProfile): RoadBarrier | null {
  const limit = barringLimit(road, profile)
  if (limit === null) return null
  if (limit === 'height') return { kind: limit, text: `限高 ${road.maxHeightM ?? ''} 米，车高 ${profile.heightM} 米` }
  if (limit === 'weight') return { kind: limit, text: `限重 ${road.maxWeightT ?? ''} 吨，车重 ${profile.weightT} 吨` }
  if (limit === 'tunnel') return { kind: limit, text: '隧道未标明允许危险货物车辆通行' }
  return { kind: limit, text: '禁止危险货物车辆通行' }
}

function crossedRoads(roads: readonly Road[], shapes: readonly Polygon[]): Removed {
  const barrier: RoadBarrier = { kind: 'zone', text: '穿越隔离或防护区' }
  const crossed = roads.filter((road) =>
    shapes.some((shape) => mayMeet(road, shape) && lineCrossesPolygon(road.coordinates, shape)),
  )
  return new Map(crossed.map((road) => [road.id, barrier]))
}

function uncheckedRoads(roads: readonly Road[]): Removed {
  const barrier: RoadBarrier = { kind: 'structure', text: '震后未经检查的桥梁或隧道' }
  return new Map(roads.filter((road) => road.bridge || road.tunnel).map((road) => [road.id, barrier]))
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
    wadingCm: profile.wadingCm.value,
  }
}

function keyOf(profile: VehicleProfile): string {
  const { speedKmh, factor, heightM, weightT, carriesHazmat, wadingCm } = profile
  return [speedKmh, factor, heightM, weightT, carriesHazmat, wadingCm].join('|')
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
  const roadWeights = weighRoads(graph, profile, classSpeedsOf(parameters), isBarred, (road) =>
    waitOf(road, parameters),
  )
  const snaps = new Map<string, readonly Snap[]>()
  const accepts = (road: number, distanceM: number): boolean =>
    (roadWeights[road] ?? CLOSED) !== CLOSED && isJoinable(graph, road, distanceM, parameters.onRoadM.value)
  // Far from every road a straight line is all there is; beside a closed road it would be a drive across country.
  const overland = (found: readonly Snap[], position: LngLat): readonly Snap[] => {
    const near = found.filter(({ distanceM }) => distanceM <= parameters.snapLimitM.value)
    if (near.length > 0) return near
    const [nearest] = index.nearest(
      position,
      (road, distanceM) => isJoinable(graph, road, distanceM, parameters.onRoadM.value),
      1,
    )
    return nearest !== undefined && nearest.distanceM <= parameters.snapLimitM.value ? [] : found
  }
  return {
    graph,
    roadWeights,
    arcWeights: weighArcs(graph, roadWeights),
    snapsOf: (position) => {
      const key = `${position.lng},${position.lat}`
      const found = snaps.get(key) ?? overland(index.nearest(position, accepts, SNAPS_TRIED), position)
      snaps.set(key, found)
      return found
    },
    accessLeg: (distanceM) => accessLeg(distanceM, parameters, profile),
  }
}

/** Expressways, links, ferries, bridges and tunnels are joined only by somebody who already stands on them. */
function isJoinable(graph: RoadGraph, number: number, distanceM: number, onRoadM: number): boolean {
  const road = graph.roads[number]
  if (road === undefined) return false
  const node = graph.nodeNumbers.get(road.fromNode) ?? 0
  if ((graph.pieceSizes[node] ?? 0) < graph.nodeIds.length * SMALLEST_PIECE_SHARE) return false
  const fenced = road.class.startsWith('motorway') || road.class === 'ferry' || road.bridge || road.tunnel
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
    ferry: classSpeeds.ferry.value,
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
