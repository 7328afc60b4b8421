import turfArea from '@turf/area'
import turfBearing from '@turf/bearing'
import turfIntersects from '@turf/boolean-intersects'
import turfInside from '@turf/boolean-point-in-polygon'
import turfDestination from '@turf/destination'
import turfDistance from '@turf/distance'
import { lineString, point, polygon } from '@turf/helpers'
import turfPointToLine from '@turf/point-to-line-distance'

/** A WGS84 position in degrees. */
export interface LngLat {
  readonly lng: number
  readonly lat: number
}

/** GeoJSON position: [lng, lat]. */
export type Position = number[]

/** A GeoJSON polygon in WGS84; the first ring is the outline. */
export interface Polygon {
  type: 'Polygon'
  coordinates: Position[][]
}

/** A GeoJSON line in WGS84. */
export interface LineString {
  type: 'LineString'
  coordinates: Position[]
}

/** Rounds a degree value to 6 decimals (about 0.1 m), so that plans have the same bytes everywhere. */
export function roundDegrees(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Great-circle distance in metres. */
export function distanceM(a: LngLat, b: LngLat): number {
  return turfDistance([a.lng, a.lat], [b.lng, b.lat], { units: 'meters' })
}

/** Initial bearing from a to b, 0 to 360 degrees clockwise from north. */
export function bearingDeg(from: LngLat, to: LngLat): number {
  return normaliseDeg(turfBearing([from.lng, from.lat], [to.lng, to.lat]))
}

/** Brings an angle into 0 (included) to 360 (excluded). */
export function normaliseDeg(angle: number): number {
  return ((angle % 360) + 360) % 360
}

/** Smallest angle between two bearings, 0 to 180 degrees. */
export function angleBetweenDeg(a: number, b: number): number {
  const difference = Math.abs(normaliseDeg(a) - normaliseDeg(b))
  return difference > 180 ? 360 - difference : difference
}

/** The position reached from `from` after `metres` on the given bearing; rounded to 6 decimals. */
export function destinationOf(from: LngLat, bearing: number, metres: number): LngLat {
  const [lng = 0, lat = 0] = turfDestination([from.lng, from.lat], metres, bearing, { units: 'meters' }).geometry
    .coordinates
  return { lng: roundDegrees(lng), lat: roundDegrees(lat) }
}

/** Polygon of a circle with at least 64 vertices, closed. */
export function circlePolygon(centre: LngLat, radiusM: number, vertices = 72): Polygon {
  const ring = Array.from({ length: vertices }, (_, index) => {
    const corner = destinationOf(centre, (index * 360) / vertices, radiusM)
    return [corner.lng, corner.lat]
  })
  const first = ring[0]
  return { type: 'Polygon', coordinates: [first ? [...ring, [...first]] : ring] }
}

/**
 * Square downwind of a source: side `lengthM`, the source in the middle of its upwind side, growing toward `bearing`
 * (ERG2024 protective action zone).
 */
export function downwindSquare(source: LngLat, bearing: number, lengthM: number): Polygon {
  const left = destinationOf(source, bearing - 90, lengthM / 2)
  const right = destinationOf(source, bearing + 90, lengthM / 2)
  const farRight = destinationOf(right, bearing, lengthM)
  const farLeft = destinationOf(left, bearing, lengthM)
  const ring = [left, right, farRight, farLeft, left].map((corner) => [corner.lng, corner.lat])
  return { type: 'Polygon', coordinates: [ring] }
}

/** True when the position lies inside the polygon or on its edge. */
export function isInside(position: LngLat, shape: Polygon): boolean {
  return turfInside([position.lng, position.lat], polygon(shape.coordinates))
}

/** Distance in metres from a position to a polygon; 0 inside. */
export function distanceToPolygonM(position: LngLat, shape: Polygon): number {
  if (isInside(position, shape)) return 0
  return Math.min(...shape.coordinates.map((ring) => distanceToLineM(position, ring)))
}

/** Distance in metres from a position to a line. */
export function distanceToLineM(position: LngLat, line: readonly Position[]): number {
  return turfPointToLine(point([position.lng, position.lat]), lineString([...line]), { units: 'meters' })
}

/** True when a line and a polygon share a point. */
export function lineCrossesPolygon(line: readonly Position[], shape: Polygon): boolean {
  return turfIntersects(lineString([...line]), polygon(shape.coordinates))
}

/** Area of a polygon in square metres. */
export function areaM2(shape: Polygon): number {
  return turfArea(polygon(shape.coordinates))
}
