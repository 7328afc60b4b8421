import type { Area } from '../../domain/dataset/dataset.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { Reach } from '../graph/travel.ts'
import { liesIn } from '../situation/own-areas.ts'

/** Tells whether two positions lie on the same side of every outline that no road crosses. */
export type SameSide = (a: LngLat, b: LngLat) => boolean

/**
 * A place near the outline of a street without a road stands nearest to a road outside it; nobody drives there all the same.
 * `outlines` empty = every pair is on the same side.
 */
export function sameSideOf(outlines: readonly Area[]): SameSide {
  const known = new Map<string, string>()
  const sideOf = (position: LngLat): string => {
    const key = `${position.lng},${position.lat}`
    const side = known.get(key) ?? outlines.map((outline) => (liesIn(position, outline) ? '1' : '0')).join('')
    known.set(key, side)
    return side
  }
  return (a, b) => outlines.length === 0 || sideOf(a) === sideOf(b)
}

/** A search that answers for the positions on the own side of the outlines only. */
export function insideBorders(reach: Reach, point: LngLat, isSameSide: SameSide): Reach {
  return {
    durationS: (position) => (isSameSide(point, position) ? reach.durationS(position) : null),
    route: (position) => (isSameSide(point, position) ? reach.route(position) : null),
  }
}
