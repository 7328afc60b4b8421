import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { makeReason } from '../reason.ts'
import { bearingOf, floorDistanceM, isUpwind, type StagingContext } from '../rules/hard/staging-place.ts'
import { compassName } from './compass.ts'
import type { SiteCandidate } from './site-candidates.ts'
import type { WaysOut } from './ways-out.ts'

const KIND_NAMES = { staging: '集结点', forward: '作战停车点', commandPost: '战术指挥部' } as const

/** A lawful place as the plan shows it, with the clauses it keeps. */
export function describeSite(
  site: SiteCandidate,
  kind: StagingArea['kind'],
  id: string,
  context: StagingContext,
  waysOut: WaysOut,
): StagingArea {
  const out = waysOut.count(site.road)
  const { bearingDeg, distanceM, offUpwindDeg } = bearingOf(site.position, context)
  const off = offUpwindDeg === null ? null : Math.round(offUpwindDeg)
  const road = site.road.name || site.road.ref
  return {
    id,
    name: `${road}${KIND_NAMES[kind]}（${compassName(bearingDeg)}方向${Math.round(distanceM)}米）`,
    kind,
    location: { ...site.position },
    bearingFromIncidentDeg: Math.round(bearingDeg * 10) / 10,
    distanceM: Math.round(distanceM),
    offUpwindDeg: off,
    capacity: capacityOf(site, context),
    waysOut: out,
    further: false,
    basis: [
      ...basisOf(site, kind, off, context),
      makeReason(out > 1 ? 'staging-two-ways-out' : 'staging-one-way-out', {}, '设计规则：集结点两个方向能驶出'),
    ],
  }
}

/** Vehicles at the given spacing along the road, an estimate from its length only; null = shorter than one vehicle needs. */
export function capacityOf({ road }: SiteCandidate, { parameters }: Pick<StagingContext, 'parameters'>): number | null {
  const places = Math.floor(Math.min(road.lengthM, parameters.longestQueueM.value) / parameters.vehicleSpacingM.value)
  return places > 0 ? places : null
}

function basisOf(
  site: SiteCandidate,
  kind: StagingArea['kind'],
  off: number | null,
  context: StagingContext,
): Reason[] {
  const source = '设计规则 HZ13'
  const wind =
    off === null
      ? makeReason('staging-wind-unusable', {}, source)
      : makeReason(
          isUpwind(site.position, context) ? 'staging-upwind' : 'staging-sidewind',
          { offUpwindDeg: off },
          source,
        )
  const floorM = Math.round(floorDistanceM(kind, context))
  return [
    wind,
    makeReason(
      'staging-outside-zones',
      { marginM: context.parameters.zoneMarginM.value, zones: context.zones.length },
      source,
    ),
    makeReason('staging-floor-kept', { distanceM: Math.round(site.distanceM), floorM }, source),
  ]
}

/** The same for an area that takes what the first one does not hold. */
export function describeFurtherSite(
  site: SiteCandidate,
  number: number,
  first: string,
  context: StagingContext,
  waysOut: WaysOut,
): StagingArea {
  const area = describeSite(site, 'staging', `staging-${number}`, context, waysOut)
  const spacingM = context.parameters.vehicleSpacingM.value
  return { ...area, further: true, basis: [makeReason('staging-further-area', { first, spacingM }), ...area.basis] }
}
