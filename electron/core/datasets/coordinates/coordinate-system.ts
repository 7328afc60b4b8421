import gcoord from 'gcoord'
import type { LngLat } from '#shared/kernel/geo.ts'

/** The systems positions in China are written in. CGCS2000 degrees count as WGS84: they differ by centimetres. */
export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number]

/** Chinese name of each system. */
export const SYSTEM_TITLES: Readonly<Record<CoordinateSystem, string>> = {
  wgs84: 'WGS84（GPS、CGCS2000）',
  gcj02: 'GCJ-02（火星坐标，高德、腾讯地图）',
  bd09: 'BD-09（百度地图）',
}

const NAMES_OF_GCOORD = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A WGS84 position as written in a system, degrees. Outside China the systems are one. */
export function fromWgs84({ lng, lat }: LngLat, system: CoordinateSystem): LngLat {
  if (system === 'wgs84') return { lng, lat }
  const [shiftedLng, shiftedLat] = gcoord.transform([lng, lat], gcoord.WGS84, NAMES_OF_GCOORD[system])
  return { lng: shiftedLng, lat: shiftedLat }
}

/**
 * The WGS84 position of one written in a system, rounded to 1e-7 degree (a centimetre). The shift has no closed
 * inverse: it is taken off again and again until shifting the answer meets the given position within 1e-9 degree.
 */
export function toWgs84(given: LngLat, system: CoordinateSystem): LngLat {
  if (system === 'wgs84') return given
  let { lng, lat } = given
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const shifted = fromWgs84({ lng, lat }, system)
    const overLng = shifted.lng - given.lng
    const overLat = shifted.lat - given.lat
    lng -= overLng
    lat -= overLat
    if (Math.abs(overLng) < 1e-9 && Math.abs(overLat) < 1e-9) break
  }
  return { lng: rounded(lng), lat: rounded(lat) }
}

/** Each turn leaves about a thousandth of the error, so four are usual. */
const MAX_TURNS = 30

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

/** Whether a text names a system, for options and stored declarations. */
export function isCoordinateSystem(text: unknown): text is CoordinateSystem {
  return COORDINATE_SYSTEMS.some((system) => system === text)
}

/** The system that a name or code stands for (`EPSG:4490`, `urn:…:CRS84`, `GCJ-02`); null when it is none of them. */
export function systemNamed(text: string): CoordinateSystem | null {
  if (/gcj[-_ ]?0?2|mars|火星/i.test(text)) return 'gcj02'
  if (/bd[-_ ]?0?9|baidu|百度/i.test(text)) return 'bd09'
  return /crs[:]?84|\b(4326|4490)$|^wgs[-_ ]?(19)?84$|^cgcs[-_ ]?2000$/i.test(text.trim()) ? 'wgs84' : null
}
