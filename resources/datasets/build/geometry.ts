/** A WGS84 position as in GeoJSON: longitude, latitude, degrees. */
export type Point = readonly [lng: number, lat: number]

/** A closed ring of positions. */
export type Ring = readonly Point[]

/** Polygons with their holes: outer ring first. */
export type Area = readonly (readonly Ring[])[]

const METRES_PER_DEGREE = 111_195
const DECIMALS = 1e5

/** Rounds degrees to five decimals (about 1 m). */
export function roundDegrees(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS
}

/** The position `eastM`, `northM` metres from another, rounded. */
export function offsetPoint([lng, lat]: Point, eastM: number, northM: number): Point {
  const metresPerLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  return [roundDegrees(lng + eastM / metresPerLng), roundDegrees(lat + northM / METRES_PER_DEGREE)]
}

/** Plane distance in metres; good to 0.1 % within one county. */
export function distanceM(a: Point, b: Point): number {
  const east = (b[0] - a[0]) * METRES_PER_DEGREE * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180)
  return Math.hypot(east, (b[1] - a[1]) * METRES_PER_DEGREE)
}

/** Whether the position lies inside one of the polygons and in none of its holes. */
export function isInside(point: Point, area: Area): boolean {
  return area.some(
    ([outer, ...holes]) => outer !== undefined && inRing(point, outer) && !holes.some((hole) => inRing(point, hole)),
  )
}

/** Distance in metres from a position to the nearest outline of the area; 0 inside it. */
export function distanceToAreaM(point: Point, area: Area): number {
  return isInside(point, area) ? 0 : distanceToOutlineM(point, area)
}

/** Distance in metres from a position to the nearest outline, also from inside. */
export function distanceToOutlineM(point: Point, area: Area): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const polygon of area) for (const ring of polygon) nearest = Math.min(nearest, distanceToLineM(point, ring))
  return nearest
}

/** Distance in metres from a position to the nearest piece of a line. */
export function distanceToLineM(point: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY
  let previous: Point | undefined
  for (const current of line) {
    if (previous !== undefined) nearest = Math.min(nearest, distanceToSegmentM(point, previous, current))
    previous = current
  }
  return nearest
}

/** A closed ring of `sides` vertices around a centre; `stretch` makes it longer along `bearingDeg`. */
export function ellipseRing(centre: Point, radiusM: number, stretch: number, bearingDeg: number, sides = 16): Point[] {
  const turn = (bearingDeg * Math.PI) / 180
  const ring: Point[] = []
  for (let index = 0; index < sides; index += 1) {
    const angle = (index / sides) * 2 * Math.PI
    const along = Math.cos(angle) * radiusM * stretch
    const across = Math.sin(angle) * radiusM
    ring.push(
      offsetPoint(
        centre,
        along * Math.sin(turn) + across * Math.cos(turn),
        along * Math.cos(turn) - across * Math.sin(turn),
      ),
    )
  }
  const first = ring[0]
  return first === undefined ? ring : [...ring, first]
}

function inRing([x, y]: Point, ring: Ring): boolean {
  let inside = false
  let previous = ring[ring.length - 1]
  for (const current of ring) {
    if (previous !== undefined) {
      const [x1, y1] = previous
      const [x2, y2] = current
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
    previous = current
  }
  return inside
}

function distanceToSegmentM(point: Point, from: Point, to: Point): number {
  const scale = Math.cos((point[1] * Math.PI) / 180)
  const dx = (to[0] - from[0]) * scale
  const dy = to[1] - from[1]
  const px = (point[0] - from[0]) * scale
  const py = point[1] - from[1]
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2))
  return Math.hypot(px - share * dx, py - share * dy) * METRES_PER_DEGREE
}
