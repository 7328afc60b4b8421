import { RUNNERS_UP_MAX, type NotChosen } from '../../domain/plan/not-chosen.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import { bearingOf, floorDistanceM, judgePlace } from '../rules/hard/staging-place.ts'
import { compassName } from './compass.ts'
import { findLawfulSites, isOnWantedSide, scoreSites } from './rank-sites.ts'
import { findSiteCandidates, type SiteCandidate } from './site-candidates.ts'
import type { StagingRequest } from './staging-request.ts'

/** Places nearer to each other than this are one place. */
const APART_M = 250

/** Of the five at most this many are lawful ones, so that the sides that are ruled out are told too. */
const LAWFUL_TOLD = 2

/** A place in force and the point on the road it was chosen at differ by rounding only. */
const SAME_POINT_M = 1

const SOURCE = '设计规则 HZ13'

/**
 * What stood beside a chosen place: the best other lawful places, each by how many seconds it is worse,
 * then the nearest place on each side of the scene that breaks a clause, with every clause it breaks (design rule HZ13).
 */
export function siteRunnersUp(
  request: StagingRequest,
  kind: StagingArea['kind'],
  chosen: SiteCandidate,
  used: readonly SiteCandidate[],
): NotChosen[] {
  const taken = [...used]
  const isFree = ({ position }: SiteCandidate): boolean =>
    taken.every((other) => distanceM(other.position, position) >= APART_M)
  const lawful: NotChosen[] = []
  const scores = scoreSites(request, findLawfulSites(request, kind, floorDistanceM(kind, request.context)))
  const [own] = scoreSites(request, [chosen])
  for (const { site, score } of scores) {
    if (lawful.length === LAWFUL_TOLD) break
    if (!isFree(site)) continue
    taken.push(site)
    lawful.push(
      entryOf(request, site, [whyWorse(request, { site, score, chosen, kind, chosenS: own?.score ?? score })]),
    )
  }
  const refused: NotChosen[] = []
  for (const { site, reasons } of refusedBySide(request, kind)) {
    if (lawful.length + refused.length === RUNNERS_UP_MAX) break
    if (!isFree(site)) continue
    taken.push(site)
    refused.push(entryOf(request, site, reasons))
  }
  return [...lawful, ...refused]
}

function whyWorse(
  { inForce, waysOut }: StagingRequest,
  {
    site,
    score,
    chosen,
    chosenS,
    kind,
  }: { site: SiteCandidate; score: number; chosen: SiteCandidate; chosenS: number; kind: StagingArea['kind'] },
): Reason {
  if (kind === 'commandPost' && site.onExpressway) return makeReason('site-next-expressway', {}, SOURCE)
  if (kind === 'staging' && waysOut.count(site.road) < 2 && waysOut.count(chosen.road) > 1)
    return makeReason('site-next-one-way', {}, SOURCE)
  if (score > chosenS) return makeReason('site-next-slower', { seconds: score, moreS: score - chosenS }, SOURCE)
  const isInUse = (inForce?.areas ?? []).some(
    (area) => area.kind === kind && distanceM(area.location, chosen.position) <= SAME_POINT_M,
  )
  if (isInUse) return makeReason('site-next-in-use', {}, SOURCE)
  const moreM = Math.round(site.distanceM - chosen.distanceM)
  return moreM > 0 ? makeReason('site-next-beyond', { moreM }, SOURCE) : makeReason('site-next-in-line', {}, SOURCE)
}

/** The nearest place at the least distance or beyond on each of eight sides that may not be used, worst side first. */
function refusedBySide(
  request: StagingRequest,
  kind: StagingArea['kind'],
): { readonly site: SiteCandidate; readonly reasons: Reason[] }[] {
  const { context } = request
  const floorM = floorDistanceM(kind, context)
  const sites = findSiteCandidates(request.scene, {
    roads: request.travel.roads,
    classes: context.parameters.roadClasses,
    includesExpressways: request.onExpressway,
    stepM: context.parameters.candidateStepM.value,
    fromM: floorM,
    toM: floorM + context.parameters.searchBandM.value,
  })
  const sides = groupBy(sites, ({ position }) => compassName(bearingOf(position, context).bearingDeg))
  const judged = [...sides.values()].flatMap((side) => {
    for (const site of side) {
      const reasons = whyRefused(request, kind, site)
      if (reasons.length > 0) return [{ site, reasons }]
    }
    return []
  })
  return sortedBy(judged, ({ site, reasons }) => [
    -(bearingOf(site.position, context).offUpwindDeg ?? 0),
    -reasons.length,
    Math.round(site.distanceM),
    site.road.id,
  ])
}

function whyRefused(request: StagingRequest, kind: StagingArea['kind'], site: SiteCandidate): Reason[] {
  const broken = judgePlace(site.position, kind, request.context).map((reason) => ({ ...reason, source: SOURCE }))
  if (broken.length > 0) return broken
  if (!isOnWantedSide(request, site.position)) return [makeReason('site-next-given-up')]
  const isBarred = request.travel.barrierOf(site.road, request.travel.profileOf('engine')) !== null
  return isBarred ? [makeReason('site-next-cut-off', {}, SOURCE)] : []
}

function entryOf({ context }: StagingRequest, site: SiteCandidate, reasons: Reason[]): NotChosen {
  const { bearingDeg, distanceM: awayM } = bearingOf(site.position, context)
  const metres = Math.round(awayM)
  return {
    id: `${site.road.id}@${metres}`,
    name: `${site.road.name || site.road.ref}（${compassName(bearingDeg)}方向${metres}米）`,
    reasons,
  }
}
