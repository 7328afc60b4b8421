import type { Road } from '../../domain/dataset/dataset.ts'
import { CLOSED } from './search-result.ts'
import type { RoadGraph } from './road-graph.ts'
import type { VehicleProfile } from './travel.ts'

/** Speed on a road class where the road itself gives none, km/h; `other` for classes not named. */
export type ClassSpeeds = Readonly<Record<string, number>> & { readonly other: number }

/** Speed of a profile on a road in km/h: the smaller of both, times the factor of hour and weather. */
export function speedOn(road: Road, profile: VehicleProfile, classSpeeds: ClassSpeeds): number {
  const roadSpeed = road.speedKmh ?? classSpeeds[road.class] ?? classSpeeds.other
  // On a ferry the ship sets the pace, whatever stands on its deck.
  if (road.class === 'ferry') return roadSpeed
  return Math.min(roadSpeed, profile.speedKmh) * profile.factor
}

/** Values of `hazmat` that open a tunnel to dangerous goods (OSM wiki: Key:hazmat). */
const HAZMAT_ALLOWED: ReadonlySet<string> = new Set(['yes', 'designated'])

/** Which limit of a road bars a profile, or null when it may pass. */
export function barringLimit(road: Road, profile: VehicleProfile): 'height' | 'weight' | 'hazmat' | 'tunnel' | null {
  if (road.maxHeightM !== null && profile.heightM > road.maxHeightM) return 'height'
  if (road.maxWeightT !== null && profile.weightT > road.maxWeightT) return 'weight'
  if (profile.carriesHazmat && road.hazmat === 'no') return 'hazmat'
  // A tunnel must say that it lets dangerous goods through; silence is no permission.
  if (profile.carriesHazmat && road.tunnel && !HAZMAT_ALLOWED.has(road.hazmat)) return 'tunnel'
  return null
}

/** Driving and waiting time of each road in whole deciseconds, `CLOSED` where closed or barred; by road number. */
export function weighRoads(
  graph: RoadGraph,
  profile: VehicleProfile,
  classSpeeds: ClassSpeeds,
  isClosed: (road: Road) => boolean,
  waitS: (road: Road) => number = () => 0,
): Int32Array {
  return Int32Array.from(graph.roads, (road) => {
    if (isClosed(road) || barringLimit(road, profile) !== null) return CLOSED
    const driven = Math.round((road.lengthM * 36) / speedOn(road, profile, classSpeeds))
    return Math.max(1, driven + waitS(road) * 10)
  })
}

/** The same by arc id, as the search wants it. */
export function weighArcs(graph: RoadGraph, roadWeights: Int32Array): Int32Array {
  return graph.arcRoads.map((road) => roadWeights[road] ?? CLOSED)
}
