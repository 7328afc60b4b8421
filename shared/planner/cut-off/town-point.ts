import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'

/** Where a street is: its office on the list of places, else the middle of its outline; null = the data set has neither. */
export function townPoint({ places, areas }: Pick<Dataset, 'places' | 'areas'>, town: string): LngLat | null {
  const named = places.filter((place) => place.kind === 'town' && place.name === town)
  const [office] = sortedBy(named, (place) => [place.id])
  if (office !== undefined) return { lng: office.lng, lat: office.lat }
  const outline = areas.find((area) => area.level === 'town' && area.name === town)
  const corners = outline?.polygons.flatMap((rings) => rings[0] ?? []) ?? []
  if (corners.length === 0) return null
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  return { lng: middle(corners.map((corner) => corner[0] ?? 0)), lat: middle(corners.map((corner) => corner[1] ?? 0)) }
}
