import type { Area, Dataset } from '../../domain/dataset/dataset.ts'
import type { ClosedRoad } from '../graph/travel.ts'
import { liesIn } from '../situation/own-areas.ts'
import { isRoadLost, type CutOffTownFacts } from './read-cut-off.ts'

/** Outlines of the streets whose roads are cut. */
export function cutOffOutlines({ areas }: Pick<Dataset, 'areas'>, towns: readonly CutOffTownFacts[]): Area[] {
  return towns.filter(isRoadLost).flatMap(({ town }) => areas.find(isOutlineOf(town)) ?? [])
}

function isOutlineOf(town: string): (area: Area) => boolean {
  return (area) => area.level === 'town' && area.name === town
}

/**
 * Roads into streets whose roads are cut (design rule): each road line that leads over the outline of the street is closed
 * until somebody reports it open; roads inside the street stay, because people there still walk and drive to its shelters.
 */
export function cutOffRoads(
  { areas, roads }: Pick<Dataset, 'areas' | 'roads'>,
  towns: readonly CutOffTownFacts[],
  firstIndex: number,
): ClosedRoad[] {
  return towns.filter(isRoadLost).map(({ town }, index) => {
    const outline = areas.find(isOutlineOf(town))
    const crossing =
      outline === undefined
        ? []
        : roads.filter(({ coordinates }) => {
            const inside = coordinates.filter(([lng, lat]) => liesIn({ lng: lng ?? 0, lat: lat ?? 0 }, outline)).length
            return inside > 0 && inside < coordinates.length
          })
    return {
      index: firstIndex + index,
      what: `${town}进出道路`,
      reason: '三断：道路中断，未报抢通前不走',
      roadIds: crossing.map((road) => road.id),
      fromS: null,
      toS: null,
    }
  })
}
