import type { Dataset } from '../../../domain/dataset/dataset.ts'
import type { PlantRow, TeamRow } from '../../../domain/dataset/tables.ts'
import type { AssignmentParameters } from '../../../domain/parameters/assignment.ts'
import type { Zone } from '../../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../../domain/reason.ts'
import { distanceM, distanceToPolygonM, type LngLat } from '../../../kernel/geo.ts'
import { sortedBy } from '../../../kernel/order.ts'
import { makeReason } from '../../reason.ts'

/** Where the incident is, for the rules about plants. */
export interface PlantContext {
  readonly plants: Dataset['plants']
  readonly scene: LngLat
  readonly zones: readonly Zone[]
  readonly parameters: Pick<AssignmentParameters, 'plantAtSceneM' | 'ownPlantM'>
}

/** The plant a team belongs to: by its process team, else the plant its station stands in; null = none. */
export function plantOf(
  team: TeamRow,
  { plants, parameters }: Pick<PlantContext, 'plants' | 'parameters'>,
): PlantRow | null {
  const named = plants.find((plant) => plant.processTeamId === team.id)
  if (named !== undefined) return named
  if (team.type !== 'ENT_FT') return null
  const near = sortedBy(plants, (plant) => [distanceM(plant, team), plant.id])[0]
  return near !== undefined && distanceM(near, team) <= parameters.ownPlantM.value ? near : null
}

/** True when the incident is at this plant. */
export function isSceneAtPlant(plant: PlantRow, { plants, scene, parameters }: PlantContext): boolean {
  const nearest = sortedBy(plants, (each) => [distanceM(each, scene), each.id])[0]
  return nearest?.id === plant.id && distanceM(plant, scene) <= parameters.plantAtSceneM.value
}

/** A process team knows one plant's pipes and valves; it goes to its own plant only. */
export function processTeamElsewhere(team: TeamRow, context: PlantContext): Reason | null {
  if (team.type !== 'PROCESS') return null
  const plant = plantOf(team, context)
  if (plant !== null && isSceneAtPlant(plant, context)) return null
  return makeReason('process-team-elsewhere', { team: team.name })
}

/** A brigade whose own plant lies in a danger zone stays to protect it, unless the incident is at that plant. */
export function brigadeNeededAtHome(team: TeamRow, context: PlantContext): Reason | null {
  if (team.type !== 'ENT_FT') return null
  const plant = plantOf(team, context)
  if (plant === null || isSceneAtPlant(plant, context)) return null
  const threatened = context.zones.some((zone) => isDangerZone(zone) && distanceToPolygonM(plant, zone.geometry) === 0)
  return threatened ? makeReason('plant-at-risk', { team: team.name, plant: plant.name }) : null
}

/**
 * Zones nobody waits in or drives through: isolation, downwind protection, fire isolation, and the hot and warm zones that
 * were measured; cordons are not. An initial zone that a person closed is none any more (design rule HZ13).
 */
export function isDangerZone(zone: Pick<Zone, 'kind' | 'stage' | 'closed'>): boolean {
  if (zone.closed !== undefined) return false
  if (zone.stage === 'measured' && (zone.kind === 'hot' || zone.kind === 'warm')) return true
  return zone.kind === 'isolation' || zone.kind === 'protective' || zone.kind === 'fireIsolation'
}
