import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { drawHazmatZones } from '../zones/hazmat-zones.ts'
import { closeInitialZones, drawMeasuredZones } from '../zones/measured-zones.ts'
import { drawSceneZones } from '../zones/scene-zones.ts'

/** Initial zones (dangerous goods by ERG2024, the rest by the zone rules), then the measured ones beside them. */
export function drawZones(
  problem: PlanningProblem,
  { facts }: Pick<StageValues, 'facts'>,
): StageResult<readonly Zone[]> {
  const hazmat = facts.hazmat === null ? [] : drawHazmatZones(problem, facts, facts.hazmat)
  const initial = closeInitialZones([...hazmat, ...drawSceneZones(problem, facts)], problem.incident)
  const value = [...initial, ...drawMeasuredZones(problem.incident, facts)]
  return {
    value,
    read: [
      'facts',
      'measuredZones',
      'closedInitialZones',
      'hazmat.isolation',
      'hazmat.largeSpills',
      'parameters.zones',
      'dataset.roads',
    ],
    notes: value.length === 0 ? ['本类事件不划现场警戒区'] : [],
    findings: [],
  }
}
