import type { MapLayer } from '#shared/contract/reference.contract.ts'
import type { LngLat } from '#shared/kernel/geo.ts'

/** Positions of the records of some library layers by id. */
export function positionsOf(layers: readonly (MapLayer | null)[]): ReadonlyMap<string, LngLat> {
  const positions = new Map<string, LngLat>()
  for (const feature of layers.flatMap((layer) => layer?.features ?? [])) {
    const id = feature.properties['id']
    const place: readonly unknown[] = Array.isArray(feature.geometry.coordinates) ? feature.geometry.coordinates : []
    const [lng, lat] = place
    if (typeof id === 'string' && typeof lng === 'number' && typeof lat === 'number') positions.set(id, { lng, lat })
  }
  return positions
}
