import type { Area } from '../../domain/dataset/dataset.ts'
import { distanceToLineM, distanceToPolygonM, type LngLat, type Position } from '../../kernel/geo.ts'
import type { PlanningProblem } from '../problem.ts'

/** Distance to the sea, metres; null when the data set has no outline of the district to tell it from. */
export type SeaDistance = ((position: LngLat) => number) | null

/** A border this near to a neighbouring area is a border on land. */
const SHARED_M = 300

/**
 * The district's outline, without the parts that run along a neighbouring area, stands for the coast (design rule). An
 * inland border to an area that the data set does not hold counts as coast: too many are moved rather than too few.
 */
export function seaDistance({ dataset }: Pick<PlanningProblem, 'dataset'>): SeaDistance {
  const neighbours = dataset.areas.filter((area) => area.level === 'neighbour').flatMap(shapesOf)
  const segments = dataset.areas
    .filter((area) => area.level === 'district')
    .flatMap((area) => area.polygons.flatMap((rings) => rings.slice(0, 1).flatMap(segmentsOf)))
    .filter((segment) => {
      const middle = middleOf(segment)
      return neighbours.every((shape) => distanceToPolygonM(middle, shape) > SHARED_M)
    })
  if (segments.length === 0) return null
  return (position) => Math.round(Math.min(...segments.map((segment) => distanceToLineM(position, segment))))
}

function shapesOf(area: Area): { type: 'Polygon'; coordinates: Position[][] }[] {
  return area.polygons.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

function segmentsOf(ring: readonly Position[]): [Position, Position][] {
  return ring.flatMap((position, index): [Position, Position][] => {
    const next = ring[index + 1]
    return next === undefined ? [] : [[position, next]]
  })
}

function middleOf([a, b]: readonly [Position, Position]): LngLat {
  return { lng: ((a[0] ?? 0) + (b[0] ?? 0)) / 2, lat: ((a[1] ?? 0) + (b[1] ?? 0)) / 2 }
}
