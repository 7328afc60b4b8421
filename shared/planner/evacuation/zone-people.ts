import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { areaM2, destinationOf, isInside, type LngLat, type Polygon } from '../../kernel/geo.ts'

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

const GRID = 48

/** Area covered by the zones together, in square kilometres, by counting cells of a grid (about 2 % exact). */
export function coveredKm2(zones: readonly Zone[]): number {
  const corners = zones.flatMap((zone) => zone.geometry.coordinates[0] ?? [])
  if (corners.length === 0) return 0
  const lngs = corners.map((corner) => corner[0] ?? 0)
  const lats = corners.map((corner) => corner[1] ?? 0)
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  let inside = 0
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      const cell = {
        lng: west + ((column + 0.5) * (east - west)) / GRID,
        lat: south + ((row + 0.5) * (north - south)) / GRID,
      }
      if (isInAny(cell, zones)) inside += 1
    }
  }
  const box: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
  return (areaM2(box) / 1e6) * (inside / (GRID * GRID))
}
