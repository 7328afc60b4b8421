import { distanceM, roundDegrees, type LngLat, type Position } from '../../kernel/geo.ts'
import { linePart, same } from './line-part.ts'
import type { RoadGraph } from './road-graph.ts'
import { searchAll } from './search.ts'
import { CLOSED, UNREACHED, type SearchResult, type Seed } from './search-result.ts'
import type { Snap } from './snap.ts'
import type { Reach, RoadStep, Route } from './travel.ts'

/** The straight way between a position and the road it was put on. */
export interface AccessLeg {
  readonly distanceM: number
  readonly deciseconds: number
  /** True when it is too long to stand for a driveway: a straight-line estimate. */
  readonly approximate: boolean
}

/** What a search over the network needs to know. */
export interface SearchSpace {
  readonly graph: RoadGraph
  readonly roadWeights: Int32Array
  readonly arcWeights: Int32Array
  /** Usable roads near a position, nearest first. */
  snapsOf(position: LngLat): readonly Snap[]
  accessLeg(distanceM: number): AccessLeg
}

/** Total cost of one way in deciseconds with the snap and, unless both ends lie on one road, the node used. */
interface Way {
  readonly cost: number
  readonly snap: Snap
  readonly node: number | null
}

/** One search towards (`to`) or away from (`from`) a point over open roads. */
export function createReach(space: SearchSpace, point: LngLat, direction: 'to' | 'from'): Reach {
  const anchor = space.snapsOf(point)[0]
  if (anchor === undefined) return { durationS: () => null, route: () => null }
  const search = new NetworkReach(space, point, anchor, direction)
  return { durationS: (position) => search.durationS(position), route: (position) => search.route(position) }
}

/** Nodes at the ends of a snap's road with the cost of the way to the snap (`arriving`) or from it, as the road allows. */
export function snapEnds(space: SearchSpace, snap: Snap, arriving: boolean): Seed[] {
  const { graph, roadWeights } = space
  const road = graph.roads[snap.road]
  if (road === undefined || (roadWeights[snap.road] ?? CLOSED) === CLOSED) return []
  const from = { node: graph.nodeNumbers.get(road.fromNode) ?? 0, cost: costOfPart(space, snap.road, snap.share) }
  const to = { node: graph.nodeNumbers.get(road.toNode) ?? 0, cost: costOfPart(space, snap.road, 1 - snap.share) }
  if (road.oneway === 'no') return [from, to]
  const runsAlong = road.oneway === 'yes'
  return runsAlong === arriving ? [from] : [to]
}

function costOfPart({ roadWeights }: SearchSpace, road: number, share: number): number {
  return Math.round((roadWeights[road] ?? 0) * share)
}

class NetworkReach {
  private readonly space: SearchSpace
  private readonly point: LngLat
  private readonly anchor: Snap
  private readonly towards: boolean
  private readonly result: SearchResult

  constructor(space: SearchSpace, point: LngLat, anchor: Snap, direction: 'to' | 'from') {
    this.space = space
    this.point = point
    this.anchor = anchor
    this.towards = direction === 'to'
    const table = this.towards ? space.graph.reverse : space.graph.forward
    this.result = searchAll(table, space.arcWeights, this.endsOf(anchor, this.towards))
  }

  durationS(position: LngLat): number | null {
    const way = this.bestWay(position)
    return way === null ? null : Math.round(way.cost / 10)
  }

  route(position: LngLat): Route | null {
    const way = this.bestWay(position)
    if (way === null) return null
    const pieces = this.piecesOf(way).filter((piece) => piece.lengthM > 0)
    const near = this.space.accessLeg(way.snap.distanceM)
    const far = this.space.accessLeg(this.anchor.distanceM)
    const [start, end] = this.towards ? [position, this.point] : [this.point, position]
    return {
      distanceM: Math.round(near.distanceM + far.distanceM + pieces.reduce((sum, piece) => sum + piece.lengthM, 0)),
      durationS: Math.round(way.cost / 10),
      geometry: {
        type: 'LineString',
        coordinates: joinLine(
          start,
          pieces.map((piece) => piece.line),
          end,
        ),
      },
      roads: nameRoads(pieces),
      roadIds: pieces.map((piece) => piece.roadId).filter((id, index, ids) => id !== ids[index - 1]),
      steps: timeSteps(pieces, (this.towards ? near : far).deciseconds),
      approximate: near.approximate || far.approximate,
    }
  }

  /** The first snap that is joined to the network wins; the others only help where the nearest road is cut off. */
  private bestWay(position: LngLat): Way | null {
    for (const snap of this.space.snapsOf(position)) {
      const ways = [...this.waysThroughNodes(snap), ...this.wayAlongRoad(snap)]
      const best = ways.reduce<Way | null>(
        (least, way) => (least === null || way.cost < least.cost ? way : least),
        null,
      )
      if (best === null) continue
      const access =
        this.space.accessLeg(snap.distanceM).deciseconds + this.space.accessLeg(this.anchor.distanceM).deciseconds
      return { ...best, cost: best.cost + access }
    }
    return null
  }

  private waysThroughNodes(snap: Snap): Way[] {
    return this.endsOf(snap, !this.towards).flatMap(({ node, cost }): Way[] => {
      const rest = this.result.costs[node] ?? UNREACHED
      return rest === UNREACHED ? [] : [{ cost: cost + rest, snap, node }]
    })
  }

  private wayAlongRoad(snap: Snap): Way[] {
    if (snap.road !== this.anchor.road) return []
    const [start, end] = this.towards ? [snap.share, this.anchor.share] : [this.anchor.share, snap.share]
    const oneway = this.space.graph.roads[snap.road]?.oneway ?? 'no'
    if ((end > start && oneway === '-1') || (end < start && oneway === 'yes')) return []
    return [{ cost: this.costOf(snap.road, Math.abs(end - start)), snap, node: null }]
  }

  /** Cost between a snap and the ends of its road: from the end to the snap (`arriving`) or from the snap to the end. */
  private endsOf(snap: Snap, arriving: boolean): Seed[] {
    return snapEnds(this.space, snap, arriving)
  }

  private costOf(road: number, share: number): number {
    return costOfPart(this.space, road, share)
  }

  /** Road pieces in driving order. */
  private piecesOf(way: Way): Piece[] {
    if (way.node === null) {
      const [start, end] = this.towards ? [way.snap.share, this.anchor.share] : [this.anchor.share, way.snap.share]
      return [this.piece(way.snap.road, start, end)]
    }
    const walked: Piece[] = [this.pieceToNode(way.snap, way.node, this.towards)]
    let node = way.node
    for (let arc = this.result.via[node] ?? -1; arc >= 0; arc = this.result.via[node] ?? -1) {
      const along = this.space.graph.arcAlong[arc] === 1
      walked.push(this.piece(this.space.graph.arcRoads[arc] ?? 0, along ? 0 : 1, along ? 1 : 0))
      node = (this.towards ? this.space.graph.arcHeads[arc] : this.space.graph.arcTails[arc]) ?? 0
    }
    walked.push(this.pieceToNode(this.anchor, node, !this.towards))
    return this.towards ? walked : walked.reverse()
  }

  /** The piece between a snap and one end of its road, driven away from the snap (`leaving`) or towards it. */
  private pieceToNode(snap: Snap, node: number, leaving: boolean): Piece {
    const { graph } = this.space
    const road = graph.roads[snap.road]
    const isFrom = graph.nodeNumbers.get(road?.fromNode ?? '') === node
    const isTo = graph.nodeNumbers.get(road?.toNode ?? '') === node
    const allowed = this.endsOf(snap, !leaving)
    const share = isFrom && isTo ? (this.costOf(snap.road, snap.share) === allowed[0]?.cost ? 0 : 1) : isFrom ? 0 : 1
    return leaving ? this.piece(snap.road, snap.share, share) : this.piece(snap.road, share, snap.share)
  }

  private piece(number: number, from: number, to: number): Piece {
    const road = this.space.graph.roads[number]
    return {
      roadId: road?.id ?? '',
      name: road === undefined ? '' : road.name || road.ref || '无名道路',
      deciseconds: this.costOf(number, Math.abs(to - from)),
      lengthM: (road?.lengthM ?? 0) * Math.abs(to - from),
      line: from === to ? [] : linePart(road?.coordinates ?? [], from, to),
    }
  }
}

interface Piece {
  readonly roadId: string
  readonly name: string
  readonly deciseconds: number
  readonly lengthM: number
  readonly line: Position[]
}

/** When each road is entered and left, whole seconds outwards: entered no later, left no earlier than shown. */
function timeSteps(pieces: readonly Piece[], startDs: number): RoadStep[] {
  const steps: RoadStep[] = []
  let at = startDs
  for (const { roadId, deciseconds } of pieces) {
    const last = steps.at(-1)
    const leaveS = Math.ceil((at + deciseconds) / 10)
    if (last?.roadId === roadId) steps[steps.length - 1] = { ...last, leaveS }
    else steps.push({ roadId, enterS: Math.floor(at / 10), leaveS })
    at += deciseconds
  }
  return steps
}

function joinLine(start: LngLat, lines: readonly Position[][], end: LngLat): Position[] {
  const ends = [start, end].map((at) => [roundDegrees(at.lng), roundDegrees(at.lat)])
  const all = [ends[0] ?? [], ...lines.flat(), ends[1] ?? []]
  const clean = all.filter((position, index) => index === 0 || !same(position, all[index - 1]))
  return clean.length > 1 ? clean : [...clean, ...clean]
}

function nameRoads(pieces: readonly Piece[]): { name: string; distanceM: number }[] {
  const named: { name: string; distanceM: number }[] = []
  for (const piece of pieces) {
    const last = named.at(-1)
    if (last?.name === piece.name) last.distanceM += piece.lengthM
    else named.push({ name: piece.name, distanceM: piece.lengthM })
  }
  return named
    .map((part) => ({ name: part.name, distanceM: Math.round(part.distanceM) }))
    .filter((part) => part.distanceM > 0)
}

/** Reach by straight lines times a road factor, where there is no road data at all. */
export function createStraightReach(
  point: LngLat,
  direction: 'to' | 'from',
  options: { readonly roadFactor: number; readonly speedKmh: number },
): Reach {
  const metres = (position: LngLat): number => distanceM(position, point) * options.roadFactor
  const seconds = (position: LngLat): number => Math.round((metres(position) * 3.6) / options.speedKmh)
  return {
    durationS: seconds,
    route: (position) => {
      const [start, end] = direction === 'to' ? [position, point] : [point, position]
      return {
        distanceM: Math.round(metres(position)),
        durationS: seconds(position),
        geometry: { type: 'LineString', coordinates: joinLine(start, [], end) },
        roads: [],
        roadIds: [],
        steps: [],
        approximate: true,
      }
    },
  }
}
