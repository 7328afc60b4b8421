import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { DrawnType, PlaceSource, StressParameters } from '../../domain/parameters/stress.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { findTown } from '../situation/find-town.ts'
import { townCentre, townNames } from '../staging/town-sites.ts'

/** A row incidents can happen at, with its weight among those of its source. */
export interface DrawnPlace extends LngLat {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly weight: number
  /** False for a point on a line: the scene lies on it, not around it. */
  readonly isScattered: boolean
  /** Dangerous goods there, by the data set; absent = none named. */
  readonly un?: string
  readonly quantityT?: number | null
}

/** Places of one type with the weight of each, in an order that does not depend on that of the rows. */
export interface PlacePool {
  readonly places: readonly DrawnPlace[]
  /** Running sums of the weights. */
  readonly until: readonly number[]
}

/** Rows of each source that lie in a street of the district itself; in every one, where the data set names no streets. */
export function ownRows(dataset: Dataset, parameters: StressParameters): (from: PlaceSource) => readonly DrawnPlace[] {
  const own = new Set(townNames(dataset))
  const known = new Map<PlaceSource, readonly DrawnPlace[]>()
  return (from) => {
    const rows =
      known.get(from) ??
      ROWS[from](dataset, parameters).filter(
        (row) => row.weight > 0 && (own.size === 0 || own.has(findTown(row, dataset) ?? '')),
      )
    known.set(from, rows)
    return rows
  }
}

/** The places a type is drawn over; null = the data set has none of them. Each source has its share, its rows share that. */
export function placePool(rowsOf: (from: PlaceSource) => readonly DrawnPlace[], type: DrawnType): PlacePool | null {
  const weighted = type.places.flatMap(({ from, kinds, weight }) => {
    const rows = rowsOf(from).filter((row) => kinds?.includes(row.kind) ?? true)
    const total = rows.reduce((sum, row) => sum + row.weight, 0)
    return sortedBy(rows, ({ id }) => [id]).map((row) => ({ ...row, weight: (weight * row.weight) / total }))
  })
  if (weighted.length === 0) return null
  let sum = 0
  return { places: weighted, until: weighted.map(({ weight }) => (sum += weight)) }
}

/** The place at a share (0 to 1) of all weights. */
export function placeAt({ places, until }: PlacePool, share: number): DrawnPlace | null {
  const wanted = share * (until.at(-1) ?? 0)
  const index = until.findIndex((end) => wanted < end)
  return places[index === -1 ? places.length - 1 : index] ?? null
}

interface Row extends LngLat {
  readonly id: string
  readonly name: string
}

const scattered = (row: Row, kind: string, weight = 1): DrawnPlace => ({
  ...{ id: row.id, name: row.name, lng: row.lng, lat: row.lat, kind, weight, isScattered: true },
})

const ROWS: Readonly<Record<PlaceSource, (dataset: Dataset, parameters: StressParameters) => DrawnPlace[]>> = {
  population: ({ populationPoints }) =>
    populationPoints.filter(({ list }) => list !== 'transfer').map((row) => scattered(row, row.hazard, row.people)),
  towns: (dataset) =>
    townNames(dataset).flatMap((town) => {
      const centre = townCentre(dataset, town)
      const residents = dataset.populationPoints
        .filter((row) => row.town === town && row.list !== 'transfer')
        .reduce((sum, { people }) => sum + people, 0)
      return centre === null ? [] : [scattered({ ...centre, name: town }, 'town', residents)]
    }),
  hazardSources: ({ hazardSources }) =>
    hazardSources.map((row) => ({ ...scattered(row, row.kind), un: row.un, quantityT: row.quantityT })),
  plants: ({ plants }) => plants.map((row) => scattered(row, 'plant')),
  roads: (dataset, parameters) => roadPoints(dataset, parameters, false),
  tunnels: (dataset, parameters) => roadPoints(dataset, parameters, true),
  riskAreas: ({ riskAreas }) =>
    riskAreas.flatMap(({ id, name, kind, point, rings }) => {
      const [lng, lat] = point ?? rings?.[0]?.[0] ?? []
      return lng === undefined || lat === undefined ? [] : [scattered({ id, name, lng, lat }, kind)]
    }),
  places: ({ places }) => places.map((row) => scattered(row, row.kind)),
  targets: ({ targets }) => targets.map((row) => scattered(row, row.kind)),
}

/** Each line stands for its middle corner. */
function roadPoints({ roads }: Dataset, { roadClasses }: StressParameters, isTunnel: boolean): DrawnPlace[] {
  return roads.flatMap((road) => {
    const [lng, lat] = road.coordinates[Math.floor(road.coordinates.length / 2)] ?? []
    const perMetre = isTunnel ? Number(road.tunnel) : (roadClasses[road.class]?.value ?? 0)
    if (lng === undefined || lat === undefined || perMetre === 0) return []
    const { id, name, lengthM } = road
    return [{ ...scattered({ id, name, lng, lat }, road.class, lengthM * perMetre), isScattered: false }]
  })
}
