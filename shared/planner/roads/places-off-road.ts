import type { OffRoadPlace } from '../../domain/road-quality.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isOwnTier } from '../forces/fire-stations.ts'
import type { MeasuredNetwork, RoadQualitySource } from './measure-road-quality.ts'

interface Place {
  readonly id: string
  readonly name: string
  readonly lng: number
  readonly lat: number
}

/** Own teams, stores, shelters and hospitals that no road of the largest piece serves both ways within `nearM` metres. */
export function placesOffRoad(dataset: RoadQualitySource, network: MeasuredNetwork, nearM: number): OffRoadPlace[] {
  const tables: readonly (readonly [OffRoadPlace['table'], readonly Place[]])[] = [
    ['teams', dataset.teams.filter(({ tier }) => isOwnTier(tier))],
    ['stores', dataset.stores],
    ['shelters', dataset.shelters],
    ['hospitals', dataset.hospitals],
  ]
  return tables.flatMap(([table, places]) =>
    sortedBy(places, ({ id }) => [id]).flatMap((place) => {
      const found = judge(network, place, nearM)
      return found === null ? [] : [{ table, id: place.id, name: place.name, ...found }]
    }),
  )
}

function judge(network: MeasuredNetwork, place: Place, nearM: number): Pick<OffRoadPlace, 'reason' | 'gapM'> | null {
  const { index, pieceOfRoad, largest, isTrap } = network
  const nearest = (accepts: (road: number) => boolean): { road: number; distanceM: number } | undefined =>
    index.nearest(place, accepts, 1)[0]
  const main = nearest((road) => pieceOfRoad(road) === largest)
  const gapM = main === undefined ? null : Math.round(main.distanceM)
  if (main === undefined || main.distanceM > nearM) {
    const any = nearest(() => true)
    const isOnIsland = any !== undefined && any.distanceM <= nearM && pieceOfRoad(any.road) !== largest
    return { reason: isOnIsland ? 'island' : 'far', gapM }
  }
  const both = nearest((road) => pieceOfRoad(road) === largest && !isTrap(road))
  return both === undefined || both.distanceM > nearM ? { reason: 'trap', gapM } : null
}
