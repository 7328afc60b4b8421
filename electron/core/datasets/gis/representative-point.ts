import polylabel from 'polylabel'
import type { Position } from '#shared/kernel/geo.ts'

/** A point well inside the largest of some polygons, degrees, rounded to 1e-6: the centre of its widest part. */
export function representativePoint(polygons: readonly (readonly Position[][])[]): Position | null {
  const [largest] = [...polygons].sort((a, b) => boxArea(b[0]) - boxArea(a[0]))
  const outline = largest?.[0]
  if (largest === undefined || outline === undefined || outline.length < 4) return null
  // Longitudes are drawn together so that "widest" is meant in metres; 1e-5 degree is a metre.
  const squeeze = Math.cos(((outline[0]?.[1] ?? 0) * Math.PI) / 180)
  const [x = Number.NaN, y = Number.NaN] = polylabel(
    largest.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng * squeeze, lat])),
    1e-5,
  )
  return [rounded(x / squeeze), rounded(y)]
}

function boxArea(ring: readonly Position[] = []): number {
  const [lngs, lats] = [ring.map(([lng = 0]) => lng), ring.map(([, lat = 0]) => lat)]
  return spanOf(lngs) * spanOf(lats)
}

function spanOf(values: readonly number[]): number {
  let [min, max] = [Infinity, -Infinity]
  for (const value of values) [min, max] = [Math.min(min, value), Math.max(max, value)]
  return max - min
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
