import type { Road } from '../../domain/dataset/dataset.ts'
import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { FactValue } from '../../domain/incident.ts'
import type { Finding } from '../../domain/reason.ts'
import { distanceToLineM, type LngLat } from '../../kernel/geo.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import type { StagingContext } from '../rules/hard/staging-place.ts'
import { groundOf } from '../rules/hard/staging-ground.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { windShift } from '../replan/wind-shift.ts'
import { chooseSceneSites } from './choose-scene-sites.ts'
import type { StagingChoice, StagingRequest } from './staging-request.ts'
import { findWaysOut } from './ways-out.ts'

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

/** The waiting places of an incident with a scene. */
export function chooseStaging(request: StagingRequest): StagingChoice {
  return chooseSceneSites(request)
}

/** What the waiting places of an incident with a scene rest on. `travel` must already avoid the danger zones. */
export function requestStaging(
  problem: PlanningProblem,
  { facts, zones }: Pick<StageValues, 'facts' | 'zones'>,
  travel: RoadTravel,
  stations: readonly TeamRow[],
): StagingRequest {
  const context: StagingContext = {
    facts,
    zones,
    parameters: problem.parameters.staging,
    ground: groundOf(problem.dataset),
  }
  // Another side was chosen: the places in force lie on the side that was given up.
  const inForce = problem.decision?.awayFromDeg === undefined ? problem.inForce?.plan : undefined
  return {
    context,
    travel,
    stations,
    scene: facts.scene,
    onExpressway: isExpresswayScene(problem, facts.scene),
    waysOut: findWaysOut(nearbyRoads(travel, facts.scene, problem.parameters.staging.searchLimitM.value)),
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
  }
}

/** Roads open to engines around the scene, in a box; beyond it every road has long led out. */
function nearbyRoads(travel: RoadTravel, scene: LngLat, reachM: number): Road[] {
  const engine = travel.profileOf('engine')
  const latDeg = reachM / 110_000
  const lngDeg = latDeg / Math.max(0.2, Math.cos((scene.lat * Math.PI) / 180))
  return travel.roads
    .filter(({ coordinates }) => {
      const [lng = 0, lat = 0] = coordinates[0] ?? []
      return Math.abs(lng - scene.lng) <= lngDeg && Math.abs(lat - scene.lat) <= latDeg
    })
    .filter((road) => travel.barrierOf(road, engine) === null)
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
  needsTwoSides: boolean,
): Finding[] {
  if (areas.length === 0) {
    return [
      makeFinding('HZ13', 'warn', 'movementPlan.stagingAreas', {
        places: refusals.map((refusal) => refusal.name),
        why:
          refusals.length === 0
            ? '无合规集结点，避开危险区后周边没有消防车能到的道路，队伍在外围待命，由战术指挥部现场指定'
            : '无合规集结点，以上为最接近的三处，原因见列表，由战术指挥部现场指定',
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
  const staging = areas.filter((area) => area.kind === 'staging')
  const narrow = staging.filter((area) => area.waysOut !== null && area.waysOut < 2)
  return [
    ...unchecked,
    ...(narrow.length === 0
      ? []
      : [
          makeFinding('staging-one-way-out', 'warn', 'movementPlan.stagingAreas', {
            places: narrow.map((area) => area.name),
          }),
        ]),
    ...(needsTwoSides && staging.length < 2
      ? [makeFinding('staging-one-side', 'warn', 'movementPlan.stagingAreas', { places: staging.map((a) => a.name) })]
      : []),
    ...(hasForward ? [] : [makeFinding('no-forward-place', 'info', 'movementPlan.stagingAreas')]),
    ...(hasPost ? [] : [makeFinding('no-command-post-place', 'warn', 'movementPlan.stagingAreas')]),
  ]
}
