import { cutOffOutlines, cutOffRoads } from '../cut-off/cut-off-roads.ts'
import type { Finding } from '../../domain/reason.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import type { FloodState } from '../travel/road-stops.ts'
import { createTravelService } from '../travel/create-travel-service.ts'
import { matchClosures } from '../travel/match-closures.ts'
import type { RoadTravel } from '../travel/road-travel.ts'

/** Stage `build-travel`: roads with this incident's closures, floods, hour and weather. */
export function buildTravel(problem: PlanningProblem, { facts }: Pick<StageValues, 'facts'>): StageResult<RoadTravel> {
  const { incident, dataset } = problem
  const parameters = problem.parameters.travel
  const window = { fromS: facts.nowS, toS: facts.nowS + parameters.closureHorizonS.value }
  const reported = incident.closures ?? []
  const closures = [
    ...matchClosures(reported, dataset.roads, window),
    ...cutOffRoads(dataset, facts.cutOffTowns, reported.length),
  ]
  const rainFactor = isHeavyRain(problem) ? parameters.rainFactor.value : 1
  const value = createTravelService({
    roads: dataset.roads,
    parameters,
    factor: (facts.night ? parameters.nightFactor.value : 1) * rainFactor,
    closures,
    borders: cutOffOutlines(dataset, facts.cutOffTowns),
    flood: floodState(problem, facts.facts.floodDepthCm),
    windSpeedMs: facts.wind.speedMs,
    structuresUnchecked: parameters.uncheckedStructureTypes.includes(incident.type),
  })
  return {
    value,
    read: [
      'location',
      'night',
      'closures',
      'cutOffTowns',
      'dataset.areas',
      'weather.signal',
      'weather.signalKind',
      'weather.windSpeedMs',
      'type',
      'facts.floodDepthCm',
      'dataset.roads',
    ],
    notes: [`${dataset.roads.length} 条路段`, `${closures.length} 处封路在计划时段内`],
    findings: [
      ...closures.flatMap((closure) => reportUnmatched(closure, reported.length)),
      ...reportMissingRoads(problem),
    ],
  }
}

function reportUnmatched(closure: RoadTravel['closures'][number], reported: number): Finding[] {
  if (closure.roadIds.length > 0) return []
  const list = closure.index < reported ? `closures[${closure.index}]` : `cutOffTowns[${closure.index - reported}]`
  return [makeFinding('closure-not-found', 'warn', `incident.${list}`, { what: closure.what })]
}

function reportMissingRoads({ dataset }: PlanningProblem): Finding[] {
  return dataset.roads.length > 0 ? [] : [makeFinding('no-road-data', 'warn', 'movementPlan.roadData')]
}

/** Orange or red rain signal; a typhoon signal says nothing about the road surface. */
function isHeavyRain({ incident }: PlanningProblem): boolean {
  const { signal, signalKind } = incident.weather ?? {}
  return (signal === 'orange' || signal === 'red') && signalKind !== 'typhoon'
}

/** In an orange or red rain signal the water rises: no depth known now is good for the drive. */
function floodState(
  problem: PlanningProblem,
  depthCm: { readonly min: number | null; readonly max: number | null },
): FloodState {
  if (isHeavyRain(problem)) return { rising: true, depthCm: null }
  const isFlood = problem.parameters.travel.floodTypes.includes(problem.incident.type)
  return { rising: false, depthCm: isFlood ? (depthCm.max ?? depthCm.min) : null }
}
