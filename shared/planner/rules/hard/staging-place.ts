import type { StagingParameters } from '../../../domain/parameters/staging.ts'
import type { Zone } from '../../../domain/plan/dispatch-plan.ts'
import type { StagingArea } from '../../../domain/plan/movement-plan.ts'
import type { Reason } from '../../../domain/reason.ts'
import { angleBetweenDeg, bearingDeg, distanceM, isInside, type LngLat } from '../../../kernel/geo.ts'
import { distanceToPathM, planeAt } from '../../graph/local-plane.ts'
import type { FactSheet } from '../../problem.ts'
import { makeReason } from '../../reason.ts'
import { badGroundAt, type Ground } from './staging-ground.ts'
import { isDangerZone } from './team-of-plant.ts'

/** What design rule HZ13 judges a place by. */
export interface StagingContext {
  readonly facts: Pick<FactSheet, 'scene' | 'wind' | 'hazmat'>
  readonly zones: readonly Zone[]
  readonly parameters: StagingParameters
  /** Ground that is known to be unfit (design rule HZ2). */
  readonly ground: Ground
}

/** Where a place lies as seen from the scene. `offUpwindDeg` is null when the wind is unknown or calm. */
export interface PlaceBearing {
  readonly bearingDeg: number
  readonly distanceM: number
  readonly offUpwindDeg: number | null
}

/** Bearing, distance and angle off the upwind direction of a place. */
export function bearingOf(place: LngLat, { facts }: Pick<StagingContext, 'facts'>): PlaceBearing {
  const bearing = bearingDeg(facts.scene, place)
  const { wind } = facts
  const off = wind.usable && wind.fromDeg !== null ? angleBetweenDeg(bearing, wind.fromDeg) : null
  return { bearingDeg: bearing, distanceM: distanceM(facts.scene, place), offUpwindDeg: off }
}

/** Radius of the largest isolation circle in force, metres; 0 without one. */
export function isolationRadiusM(zones: readonly Zone[]): number {
  return Math.max(
    0,
    ...zones.filter((zone) => zone.kind === 'isolation' && isDangerZone(zone)).map((zone) => zone.radiusM ?? 0),
  )
}

/** Least distance of a place from the scene by hazard and kind of place, metres (design rule HZ13). */
export function floorDistanceM(
  kind: StagingArea['kind'],
  { facts, zones, parameters }: Pick<StagingContext, 'facts' | 'zones' | 'parameters'>,
): number {
  if (kind === 'forward') return parameters.forwardFloorM.value
  const { hazmat } = facts
  const floors = [parameters.floorM.value]
  if (hazmat?.liquefiedFlammableGas === true) {
    floors.push(hazmat.onFire ? parameters.heatedFlammableFloorM.value : parameters.liquefiedFlammableFloorM.value)
  }
  if (hazmat?.toxic === true) floors.push(parameters.toxicIsolationFactor.value * isolationRadiusM(zones))
  const floor = Math.max(...floors)
  return kind === 'commandPost' ? floor * parameters.commandPostFactor.value : floor
}

/** How a zone is called in a sentence. */
const ZONE_KIND_NAMES: Readonly<Record<Zone['kind'], string>> = {
  isolation: '初始隔离区',
  protective: '下风防护区',
  fireIsolation: '着火隔离区',
  hot: '热区',
  warm: '温区',
  cold: '冷区',
  cordon: '警戒区',
  flood: '淹没区',
  collapse: '倒塌警戒区',
  burnt: '过火区',
}

/** HZ13: outside every danger zone by the margin; a command post also outside cordon and cold line. */
export function zonesTooNear(
  place: LngLat,
  kind: StagingArea['kind'],
  { zones, parameters }: StagingContext,
): Reason[] {
  return zones
    .filter(
      (zone) => isDangerZone(zone) || (kind === 'commandPost' && (zone.kind === 'cordon' || zone.kind === 'cold')),
    )
    .flatMap((zone) => {
      const gapM = gapToZoneM(place, zone)
      if (gapM >= parameters.zoneMarginM.value) return []
      return [
        makeReason('staging-zone-too-near', {
          zone: ZONE_KIND_NAMES[zone.kind],
          zoneKind: zone.kind,
          gapM,
          marginM: parameters.zoneMarginM.value,
        }),
      ]
    })
}

/** Whole metres between a place and a zone, rounded down; 0 inside. Planar, as this is asked of hundreds of places. */
export function gapToZoneM(place: LngLat, { geometry }: Pick<Zone, 'geometry'>): number {
  if (isInside(place, geometry)) return 0
  const plane = planeAt(place.lat)
  return Math.floor(Math.min(...geometry.coordinates.map((ring) => distanceToPathM(plane, place, ring))))
}

/** HZ13: at least the floor distance from the scene. */
export function floorBroken(place: LngLat, kind: StagingArea['kind'], context: StagingContext): Reason | null {
  const floorM = Math.round(floorDistanceM(kind, context))
  const awayM = Math.floor(distanceM(context.facts.scene, place))
  return awayM >= floorM ? null : makeReason('staging-below-floor', { distanceM: awayM, floorM })
}

/** HZ1 and HZ13: within 60° of upwind; 60–90° only from 1.5 times the isolation radius on; over 90° never. */
export function bearingBroken(place: LngLat, context: StagingContext): Reason | null {
  const { offUpwindDeg, distanceM: awayM } = bearingOf(place, context)
  const { upwindLimitDeg, sideLimitDeg, sideIsolationFactor } = context.parameters
  if (offUpwindDeg === null || offUpwindDeg <= upwindLimitDeg.value) return null
  const off = Math.round(offUpwindDeg)
  if (offUpwindDeg > sideLimitDeg.value)
    return makeReason('staging-downwind', { offUpwindDeg: off, limitDeg: sideLimitDeg.value })
  const leastM = Math.round(sideIsolationFactor.value * isolationRadiusM(context.zones))
  if (awayM >= leastM) return null
  return makeReason('staging-side-too-near', { offUpwindDeg: off, distanceM: Math.floor(awayM), leastM })
}

/** True when a place lies in the upwind sector proper, so that no side-wind place is needed. */
export function isUpwind(place: LngLat, context: StagingContext): boolean {
  const { offUpwindDeg } = bearingOf(place, context)
  return offUpwindDeg === null || offUpwindDeg <= context.parameters.upwindLimitDeg.value
}

/** Every clause of HZ1, HZ2 and HZ13 that a place breaks; empty = lawful. Used to choose, to refuse and to check. */
export function judgePlace(place: LngLat, kind: StagingArea['kind'], context: StagingContext): Reason[] {
  const single = [floorBroken(place, kind, context), bearingBroken(place, context)].filter((reason) => reason !== null)
  return [...single, ...zonesTooNear(place, kind, context), ...badGroundAt(place, context.ground, context.parameters)]
}
