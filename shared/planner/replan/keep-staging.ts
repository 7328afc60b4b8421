import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM } from '../../kernel/geo.ts'
import { makeReason } from '../reason.ts'
import { isUpwind, judgePlace } from '../rules/hard/staging-place.ts'
import { candidatesBetween, rankSites } from '../staging/rank-sites.ts'
import type { SiteCandidate } from '../staging/site-candidates.ts'
import type { StagingRequest } from '../staging/staging-request.ts'

/** A place of the plan in force, and the clauses it breaks now; `site` null = no engine can wait there any more. */
export interface PlaceInForce {
  readonly area: StagingArea
  readonly site: SiteCandidate | null
  readonly reasons: readonly Reason[]
}

/** How far a place may lie from the road point it was chosen at: only rounding. */
const SAME_POINT_M = 1

/**
 * Judges the places of one kind in the plan in force anew: they stay unless HZ1 to HZ3 or HZ13 forbids, the road there
 * is closed or no station reaches it. After a shift of the wind (HZ14) a place must lie upwind again, not only beside.
 */
export function judgePlacesInForce(request: StagingRequest, kind: StagingArea['kind']): PlaceInForce[] {
  const { inForce } = request
  if (inForce === null) return []
  return inForce.areas.filter((area) => area.kind === kind).map((area) => judge(request, area, inForce.shift))
}

function judge(request: StagingRequest, area: StagingArea, shift: Reason | null): PlaceInForce {
  const { location, kind } = area
  const awayM = distanceM(request.scene, location)
  const broken = judgePlace(location, kind, request.context)
  if (shift !== null && broken.length === 0 && !isUpwind(location, request.context))
    broken.push(makeReason('staging-off-wind', {}))
  const reasons = shift === null || broken.length === 0 ? broken : [shift, ...broken]
  if (reasons.length > 0) return { area, site: null, reasons }
  const here = candidatesBetween(request, awayM - SAME_POINT_M, awayM + SAME_POINT_M).filter(
    ({ position }) => distanceM(position, location) <= SAME_POINT_M,
  )
  const site = rankSites(request, here.slice(0, 1))[0] ?? null
  return { area, site, reasons: site === null ? [makeReason('staging-cut-off', {})] : [] }
}

/** The places that stay. */
export function placesThatStay(places: readonly PlaceInForce[]): SiteCandidate[] {
  return places.flatMap(({ site }) => (site === null ? [] : [site]))
}
