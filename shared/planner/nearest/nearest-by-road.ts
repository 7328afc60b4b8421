import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { isInside } from '../../kernel/geo.ts'
import type { FactSheet } from '../problem.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import { buildTravel } from '../stages/build-travel.ts'
import { drawZones } from '../stages/draw-zones.ts'
import { readFacts } from '../stages/read-facts.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { nearestPlaces } from './nearest-places.ts'
import type { NearestLine, NearestQuestion } from './nearest-question.ts'
import { nearestTeams } from './nearest-teams.ts'

/** What the answer rests on. */
export interface NearestGround {
  readonly question: NearestQuestion
  /** Facts with the asked point as scene and the asked hour. */
  readonly facts: FactSheet
  readonly zones: readonly Zone[]
  /** Roads with closures, hour and weather. */
  readonly open: RoadTravel
  /** The same without roads through danger zones. */
  readonly guarded: RoadTravel
}

/** The answer: those that can go first, by time, then those that cannot, each with why. */
export interface NearestAnswer {
  readonly lines: readonly NearestLine[]
  /** How many can go, shown or not. */
  readonly able: number
  readonly night: boolean
  /** True when the point lies in a danger zone: what goes there is sent to its edge by a plan. */
  readonly inZone: boolean
}

/**
 * The nearest by road with the planner's own facts, zones, closures, screening and times: what stands here stands in a plan
 * too, as long as nothing was decided about it yet.
 */
export function nearestByRoad(question: NearestQuestion): NearestAnswer {
  const { problem, point, hasIncident } = question
  const read = readFacts(problem).value
  const zones = hasIncident ? drawZones(problem, { facts: read }).value : []
  const facts = { ...read, scene: point, night: question.night ?? read.night }
  const open = buildTravel(problem, { facts }).value
  const dangers = zones.filter(isDangerZone).map(({ geometry }) => geometry)
  const ground: NearestGround = {
    ...{ question, facts, zones, open },
    guarded: dangers.length === 0 ? open : open.avoiding(dangers),
  }
  const lines =
    question.what.of === 'capability' || question.what.of === 'vehicle' ? nearestTeams(ground) : nearestPlaces(ground)
  const able = lines.filter(({ out }) => out.length === 0)
  return {
    lines: [...able.slice(0, question.limit), ...lines.filter(({ out }) => out.length > 0).slice(0, question.limit)],
    able: able.length,
    night: facts.night,
    inZone: dangers.some((zone) => isInside(point, zone)),
  }
}
