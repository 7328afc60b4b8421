import type { Area, Dataset } from '../../domain/dataset/dataset.ts'
import { distanceToPolygonM, isInside, type LngLat, type Polygon } from '../../kernel/geo.ts'

/** Areas of the data set's own region; neighbours' outlines do not widen it. */
export function ownAreas(dataset: Pick<Dataset, 'areas'>): readonly Area[] {
  return dataset.areas.filter((area) => area.level !== 'neighbour')
}

/** The polygons of an area as GeoJSON. */
export function polygonsOf(area: Area): Polygon[] {
  return area.polygons.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

/** True when the position lies in the area. */
export function liesIn(position: LngLat, area: Area): boolean {
  return polygonsOf(area).some((shape) => isInside(position, shape))
}

/** Metres from the nearest of the areas, 0 inside; null when there are none. */
export function distanceFromAreasM(position: LngLat, areas: readonly Area[]): number | null {
  const shapes = areas.flatMap(polygonsOf)
  if (shapes.length === 0) return null
  let nearest = Infinity
  for (const shape of shapes) {
    nearest = Math.min(nearest, distanceToPolygonM(position, shape))
    if (nearest === 0) break
  }
  return nearest
}
