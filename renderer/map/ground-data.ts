import { GROUND_FILES, TOWN_SEATS, type SourceData, type SourceName } from './map-style.ts'

/** Reads the ground files of the map from the console itself; one that is missing is reported by name. */
export async function readGround(
  put: (name: SourceName, data: SourceData) => void,
  onMissing: (message: string) => void,
): Promise<void> {
  await Promise.all(
    GROUND_FILES.map(async (name) => {
      const path = `/map/${name}.geojson`
      try {
        const response = await fetch(path)
        if (!response.ok) throw new Error(`${path} ${response.status}`)
        const data: unknown = await response.json()
        if (!isCollection(data)) throw new Error(path)
        put(name, data)
        if (name === 'towns') put(TOWN_SEATS, seatsOf(data))
      } catch (error) {
        onMissing(error instanceof Error ? error.message : path)
      }
    }),
  )
}

/** Label points of the towns from the seat each area carries. */
function seatsOf(towns: SourceData): SourceData {
  const features = towns.features.flatMap((town) => {
    const properties: unknown = typeof town === 'object' && town !== null ? Reflect.get(town, 'properties') : null
    if (typeof properties !== 'object' || properties === null) return []
    const seat: unknown = Reflect.get(properties, 'seat')
    const name: unknown = Reflect.get(properties, 'name')
    return Array.isArray(seat)
      ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: seat }, properties: { name } }]
      : []
  })
  return { type: 'FeatureCollection', features }
}

function isCollection(data: unknown): data is SourceData {
  return typeof data === 'object' && data !== null && 'features' in data && Array.isArray(data.features)
}
