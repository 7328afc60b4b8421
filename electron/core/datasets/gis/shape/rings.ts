import type { Position } from '#shared/kernel/geo.ts'

/**
 * Rings of a shapefile's polygons turned as RFC 7946 wants them: outlines against the clock, holes with it. Those at the
 * places named in `asDrawn` stay as the shapefile has them.
 */
export function toRfcPolygons(type: string, coordinates: unknown, asDrawn: readonly number[]): unknown {
  if (!Array.isArray(coordinates)) return coordinates
  let place = -1
  const turned = (polygon: unknown): unknown => {
    if (!Array.isArray(polygon)) return polygon
    return polygon.map((ring: unknown, index) => {
      place += 1
      return isRing(ring) ? turnRing(ring, index > 0 !== asDrawn.includes(place)) : ring
    })
  }
  return type === 'Polygon' ? turned(coordinates) : coordinates.map(turned)
}

/** Whether a ring runs with the clock. */
export function isClockwise(ring: readonly Position[]): boolean {
  return signedArea(ring) < 0
}

/** A ring running with the clock, or against it. */
export function turnRing(ring: readonly Position[], clockwise: boolean): Position[] {
  return isClockwise(ring) === clockwise ? [...ring] : [...ring].reverse()
}

/** Twice the area; negative when the ring runs with the clock. */
function signedArea(ring: readonly Position[]): number {
  let sum = 0
  for (let index = 1; index < ring.length; index += 1) {
    const [fromX = 0, fromY = 0] = ring[index - 1] ?? []
    const [toX = 0, toY = 0] = ring[index] ?? []
    sum += fromX * toY - toX * fromY
  }
  return sum
}

function isRing(value: unknown): value is Position[] {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry))
}
