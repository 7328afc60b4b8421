import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { drawHazmatZones } from '../zones/hazmat-zones.ts'
import { drawSceneZones } from '../zones/scene-zones.ts'

/** Zones before anything is measured: dangerous goods by ERG2024, the rest by the zone rules. Measured zones replace them later. */
export function drawZones(
  problem: PlanningProblem,
  { facts }: Pick<StageValues, 'facts'>,
): StageResult<readonly Zone[]> {
  const hazmat = facts.hazmat === null ? [] : drawHazmatZones(problem, facts, facts.hazmat)
  const value = [...hazmat, ...drawSceneZones(problem, facts)]
  return {
    value,
    read: ['facts', 'hazmat.isolation', 'hazmat.largeSpills', 'parameters.zones', 'dataset.roads'],
    notes: value.length === 0 ? ['本类事件不划现场警戒区'] : [],
    findings: [],
  }
}
