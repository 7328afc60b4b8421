import type { PlantRow, TeamRow } from '../../domain/dataset/tables.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { unavailableIds } from './unavailable.ts'

/** A team with its straight-line distance to the scene. */
interface NearTeam {
  readonly team: TeamRow
  readonly distanceM: number
}

/** Teams rung first are the district's own and paid ones; volunteers and troops are asked later, on purpose. */
const NOT_FIRST: ReadonlySet<string> = new Set(['SOCIAL', 'VOL', 'PLA', 'PROCESS'])
const LOCAL_TIERS: ReadonlySet<string> = new Set(['street', 'district'])
/** For a fire the fire service comes before other teams that merely carry a pump. */
const FIRE_SERVICE: ReadonlySet<string> = new Set(['NFR', 'GOV_FT', 'ENT_FT'])
const FIRE_WORK: ReadonlySet<string> = new Set(['FIRE_BLDG', 'FIRE_HIGH', 'FIRE_OIL', 'FIRE_SHIP'])

/** Teams that may be rung in the first minutes, nearest first by straight line (nothing is solved yet). */
export function nearestTeams(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'scene'>,
  capability: string,
): NearTeam[] {
  const away = unavailableIds(problem.incident, 'team')
  const able = problem.dataset.teams
    .filter((team) => team.onDuty > 0 && team.phone !== '' && !away.has(team.id) && !NOT_FIRST.has(team.type))
    .filter((team) => team.capabilities.some((own) => own.capability === capability))
    .map((team) => ({ team, distanceM: Math.round(distanceM(facts.scene, team)) }))
  return sortedBy(able, ({ team, distanceM: metres }) => [
    LOCAL_TIERS.has(team.tier) ? 0 : 1,
    FIRE_WORK.has(capability) && !FIRE_SERVICE.has(team.type) ? 1 : 0,
    metres,
    team.id,
  ])
}

/** The plant concerned: the nearest within the parameter's radius, or null. */
export function ownPlant(problem: PlanningProblem, scene: LngLat): PlantRow | null {
  const radius = problem.parameters.reporting.ownPlantRadiusM.value
  const near = problem.dataset.plants
    .map((plant) => ({ plant, distanceM: distanceM(scene, plant) }))
    .filter((entry) => entry.distanceM <= radius)
  return sortedBy(near, (entry) => [entry.distanceM, entry.plant.id])[0]?.plant ?? null
}
