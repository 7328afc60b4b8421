import type { Closure } from '../../domain/incident.ts'
import type { Road } from '../../domain/dataset/dataset.ts'
import { distanceToLineM, lineCrossesPolygon, type LngLat, type Polygon, type Position } from '../../kernel/geo.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { distanceToPathM, planeAt } from '../graph/local-plane.ts'
import type { ClosedRoad } from '../graph/travel.ts'

/** A line drawn across a road closes it when it comes this near; drawn lines never meet road lines exactly. */
const DRAWN_LINE_REACH_M = 30

/** Closures whose time window touches the horizon, each with the road lines it closes; unmatched ones have none. */
export function matchClosures(
  closures: readonly Closure[],
  roads: readonly Road[],
  window: { readonly fromS: number; readonly toS: number },
): ClosedRoad[] {
  return closures.flatMap((closure, index): ClosedRoad[] =>
    isInForce(closure, window)
      ? [
          {
            index,
            what: nameClosure(closure),
            reason: closure.reason ?? '',
            roadIds: roads.filter((road) => closes(closure, road)).map((road) => road.id),
            ...windowOf(closure),
          },
        ]
      : [],
  )
}

function isInForce(closure: Closure, window: { readonly fromS: number; readonly toS: number }): boolean {
  const { fromS, toS } = windowOf(closure)
  return (fromS === null || fromS <= window.toS) && (toS === null || toS >= window.fromS)
}

/** The window of a closure in epoch seconds; null where it gives none or one that cannot be read: closed on that side. */
export function windowOf(closure: Closure): Pick<ClosedRoad, 'fromS' | 'toS'> {
  const from = closure.from === undefined ? null : parseInstant(closure.from)
  const to = closure.to === undefined ? null : parseInstant(closure.to)
  return { fromS: from?.epochS ?? null, toS: to?.epochS ?? null }
}

function closes(closure: Closure, road: Road): boolean {
  if (closure.road !== undefined && isNamed(closure.road.trim(), road)) return true
  if (closure.geometry !== undefined && meetsGeometry(closure.geometry, road)) return true
  const centre = centreOf(closure)
  return (
    centre !== null &&
    distanceToPathM(planeAt(centre.lat), centre, road.coordinates) <= Math.max(closure.radiusM ?? 0, DRAWN_LINE_REACH_M)
  )
}

function isNamed(name: string, road: Road): boolean {
  return (
    name !== '' &&
    (road.name === name || road.ref === name || road.altNames.includes(name) || `${road.ref} ${road.name}` === name)
  )
}

function centreOf(closure: Closure): LngLat | null {
  return closure.lng === undefined || closure.lat === undefined ? null : { lng: closure.lng, lat: closure.lat }
}

function meetsGeometry(geometry: { type: string; coordinates?: unknown }, road: Road): boolean {
  const lines = linesOf(geometry.type, geometry.coordinates)
  const polygons = polygonsOf(geometry.type, geometry.coordinates)
  return (
    polygons.some((polygon) => lineCrossesPolygon(road.coordinates, polygon)) ||
    lines.some((line) => linesMeet(line, road.coordinates))
  )
}

function linesMeet(a: readonly Position[], b: readonly Position[]): boolean {
  const near = (position: Position, line: readonly Position[]): boolean =>
    distanceToLineM({ lng: position[0] ?? 0, lat: position[1] ?? 0 }, line) <= DRAWN_LINE_REACH_M
  if (a.length === 1) return a.some((position) => near(position, b))
  return a.some((position) => near(position, b)) || b.some((position) => near(position, a)) || crossing(a, b)
}

function crossing(a: readonly Position[], b: readonly Position[]): boolean {
  const sign = (p: Position, q: Position, r: Position): number =>
    Math.sign(
      ((q[0] ?? 0) - (p[0] ?? 0)) * ((r[1] ?? 0) - (p[1] ?? 0)) -
        ((q[1] ?? 0) - (p[1] ?? 0)) * ((r[0] ?? 0) - (p[0] ?? 0)),
    )
  return a.slice(1).some((a2, i) => {
    const a1 = a[i] ?? a2
    return b.slice(1).some((b2, j) => {
      const b1 = b[j] ?? b2
      return sign(a1, a2, b1) * sign(a1, a2, b2) < 0 && sign(b1, b2, a1) * sign(b1, b2, a2) < 0
    })
  })
}

function polygonsOf(type: string, coordinates: unknown): Polygon[] {
  if (type === 'Polygon') return [polygonOf(coordinates)].filter((polygon) => polygon !== null)
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) {
    return coordinates.map((part: unknown) => polygonOf(part)).filter((polygon) => polygon !== null)
  }
  return []
}

function polygonOf(coordinates: unknown): Polygon | null {
  if (!Array.isArray(coordinates)) return null
  const rings = coordinates.map((ring: unknown) => lineOf(ring)).filter((ring) => ring.length >= 4)
  return rings.length === 0 ? null : { type: 'Polygon', coordinates: rings }
}

function linesOf(type: string, coordinates: unknown): Position[][] {
  if (type === 'Point') return [lineOf([coordinates])].filter((line) => line.length > 0)
  if (type === 'LineString') return [lineOf(coordinates)].filter((line) => line.length > 0)
  if (type === 'MultiLineString' && Array.isArray(coordinates)) {
    return coordinates.map((part: unknown) => lineOf(part)).filter((line) => line.length > 0)
  }
  return []
}

function lineOf(value: unknown): Position[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown): Position[] => {
    if (!Array.isArray(entry)) return []
    const lng: unknown = entry[0]
    const lat: unknown = entry[1]
    return typeof lng === 'number' && typeof lat === 'number' ? [[lng, lat]] : []
  })
}

/** What a closure is called in the plan. */
export function nameClosure(closure: Closure): string {
  if (closure.road !== undefined && closure.road.trim() !== '') return closure.road.trim()
  if (closure.lng !== undefined && closure.lat !== undefined) {
    return `封控点 ${closure.lng.toFixed(4)},${closure.lat.toFixed(4)}（半径 ${Math.round(closure.radiusM ?? 0)} 米）`
  }
  return '划定的封控范围'
}
