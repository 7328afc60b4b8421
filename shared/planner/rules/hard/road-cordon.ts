import type { StagingParameters } from '../../../domain/parameters/staging.ts'
import type { Zone } from '../../../domain/plan/dispatch-plan.ts'
import type { FactSheet } from '../../problem.ts'
import { isDangerZone } from './team-of-plant.ts'

/** What decides how far traffic is kept away. */
export interface RoadCordonContext {
  readonly facts: Pick<FactSheet, 'type' | 'night' | 'signal' | 'signalKind' | 'facts'>
  readonly zones: readonly Zone[]
  readonly parameters: StagingParameters
}

/** Doubled at night and under a rain signal; snow and fog are not in the facts and stand in the words. */
export function visibilityFactor({ facts, parameters }: Pick<RoadCordonContext, 'facts' | 'parameters'>): number {
  const isWet = facts.signalKind === 'rain' && facts.signal !== null
  return facts.night || isWet ? parameters.poorVisibilityFactor.value : 1
}

/** Least radius around a building that may fall, metres: 1.5 times its height; 0 where none falls, null = height unknown. */
export function collapseRadiusM({ facts, parameters }: Pick<RoadCordonContext, 'facts' | 'parameters'>): number | null {
  if (facts.type !== 'structure_collapse') return 0
  const { max } = facts.facts.buildingHeightM
  return max === null ? null : max * parameters.collapseHeightFactor.value
}

/**
 * Radius of the widest danger zone that reaches all round the scene, metres: isolation, fire isolation, or protection
 * while nobody knows the wind; 0 without one.
 */
export function allRoundRadiusM(zones: readonly Zone[]): number {
  return Math.max(0, ...zones.filter(isDangerZone).map((zone) => zone.radiusM ?? 0))
}

/** Danger zones that reach to one side only, such as the square downwind: traffic is turned back at their edge. */
export function sidedDangerZones(zones: readonly Zone[]): Zone[] {
  return zones.filter((zone) => isDangerZone(zone) && zone.radiusM === undefined)
}

/**
 * Least radius within which ordinary roads are closed to traffic, whole metres: the cordon of a road (doubled in poor
 * sight), the widest all-round danger zone or 1.5 times the height of what may fall, whichever is greatest. 0 = nothing
 * is closed.
 */
export function roadCordonM(context: RoadCordonContext): number {
  const { facts, zones, parameters } = context
  const collapse = collapseRadiusM(context)
  const isOnRoad = facts.type === 'road_traffic' || facts.type === 'tunnel' || facts.type === 'hazmat_road'
  if (!isOnRoad && collapse === 0 && !zones.some(isDangerZone)) return 0
  return Math.ceil(
    Math.max(parameters.roadCordonM.value * visibilityFactor(context), allRoundRadiusM(zones), collapse ?? 0),
  )
}
