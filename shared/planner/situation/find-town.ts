import type { Dataset } from '../../domain/dataset/dataset.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { liesIn } from './own-areas.ts'

/** Farthest a named place may be to lend its town to a scene that lies in no town area (at sea, on a border), metres. */
const NEAREST_PLACE_M = 8000

/** Name of the town the position lies in: by town area, else by the nearest place with a town; null when none is near. */
export function findTown(position: LngLat, dataset: Pick<Dataset, 'areas' | 'places'>): string | null {
  const towns = sortedBy(
    dataset.areas.filter((area) => area.level === 'town'),
    (area) => [area.code],
  )
  const inside = towns.find((area) => liesIn(position, area))
  if (inside !== undefined) return inside.name
  const near = dataset.places
    .map((place) => ({
      id: place.id,
      town: place.kind === 'town' ? place.name : place.town,
      metres: Math.round(distanceM(position, place)),
    }))
    .filter((place) => place.town !== '' && place.metres <= NEAREST_PLACE_M)
  return sortedBy(near, (place) => [place.metres, place.id])[0]?.town ?? null
}
