import type { TeamRow } from '../../domain/dataset/tables.ts'
import { distanceM } from '../../kernel/geo.ts'
import type { PlanningProblem } from '../problem.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'

/** An area that stays is chosen at the same point again, but for rounding. */
const SAME_AREA_M = 2

/** The area each team was told by the plan in force, where that area stays. */
export function areaToldBy(
  { inForce }: Pick<PlanningProblem, 'inForce'>,
  areas: readonly StagingArea[],
): (team: TeamRow) => string | null {
  const stays = new Set(
    (inForce?.plan.movementPlan.stagingAreas ?? [])
      .filter(({ id, location }) =>
        areas.some((area) => area.id === id && distanceM(area.location, location) <= SAME_AREA_M),
      )
      .map(({ id }) => id),
  )
  const told = new Map(
    (inForce?.plan.forcePlan.assignments ?? []).flatMap(({ teamId, stagingAreaId }) =>
      stagingAreaId !== null && stays.has(stagingAreaId) ? [[teamId, stagingAreaId] as const] : [],
    ),
  )
  return (team) => told.get(team.id) ?? null
}
