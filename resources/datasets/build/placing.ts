import { distanceToAreaM, distanceToLineM, distanceToOutlineM, isInside, offsetPoint } from './geometry.ts'
import type { Area, Point } from './geometry.ts'
import type { Region, Town } from './region.ts'
import { elementAt, seededPick, seededUnit } from './seeded.ts'

/** How a record is put near its anchor. */
export interface PlacingRule {
  readonly minM: number
  readonly maxM: number
  readonly within: Area
  /** The record must lie within this distance of a road of the network; absent = anywhere on land. */
  readonly roadWithinM?: number
}

const ATTEMPTS = 600
const SHORE_MARGIN_M = 60

/**
 * A position on land inside the given area, at a seeded distance and bearing from the anchor.
 * The same id always gives the same position. Throws when no attempt succeeds.
 */
export function placeNear(region: Region, id: string, anchor: Point, rule: PlacingRule): Point {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const widen = 1 + attempt / 60
    const bearing = seededUnit(`${id}#bearing${attempt}`) * 2 * Math.PI
    const share = Math.sqrt(seededUnit(`${id}#distance${attempt}`))
    const metres = rule.minM + share * (rule.maxM * widen - rule.minM)
    const point = offsetPoint(anchor, metres * Math.sin(bearing), metres * Math.cos(bearing))
    if (isAllowed(region, point, rule)) return point
  }
  throw new Error(`${id}：在 ${anchor.join(',')} 周围找不到合适的陆上位置`)
}

/** A position inside the town, near its seat or one of its named places, within reach of a road. */
export function placeInTown(region: Region, town: Town, id: string, maxM = 900): Point {
  const anchor = seededPick(`${id}#anchor`, townAnchors(region, town))
  return placeNear(region, id, anchor, { minM: 80, maxM, within: town.area, roadWithinM: 900 })
}

/** A position close to the town's seat. */
export function placeAtSeat(region: Region, town: Town, id: string, maxM = 700): Point {
  return placeNear(region, id, town.seat, { minM: 60, maxM, within: town.area, roadWithinM: 700 })
}

/** Whether the position is on land, by the coarse land outline, with a margin from the shore. */
export function isOnLand(region: Region, point: Point, marginM: number): boolean {
  return isInside(point, region.land) && distanceToOutlineM(point, region.land) >= marginM
}

/** The town whose cell holds the position, if any. */
export function townAt(region: Region, point: Point): Town | undefined {
  return region.towns.find((town) => isInside(point, town.area))
}

/** The name of the town whose cell holds the position or is nearest to it, also a town of another district. */
export function townNameAt(region: Region, point: Point): string {
  const ranked = region.cells.map(({ name, area }) => ({ name, awayM: distanceToAreaM(point, area) }))
  return ranked.reduce((best, cell) => (cell.awayM < best.awayM ? cell : best), elementAt(ranked, 0, '街道范围')).name
}

function isAllowed(region: Region, point: Point, rule: PlacingRule): boolean {
  if (!isInside(point, rule.within) || !isOnLand(region, point, SHORE_MARGIN_M)) return false
  const limit = rule.roadWithinM
  return limit === undefined || region.roadLines.some((line) => distanceToLineM(point, line) <= limit)
}

function townAnchors(region: Region, town: Town): Point[] {
  const named = region.gazetteer.filter((place) => place.kind === 'village' && isInside(place.point, town.area))
  return [town.seat, ...named.map((place) => place.point)]
}
