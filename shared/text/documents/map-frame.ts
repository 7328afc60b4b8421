import type { DrawnItem } from '../../domain/paper-drawing.ts'
import { drawnWidth, DRAWING_TYPE_PX } from './drawing-svg.ts'

/** A position, WGS84 degrees. */
export interface LngLat {
  readonly lng: number
  readonly lat: number
}

type Place = [number, number]

/** A frame with north above that shows given places, in one scale both ways. */
export interface MapFrame {
  readonly widthPx: number
  readonly heightPx: number
  readonly place: (at: LngLat) => Place
  /** True for a place inside the frame. */
  readonly holds: (at: Place) => boolean
  /** True when the box round a line meets the frame. */
  readonly touches: (line: readonly LngLat[]) => boolean
  /** Where a mark stands: at its place, or beside it where another one lies already. */
  readonly markAt: (at: Place) => Place
  /** A name beside a place, or nothing where it would lie on another or leave the frame. */
  readonly name: (text: string, at: Place) => DrawnItem[]
  /** North arrow and scale bar. */
  readonly aids: () => DrawnItem[]
}

const MARGIN_PX = 26
const METRES_PER_DEGREE = 111_320
/** The scale bar takes at most this part of the width. */
const BAR_SHARE = 0.3

/** Frames places on `widthPx` times `heightPx`; a flat earth is exact enough for one county. */
export function createMapFrame(places: readonly LngLat[], widthPx: number, heightPx: number): MapFrame {
  const lngs = places.map(({ lng }) => lng)
  const lats = places.map(({ lat }) => lat)
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const [middleLng, middleLat] = [(west + east) / 2, (south + north) / 2]
  const lngM = METRES_PER_DEGREE * Math.cos((middleLat * Math.PI) / 180)
  const [wideM, highM] = [(east - west) * lngM, (north - south) * METRES_PER_DEGREE]
  // Places that all lie on one spot still get a frame of some hundred metres.
  const pxPerM = Math.min(
    (widthPx - 2 * MARGIN_PX) / Math.max(wideM, 100),
    (heightPx - 2 * MARGIN_PX) / Math.max(highM, 100),
  )
  const place = ({ lng, lat }: LngLat): Place => [
    widthPx / 2 + (lng - middleLng) * lngM * pxPerM,
    heightPx / 2 - (lat - middleLat) * METRES_PER_DEGREE * pxPerM,
  ]
  // North arrow and scale bar keep their corners.
  const taken: Box[] = [
    { left: widthPx - 34, top: 0, right: widthPx, bottom: 62 },
    { left: 0, top: heightPx - 34, right: widthPx * (BAR_SHARE + 0.1), bottom: heightPx },
    { left: 0, top: 0, right: 80, bottom: 50 },
  ]
  return {
    widthPx,
    heightPx,
    place,
    holds: ([x, y]) => x >= 0 && x <= widthPx && y >= 0 && y <= heightPx,
    touches: (line) => {
      const points = line.map(place)
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      return Math.max(...xs) >= 0 && Math.min(...xs) <= widthPx && Math.max(...ys) >= 0 && Math.min(...ys) <= heightPx
    },
    markAt: (at) => {
      const beside = MARK_SHIFTS.map(([right, down]): Place => [at[0] + right, at[1] + down])
      const free = beside.find((place) => !taken.some((other) => overlap(markBox(place), other))) ?? at
      taken.push(markBox(free))
      return free
    },
    name: (text, [x, y]) => {
      const half = drawnWidth(text) / 2
      const middle = Math.min(Math.max(x, half + 4), widthPx - half - 4)
      for (const below of [-10, 22]) {
        const baseline = y + below
        const box = { left: middle - half, top: baseline - DRAWING_TYPE_PX, right: middle + half, bottom: baseline + 4 }
        const fits = box.left >= 2 && box.right <= widthPx - 2 && box.top >= 2 && box.bottom <= heightPx - 2
        if (!fits || taken.some((other) => overlap(box, other))) continue
        taken.push(box)
        return [{ kind: 'words', at: [middle, baseline], text, anchor: 'middle' }]
      }
      return []
    },
    aids: () => {
      const barM = roundBelow((widthPx * BAR_SHARE) / pxPerM)
      const [left, y, right] = [10, heightPx - 10, 10 + barM * pxPerM]
      return [
        { kind: 'arrow', from: [widthPx - 16, 54], to: [widthPx - 16, 26] },
        { kind: 'words', at: [widthPx - 16, 20], text: '北', anchor: 'middle' },
        {
          kind: 'line',
          line: 'thin',
          points: [
            [left, y - 5],
            [left, y],
            [right, y],
            [right, y - 5],
          ],
        },
        {
          kind: 'words',
          at: [left, y - 8],
          text: barM >= 1000 ? `${barM / 1000} 公里` : `${barM} 米`,
          anchor: 'start',
        },
      ]
    },
  }
}

/** Half the side of a mark, pixels. */
const HALF_MARK = 12
/** Where a mark goes that would lie on another. */
const MARK_SHIFTS = [
  [0, 0],
  [2 * HALF_MARK + 1, 0],
  [0, 2 * HALF_MARK + 1],
  [0, -2 * HALF_MARK - 1],
  [-2 * HALF_MARK - 1, 0],
  [2 * HALF_MARK + 1, 2 * HALF_MARK + 1],
  [2 * HALF_MARK + 1, -2 * HALF_MARK - 1],
] as const

function markBox([x, y]: Place): Box {
  return { left: x - HALF_MARK, top: y - HALF_MARK, right: x + HALF_MARK, bottom: y + HALF_MARK }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/** The largest 1, 2 or 5 times a power of ten that is not above a length. */
function roundBelow(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(metres, 1)))
  return ([5, 2, 1].find((factor) => factor * power <= metres) ?? 1) * power
}
