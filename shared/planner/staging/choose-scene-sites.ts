import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import { angleBetweenDeg, distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import { bearingOf, floorDistanceM, judgePlace } from '../rules/hard/staging-place.ts'
import { judgePlacesInForce, placesThatStay, type PlaceInForce } from '../replan/keep-staging.ts'
import { describeFurtherSite, describeSite } from './describe-site.ts'
import { siteRunnersUp } from './site-runners-up.ts'
import { candidatesBetween, findLawfulSites, rankSites } from './rank-sites.ts'
import type { SiteCandidate } from './site-candidates.ts'
import type { StagingChoice, StagingRequest } from './staging-request.ts'
import { compassName } from './compass.ts'

const REFUSALS_SHOWN = 3

/** Places nearer to each other than this are one place. */
const APART_M = 100

/** A staging area lies at least this much farther out than the forward place. */
const BEHIND_M = 50

/** Waiting places are compared within this band behind the nearest lawful one. */
const NEAR_BAND_M = 600

/** How many places are tried when a pair on different sides is looked for. */
const DIRECTIONS_TRIED = 12

/** How many of the nearest places are tried for the forward one. */
const NEAREST_TRIED = 4

/**
 * The three kinds of places around one dangerous scene: staging (two on different sides when the wind is unusable),
 * forward parking and the tactical command post. None lawful → the least bad with their breaches, and no place. Places
 * in force stay where they are lawful: moving those who wait there is worse than a slightly better place.
 */
export function chooseSceneSites(request: StagingRequest): StagingChoice {
  const used = {
    staging: judgePlacesInForce(request, 'staging'),
    forward: judgePlacesInForce(request, 'forward'),
    commandPost: judgePlacesInForce(request, 'commandPost'),
  }
  const givenUp = reasonsOf([...used.staging, ...used.forward, ...used.commandPost])
  const forward = placesThatStay(used.forward)[0] ?? chooseForward(request)
  const staging = chooseStaging(request, forward, placesThatStay(used.staging.filter(({ area }) => !area.further)))
  if (staging.length === 0) return { areas: [], further: [], refusals: refuse(request), givenUp }
  const keepsForward = forward !== null && staging.every((site) => isBehind(site, forward))
  const post = placesThatStay(used.commandPost)[0] ?? chooseCommandPost(request, staging)
  const all = [...staging, ...(keepsForward ? [forward] : []), ...(post === null ? [] : [post])]
  const describe = (site: SiteCandidate, kind: StagingArea['kind'], id: string): StagingArea => ({
    ...describeSite(site, kind, id, request.context, request.waysOut),
    runnersUp: siteRunnersUp(request, kind, site, all),
  })
  const first = staging.map((site, index) => describe(site, 'staging', `staging-${index + 1}`))
  return {
    areas: [
      ...first,
      ...(keepsForward ? [describe(forward, 'forward', 'forward-1')] : []),
      ...(post === null ? [] : [describe(post, 'commandPost', 'command-1')]),
    ],
    further: placesThatStay(used.staging.filter(({ area }) => area.further)).map((site, index) =>
      describeFurtherSite(site, staging.length + index + 1, first[0]?.name ?? '', request.context, request.waysOut),
    ),
    refusals: [],
    givenUp,
  }
}

function reasonsOf(places: readonly PlaceInForce[]): StagingChoice['givenUp'] {
  return new Map(places.filter(({ site }) => site === null).map(({ area, reasons }) => [area.id, reasons]))
}

/** The best place behind the forward one; when all are in line with it, the best place at all and no forward one. */
function chooseStaging(
  request: StagingRequest,
  forward: SiteCandidate | null,
  inForce: readonly SiteCandidate[],
): SiteCandidate[] {
  if (inForce.length > 1) return [...inForce]
  const lawful = keepTwoWaysOut(
    request,
    findLawfulSites(request, 'staging', floorDistanceM('staging', request.context)),
  )
  const behind = forward === null ? [] : lawful.filter((site) => isBehind(site, forward))
  const ranked = [
    ...inForce,
    ...rankSites(request, nearestOf(behind)).slice(0, 1),
    ...rankSites(request, nearestOf(lawful)).slice(0, 1),
  ]
  const [best] = ranked
  if (best === undefined || !request.needsTwoSides) return ranked.slice(0, 1)
  // A place without a counterpart across the scene gives way to one that has it; one side alone is said to be one.
  for (const first of inForce.length > 0 ? inForce : [...ranked, ...farApart(lawful)]) {
    const [second] = rankSites(request, nearestOf(lawful.filter((site) => areAcross(request, first, site))))
    if (second !== undefined) return [first, second]
  }
  return [best]
}

function areAcross({ context }: StagingRequest, one: SiteCandidate, other: SiteCandidate): boolean {
  const [from, to] = [one, other].map(({ position }) => bearingOf(position, context).bearingDeg)
  return angleBetweenDeg(from ?? 0, to ?? 0) >= context.parameters.oppositeSidesDeg.value
}

/** A few places that stand for all directions, nearest first. */
function farApart(sites: readonly SiteCandidate[]): SiteCandidate[] {
  const kept: SiteCandidate[] = []
  for (const site of sites) {
    if (kept.length === DIRECTIONS_TRIED) break
    if (kept.every((other) => distanceM(other.position, site.position) >= NEAR_BAND_M)) kept.push(site)
  }
  return kept
}

/** Places that can be left in two directions; where no lawful place can, all of them, and a finding says so. */
function keepTwoWaysOut({ waysOut }: StagingRequest, sites: readonly SiteCandidate[]): readonly SiteCandidate[] {
  const kept = sites.filter(({ road }) => waysOut.count(road) > 1)
  return kept.length > 0 ? kept : sites
}

/** Places within a short drive of the nearest one; `sites` are sorted by distance. */
function nearestOf(sites: readonly SiteCandidate[]): SiteCandidate[] {
  const nearestM = sites[0]?.distanceM ?? 0
  return sites.filter((site) => site.distanceM <= nearestM + NEAR_BAND_M)
}

/** Farther out than the forward place, and not the same spot. */
function isBehind(site: SiteCandidate, forward: SiteCandidate): boolean {
  return site.distanceM >= forward.distanceM + BEHIND_M && distanceM(site.position, forward.position) >= APART_M
}

/** The lawful place nearest to the scene: a few engines only. */
function chooseForward(request: StagingRequest): SiteCandidate | null {
  const near = findLawfulSites(request, 'forward', floorDistanceM('forward', request.context))
  return rankSites(request, near.slice(0, NEAREST_TRIED))[0] ?? null
}

/** Behind the staging area, outside the cold line. */
function chooseCommandPost(request: StagingRequest, staging: readonly SiteCandidate[]): SiteCandidate | null {
  const lawful = findLawfulSites(request, 'commandPost', floorDistanceM('commandPost', request.context))
  const nearestM = Math.min(...staging.map((site) => site.distanceM))
  const free = lawful.filter(
    (site) =>
      !site.onExpressway &&
      site.distanceM >= nearestM &&
      staging.every((other) => distanceM(other.position, site.position) >= APART_M),
  )
  return rankSites(request, free)[0] ?? null
}

/** The three least bad places: fewest broken clauses, then nearest to upwind, then nearest. */
function refuse(request: StagingRequest): StagingChoice['refusals'] {
  const { context } = request
  const { searchBandM, searchLimitM } = context.parameters
  const nearM = floorDistanceM('staging', context) + searchBandM.value
  const near = candidatesBetween(request, 0, nearM)
  const judged = (near.length > 0 ? near : candidatesBetween(request, 0, nearM + searchLimitM.value)).map((site) => ({
    site,
    reasons: judgePlace(site.position, 'staging', context),
  }))
  const ordered = sortedBy(judged, ({ site, reasons }) => [
    reasons.length,
    Math.round(bearingOf(site.position, context).offUpwindDeg ?? 0),
    Math.round(site.distanceM),
    site.road.id,
  ])
  const apart: typeof ordered = []
  for (const entry of ordered) {
    if (apart.length === REFUSALS_SHOWN) break
    if (apart.every((other) => distanceM(other.site.position, entry.site.position) >= 250)) apart.push(entry)
  }
  return apart.map(({ site, reasons }) => ({
    name: `${site.road.name || site.road.ref}（${compassName(bearingOf(site.position, context).bearingDeg)}方向${Math.round(site.distanceM)}米）`,
    location: { ...site.position },
    reasons: reasons.length > 0 ? reasons : [makeReason('staging-unreachable', {})],
  }))
}
