import { angleBetweenDeg, distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { bearingOf, isUpwind, judgePlace } from '../rules/hard/staging-place.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import { findSiteCandidates, type SiteCandidate } from './site-candidates.ts'
import type { StagingRequest } from './staging-request.ts'

/** How many of the nearest stations decide which of several lawful places is best. */
const STATIONS_COMPARED = 5

/** Speed from the place to the scene, metres a second (about 30 km/h). */
const FORWARD_SPEED_MS = 8

/** Places nearer to each other than this are one place. */
const SAME_PLACE_M = 250

/** All places of a kind in a ring that widens until something lawful is found; upwind ones alone where there are any. */
export function findLawfulSites(request: StagingRequest, kind: StagingArea['kind'], fromM: number): SiteCandidate[] {
  const { context } = request
  const { searchBandM, searchLimitM } = context.parameters
  for (let toM = fromM + searchBandM.value; ; toM *= 2) {
    const lawful = candidatesBetween(request, fromM, toM).filter(
      ({ position }) => isOnWantedSide(request, position) && judgePlace(position, kind, context).length === 0,
    )
    const upwind = lawful.filter(({ position }) => isUpwind(position, context))
    if (upwind.length > 0) return upwind
    if (lawful.length > 0) return lawful
    if (toM > searchLimitM.value) return []
  }
}

/** True unless the commander asked for another side than the one this place lies on. */
export function isOnWantedSide({ awayFrom, context }: StagingRequest, position: LngLat): boolean {
  if (awayFrom === undefined) return true
  return angleBetweenDeg(bearingOf(position, context).bearingDeg, awayFrom.bearingDeg) >= awayFrom.withinDeg
}

/**
 * Places between two distances, lawful or not, on roads that engines can drive. A road that crosses a danger zone holds
 * no place: the way to it would be a straight line over open ground, or lead through the zone.
 */
export function candidatesBetween(request: StagingRequest, fromM: number, toM: number): SiteCandidate[] {
  const { parameters } = request.context
  const engine = request.travel.profileOf('engine')
  return findSiteCandidates(request.scene, {
    roads: request.travel.roads.filter((road) => request.travel.barrierOf(road, engine) === null),
    classes: parameters.roadClasses,
    includesExpressways: request.onExpressway,
    stepM: parameters.candidateStepM.value,
    fromM,
    toM,
  })
}

/** The reachable places, best first: arrival of the nearest stations plus the way on to the scene. */
export function rankSites(request: StagingRequest, sites: readonly SiteCandidate[]): SiteCandidate[] {
  return scoreSites(request, sites).map(({ site }) => site)
}

/** The reachable places with the seconds they are ranked by, best first. */
export function scoreSites(
  request: StagingRequest,
  sites: readonly SiteCandidate[],
): { readonly site: SiteCandidate; readonly score: number }[] {
  const tried = thinOut(sites, request.context.parameters.candidatesTried.value)
  const scored = tried.flatMap((site) => {
    const arrivalS = meanArrivalS(request, site.position)
    return arrivalS === null ? [] : [{ site, score: scoreOf(request, site, arrivalS) }]
  })
  return sortedBy(scored, ({ site, score }) => [score, site.road.id, site.position.lng, site.position.lat])
}

/** The nearest places that do not stand for the same spot. */
function thinOut(sites: readonly SiteCandidate[], count: number): SiteCandidate[] {
  const kept: SiteCandidate[] = []
  for (const site of sites) {
    if (kept.length === count) break
    if (kept.every((other) => distanceM(other.position, site.position) >= SAME_PLACE_M)) kept.push(site)
  }
  return kept
}

function scoreOf({ context }: StagingRequest, site: SiteCandidate, arrivalS: number): number {
  const off = bearingOf(site.position, context).offUpwindDeg ?? 0
  const penalty = site.onExpressway ? context.parameters.expresswayPenaltyS.value : 0
  return Math.round(arrivalS + site.distanceM / FORWARD_SPEED_MS + off + penalty)
}

/** Mean driving seconds of the nearest stations to a place, or null when none reaches it. */
function meanArrivalS({ travel, stations }: StagingRequest, position: LngLat): number | null {
  const reach = travel.reachTo(position, travel.profileOf('engine'))
  const times = stations
    .map((station) => reach.durationS({ lng: station.lng, lat: station.lat }))
    .filter((time) => time !== null)
    .sort((a, b) => a - b)
    .slice(0, STATIONS_COMPARED)
  return times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length
}
