import type { Road } from '../../domain/dataset/dataset.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { planeAt, projectOnSegment } from '../graph/local-plane.ts'
import { pointAtShare } from '../graph/line-part.ts'

/** A place on a road where vehicles could wait. */
export interface SiteCandidate {
  readonly position: LngLat
  readonly road: Road
  readonly distanceM: number
  readonly onExpressway: boolean
}

/** What roads may hold a site, and how dense the places along them are. */
export interface CandidateSearch {
  readonly roads: readonly Road[]
  readonly classes: readonly string[]
  readonly includesExpressways: boolean
  readonly stepM: number
  readonly fromM: number
  readonly toM: number
}

/** Places every `stepM` along roads between two distances from the scene, nearest first; never in tunnels or on bridges. */
export function findSiteCandidates(scene: LngLat, search: CandidateSearch): SiteCandidate[] {
  const candidates = search.roads.flatMap((road) =>
    holdsSites(road, search) && isNear(scene, road, search.toM) ? placesAlong(scene, road, search) : [],
  )
  return sortedBy(candidates, ({ distanceM: away, road, position }) => [
    Math.round(away),
    road.id,
    position.lng,
    position.lat,
  ])
}

function holdsSites(road: Road, { classes, includesExpressways }: CandidateSearch): boolean {
  if (road.tunnel || road.bridge) return false
  return classes.includes(road.class) || (includesExpressways && road.class === 'motorway')
}

function isNear(scene: LngLat, road: Road, toM: number): boolean {
  const plane = planeAt(scene.lat)
  return road.coordinates
    .slice(1)
    .some((end, index) => projectOnSegment(plane, scene, road.coordinates[index] ?? end, end).distanceM <= toM)
}

function placesAlong(scene: LngLat, road: Road, { stepM, fromM, toM }: CandidateSearch): SiteCandidate[] {
  const count = Math.max(1, Math.floor(road.lengthM / stepM))
  return Array.from({ length: count }, (_, index) => {
    const position = pointAtShare(road.coordinates, (index + 0.5) / count)
    return { position, road, distanceM: distanceM(scene, position), onExpressway: road.class === 'motorway' }
  }).filter((candidate) => candidate.distanceM >= fromM && candidate.distanceM <= toM)
}
