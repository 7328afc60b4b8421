import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { FactValue } from '../../domain/incident.ts'
import type { Finding } from '../../domain/reason.ts'
import { distanceToLineM, type LngLat } from '../../kernel/geo.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import type { StagingContext } from '../rules/hard/staging-place.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { windShift } from '../replan/wind-shift.ts'
import { chooseSceneSites } from './choose-scene-sites.ts'
import type { StagingChoice } from './staging-request.ts'

/**
 * True for incident types without one dangerous scene: teams assemble in the streets they serve. A gas incident is one of
 * these only when households are cut off and nothing leaks; a leak has a scene.
 */
export function isAreaIncident({ incident, parameters }: Pick<PlanningProblem, 'incident' | 'parameters'>): boolean {
  if (!parameters.staging.areaTypes.includes(incident.type)) return false
  return incident.type !== 'gas_supply' || (incident.hazmat === undefined && isKnown(incident.facts['householdsOut']))
}

function isKnown(fact: FactValue | undefined): boolean {
  return fact !== undefined && fact !== null
}

/** The waiting places of an incident with a scene. `travel` must already avoid the danger zones. */
export function chooseStaging(
  problem: PlanningProblem,
  { facts, zones }: Pick<StageValues, 'facts' | 'zones'>,
  travel: RoadTravel,
  stations: readonly TeamRow[],
): StagingChoice {
  const context: StagingContext = { facts, zones, parameters: problem.parameters.staging }
  // Another side was chosen: the places in force lie on the side that was given up.
  const inForce = problem.decision?.awayFromDeg === undefined ? problem.inForce?.plan : undefined
  return chooseSceneSites({
    context,
    travel,
    stations,
    scene: facts.scene,
    onExpressway: isExpresswayScene(problem, facts.scene),
    ...(problem.decision?.awayFromDeg === undefined
      ? {}
      : {
          awayFrom: {
            bearingDeg: problem.decision.awayFromDeg,
            withinDeg: problem.parameters.alternatives.otherSideDeg.value,
          },
        }),
    needsTwoSides: !facts.wind.usable && (facts.hazmat !== null || zones.some(isDangerZone)),
    inForce:
      inForce === undefined
        ? null
        : {
            areas: inForce.movementPlan.stagingAreas,
            shift: windShift(inForce.incident.weather, facts.wind, problem.parameters.zones),
          },
  })
}

/** True when the incident happened on an expressway: its type is one of the road and an expressway runs through the scene. */
export function isExpresswayScene({ incident, dataset, parameters }: PlanningProblem, scene: LngLat): boolean {
  if (incident.type !== 'hazmat_road' && incident.type !== 'road_traffic' && incident.type !== 'tunnel') return false
  const reachM = parameters.staging.expresswayReachM.value
  return dataset.roads.some((road) => road.class === 'motorway' && distanceToLineM(scene, road.coordinates) <= reachM)
}

/** What a person must look at, and what could not be found. */
export function stagingFindings(
  { areas, refusals }: Pick<StagingChoice, 'areas' | 'refusals'>,
  isArea: boolean,
): Finding[] {
  if (areas.length === 0) {
    return [
      makeFinding('HZ13', 'warn', 'movementPlan.stagingAreas', {
        places: refusals.map((refusal) => refusal.name),
        why: '无合规集结点，以上为最接近的三处，原因见列表，由战术指挥部现场指定',
      }),
    ]
  }
  const unchecked = isArea
    ? []
    : [
        makeFinding('unchecked', 'info', 'movementPlan.stagingAreas', {
          what: `${areas.map((area) => area.name).join('、')}的坡度、排水沟、井盖、高压线和地面承载`,
          place: areas.map((area) => area.name),
          rules: ['HZ1', 'HZ2'],
        }),
      ]
  const hasForward = isArea || areas.some((area) => area.kind === 'forward')
  const hasPost = isArea || areas.some((area) => area.kind === 'commandPost')
  return [
    ...unchecked,
    ...(hasForward ? [] : [makeFinding('no-forward-place', 'info', 'movementPlan.stagingAreas')]),
    ...(hasPost ? [] : [makeFinding('no-command-post-place', 'warn', 'movementPlan.stagingAreas')]),
  ]
}
