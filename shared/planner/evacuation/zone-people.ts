import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { destinationOf, isInside, type LngLat } from '../../kernel/geo.ts'
import type { Ground } from './unlisted-people.ts'

/** Zone kinds people must not be in. */
const DANGEROUS: ReadonlySet<string> = new Set([
  'isolation',
  'protective',
  'fireIsolation',
  'cordon',
  'collapse',
  'hot',
  'warm',
])
/** Zones of a hazmat incident that HZ12 speaks of. */
const HAZMAT_ZONES: ReadonlySet<string> = new Set(['isolation', 'protective', 'fireIsolation'])

export function hazmatZones(zones: readonly Zone[]): Zone[] {
  return zones.filter((zone) => HAZMAT_ZONES.has(zone.kind))
}

export function dangerousZones(zones: readonly Zone[]): Zone[] {
  return zones.filter((zone) => DANGEROUS.has(zone.kind))
}

/** True when the position lies in any of the zones. */
export function isInAny(position: LngLat, zones: readonly Zone[]): boolean {
  return zones.some((zone) => isInside(position, zone.geometry))
}

/** The way out of the zones on foot: metres and the point reached, outside every zone plus the margin. */
export interface WayOut {
  readonly distanceM: number
  readonly bearingDeg: number
  readonly point: LngLat
}

const STEP_M = 25
const FARTHEST_M = 15_000

/** The shortest of the straight ways out on the given bearings; ties go to the first bearing. */
export function wayOut(from: LngLat, bearings: readonly number[], zones: readonly Zone[], marginM: number): WayOut {
  const ways = bearings.map((bearing): WayOut => {
    let metres = 0
    while (metres < FARTHEST_M && isInAny(destinationOf(from, bearing, metres), zones)) metres += STEP_M
    return { distanceM: metres + marginM, bearingDeg: bearing, point: destinationOf(from, bearing, metres + marginM) }
  })
  const [first, ...rest] = ways
  if (first === undefined) throw new Error('a way out needs at least one bearing')
  return rest.reduce((best, way) => (way.distanceM < best.distanceM ? way : best), first)
}

/** The ground the zones cover together. */
export function groundOf(zones: readonly Zone[]): Ground {
  const corners = zones.flatMap((zone) => zone.geometry.coordinates[0] ?? [])
  const lngs = corners.map((corner) => corner[0] ?? 0)
  const lats = corners.map((corner) => corner[1] ?? 0)
  return {
    box:
      corners.length === 0
        ? [0, 0, 0, 0]
        : [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)],
    contains: (place) => isInAny(place, zones),
  }
}
