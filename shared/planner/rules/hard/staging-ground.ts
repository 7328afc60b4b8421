import type { Dataset, RiskArea, Road } from '../../../domain/dataset/dataset.ts'
import type { StagingParameters } from '../../../domain/parameters/staging.ts'
import type { Reason } from '../../../domain/reason.ts'
import { distanceM, isInside, type LngLat } from '../../../kernel/geo.ts'
import { distanceToPathM, planeAt } from '../../graph/local-plane.ts'
import { makeReason } from '../../reason.ts'

/** Ground where nobody parks: mapped slides, gullies and low points, and roads that are known to flood. */
export interface Ground {
  readonly riskAreas: readonly RiskArea[]
  readonly lowRoads: readonly Road[]
}

/** A vehicle on a road stands this near to its line. */
const ON_ROAD_M = 15

/** What the data know of unfit ground; slope, drains, power lines and bearing strength they do not know. */
export function groundOf({ riskAreas, roads }: Pick<Dataset, 'riskAreas' | 'roads'>): Ground {
  return { riskAreas, lowRoads: roads.filter((road) => road.floods) }
}

/** HZ2: not under a slope that may come down, not where water or heavy gas collects. Each area is named. */
export function badGroundAt(
  place: LngLat,
  { riskAreas, lowRoads }: Ground,
  { lowPointM }: Pick<StagingParameters, 'lowPointM'>,
): Reason[] {
  const plane = planeAt(place.lat)
  const areas = riskAreas
    .filter((area) => isOn(place, area, lowPointM.value))
    .map(({ name }) => makeReason('staging-risk-area', { area: name }))
  const isLow = lowRoads.some((road) => distanceToPathM(plane, place, road.coordinates) <= ON_ROAD_M)
  return isLow ? [...areas, makeReason('staging-low-road', {})] : areas
}

/** Inside an outline, or within the radius of a point. */
function isOn(place: LngLat, { rings, point }: RiskArea, radiusM: number): boolean {
  if (rings !== null) return isInside(place, { type: 'Polygon', coordinates: rings })
  const [lng, lat] = point ?? []
  return lng !== undefined && lat !== undefined && distanceM(place, { lng, lat }) <= radiusM
}
