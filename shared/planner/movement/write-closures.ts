import type { MovementPlan } from '../../domain/plan/movement-plan.ts'
import { circlePolygon, distanceM, roundDegrees, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Reason } from '../../domain/reason.ts'
import type { FactSheet, PlanningProblem, StageValues } from '../problem.ts'
import { compassWord } from '../people/compass.ts'
import { makeReason } from '../reason.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import {
  collapseRadiusM,
  roadCordonM,
  sidedDangerZones,
  visibilityFactor,
  type RoadCordonContext,
} from '../rules/hard/road-cordon.ts'
import { isAreaIncident, isExpresswayScene } from '../staging/choose-staging.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { findExpresswaySection, type ExpresswaySection } from './expressway-section.ts'

type Closures = MovementPlan['closures']

/** Roads named in a detour text. */
const DETOUR_ROADS = 5

/** Closures that came with the incident and closures this plan asks for. */
export function writeClosures(
  problem: PlanningProblem,
  { facts, zones }: Pick<StageValues, 'facts' | 'zones'>,
  travel: RoadTravel,
): Closures {
  const reported = writeReported(problem, travel)
  if (isAreaIncident(problem)) return reported
  const ordered = [...orderClosures(problem, { facts, zones }, travel), ...turnBack(problem, { facts, zones })]
  return [...reported, ...ordered.map((closure, index) => ({ ...closure, id: `closure-ordered-${index + 1}` }))]
}

function writeReported({ incident }: PlanningProblem, travel: RoadTravel): Closures {
  const byId = new Map(travel.roads.map((road) => [road.id, road]))
  return travel.closures.map((closure): Closures[number] => {
    const input = incident.closures?.[closure.index]
    const roads = closure.roadIds.flatMap((id) => byId.get(id) ?? [])
    const [longest] = sortedBy(roads, (road) => [-road.lengthM, road.id])
    const circle =
      input?.lng === undefined || input.lat === undefined
        ? null
        : circlePolygon({ lng: input.lng, lat: input.lat }, Math.max(1, input.radiusM ?? 30))
    return {
      id: `closure-reported-${closure.index + 1}`,
      name: closure.what,
      geometry: circle ?? (longest === undefined ? null : { type: 'LineString', coordinates: longest.coordinates }),
      detour: roads.length === 0 ? '路网中未找到该路，请在图上标注' : '各队路线已绕开',
      by: '已报封闭',
      origin: 'reported',
      reasons: [makeReason('closure-reported', { what: closure.what, reason: closure.reason, roads: roads.length })],
    }
  })
}

type OrderedClosure = Omit<Closures[number], 'id'>

/** An expressway is closed between its interchanges; the roads around the scene as well where a danger zone reaches them. */
function orderClosures(
  problem: PlanningProblem,
  { facts, zones }: Pick<StageValues, 'facts' | 'zones'>,
  travel: RoadTravel,
): OrderedClosure[] {
  const { staging } = problem.parameters
  const danger = zones.filter(isDangerZone).map((zone) => zone.geometry)
  const section = isExpresswayScene(problem, facts.scene)
    ? findExpresswaySection(problem.dataset.roads, facts.scene, staging.expresswayReachM.value, danger)
    : null
  const context = { facts, zones, parameters: staging }
  const around = closeAround(problem, context)
  if (section === null) return around
  const guarded = danger.length === 0 ? travel : travel.avoiding(danger)
  const expressway = closeExpressway(problem, context, section, guarded)
  return danger.length === 0 ? [expressway] : [expressway, ...around]
}

function closeAround(
  problem: PlanningProblem,
  context: RoadCordonContext & { readonly facts: Pick<FactSheet, 'scene'> },
): OrderedClosure[] {
  const { facts, parameters } = context
  const radiusM = roadCordonM(context)
  if (radiusM === 0) return []
  return [
    {
      name: `事发地周边道路（半径${radiusM}米）`,
      geometry: circlePolygon(facts.scene, radiusM),
      detour: '由交警在外围路口分流，只放行救援车辆',
      by: trafficPolice(problem, facts.scene, false),
      origin: 'ordered',
      reasons: [
        makeReason('closure-scene-roads', {
          radiusM,
          cordonM: parameters.roadCordonM.value * visibilityFactor(context),
        }),
        ...collapseReasons(context),
        ...parkingReasons(context),
      ],
    },
  ]
}

/** Traffic is kept out of every danger zone that reaches to one side (parking rule: the zone's edge where it is farther). */
function turnBack(problem: PlanningProblem, { facts, zones }: Pick<StageValues, 'facts' | 'zones'>): OrderedClosure[] {
  return sidedDangerZones(zones).map((zone): OrderedClosure => {
    const side = zone.bearingDeg === undefined ? '' : `${compassWord(zone.bearingDeg)}方向`
    return {
      name: `${zone.kind === 'protective' ? '下风防护区' : '危险区'}内道路（${side}${Math.round(zone.lengthM ?? 0)}米）`,
      geometry: zone.geometry,
      detour: '在防护区外的路口劝返分流，区内车辆只出不进',
      by: trafficPolice(problem, facts.scene, false),
      origin: 'ordered',
      reasons: [makeReason('closure-danger-zone', { side, lengthM: Math.round(zone.lengthM ?? 0) })],
    }
  })
}

/** How far a building may fall, or that its height decides and is not known. */
function collapseReasons(context: RoadCordonContext): Reason[] {
  const radiusM = collapseRadiusM(context)
  const factor = context.parameters.collapseHeightFactor.value
  if (radiusM === 0) return []
  return [
    radiusM === null
      ? makeReason('closure-collapse-unknown', { factor })
      : makeReason('closure-collapse', { factor, radiusM: Math.ceil(radiusM) }),
  ]
}

/** Where engines stand on the road itself, and why the distances are what they are. */
function parkingReasons(context: RoadCordonContext): Reason[] {
  const { facts, parameters } = context
  if (facts.type === 'tunnel') return [makeReason('parking-tunnel', {}), sightReason(context)]
  if (facts.type !== 'road_traffic' && facts.type !== 'hazmat_road') return []
  return [makeReason('parking-behind-wreck', { gapM: parameters.wreckGapM.value }), sightReason(context)]
}

function sightReason(context: RoadCordonContext): Reason {
  const isDoubled = visibilityFactor(context) > 1
  return makeReason(isDoubled ? 'cordon-doubled' : 'cordon-may-double', {
    factor: context.parameters.poorVisibilityFactor.value,
  })
}

function closeExpressway(
  problem: PlanningProblem,
  context: RoadCordonContext & { readonly facts: Pick<FactSheet, 'scene'> },
  section: ExpresswaySection,
  travel: RoadTravel,
): OrderedClosure {
  const { staging } = problem.parameters
  const factor = visibilityFactor(context)
  const ends = section.ends.map((end) => end.name)
  return {
    name: `${section.name}（${ends.join('—')}，双向）`,
    geometry: {
      type: 'LineString',
      coordinates: section.line.map(([lng = 0, lat = 0]) => [roundDegrees(lng), roundDegrees(lat)]),
    },
    detour: describeDetour(section, travel),
    by: trafficPolice(problem, context.facts.scene, true),
    origin: 'ordered',
    reasons: [
      makeReason('closure-expressway', {
        road: section.name,
        ends,
        signsM: staging.expresswaySignsM.value * factor,
        secondLineM: staging.expresswaySecondLineM.value * factor,
      }),
      ...parkingReasons(context),
    ],
  }
}

function describeDetour(section: ExpresswaySection, travel: RoadTravel): string {
  const [from, to] = section.ends
  if (from === undefined || to === undefined) return '绕行路线待核'
  const open = travel.without(new Set(section.roadIds))
  const route = open.reachTo(to.position, open.profileOf('lorry')).route(from.position)
  const off = `两端车辆在${from.name}、${to.name}驶离`
  if (route === null) return `${off}，路网中无绕行路线，请市级交警远端分流`
  const names = [
    ...new Set(
      route.roads.filter((road) => road.distanceM >= 200 && !road.name.includes('匝道')).map((road) => road.name),
    ),
  ]
  return `${off}，绕行${names.slice(0, DETOUR_ROADS).join('、')}，约${Math.round(route.distanceM / 100) / 10}公里`
}

/** The nearest traffic police team by name; the expressway has its own. */
function trafficPolice({ dataset }: PlanningProblem, scene: LngLat, isExpressway: boolean): string {
  const police = dataset.teams.filter((team) => team.name.includes('交警'))
  const ordered = sortedBy(police, (team) => [
    team.name.includes('高速') === isExpressway ? 0 : 1,
    Math.round(distanceM(team, scene)),
    team.id,
  ])
  return ordered[0]?.name ?? '公安交警'
}
