import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import { chooseMoreStaging } from '../staging/choose-more-staging.ts'
import type { StagingChoice, StagingRequest } from '../staging/staging-request.ts'
import { areaToldBy } from '../replan/area-told.ts'
import { approachScene, type Ways } from './destinations.ts'
import { arriveBy, finalApproach, type SentTeam } from './sent-team.ts'
import { missingRoom, spreadOverAreas, waitsAt, type MoveTo } from './spread-over-areas.ts'

/** Sees to it that everybody has room to wait: the teams with their places, and the places. */
export type HoldRoom = (sent: readonly SentTeam[]) => {
  readonly sent: readonly SentTeam[]
  readonly areas: readonly StagingArea[]
}

/** Further areas when the chosen ones are too small, and the later teams sent on to them. */
export function makeRoom(
  problem: PlanningProblem,
  {
    facts,
    request,
    chosen,
    ways,
  }: { facts: StageValues['facts']; request: StagingRequest; chosen: StagingChoice; ways: Ways },
  sent: readonly SentTeam[],
): ReturnType<HoldRoom> {
  const first = chosen.areas.filter(({ kind }) => kind === 'staging')
  const told = areaToldBy(problem, [...first, ...chosen.further])
  const areaOf = (team: SentTeam): StagingArea | undefined =>
    [...first, ...chosen.further].find(({ id }) => id === told(team.candidate.team))
  const moveTo: MoveTo = (team, area) => {
    const approaches = approachScene(facts.scene, [area], ways)
    const approach = finalApproach(team.candidate, team.load, { approaches, travel: ways.open })
    if (approach?.avoidsZones !== true) return null
    return { ...team, approach, arrival: arriveBy(problem, facts.nowS, team.candidate, approach) }
  }
  const asTold = sent.map((team) => {
    const area = areaOf(team)
    const isThere = area === undefined || waitsAt(team) === null || waitsAt(team)?.id === area.id
    return isThere ? team : (moveTo(team, area) ?? team)
  })
  const kept = chosen.further.filter(({ id }) => asTold.some((team) => waitsAt(team)?.id === id))
  const missing = first.length === 0 ? 0 : missingRoom(asTold, [...first, ...kept])
  const more = missing === 0 ? [] : chooseMoreStaging(request, [...chosen.areas, ...kept], missing)
  const staging = [...first, ...kept, ...more]
  const spread = spreadOverAreas(asTold, staging, {
    moveTo,
    isTold: (team) => waitsAt(team)?.id === areaOf(team)?.id,
  })
  return { sent: spread, areas: [...withoutUsed(staging), ...chosen.areas.filter(({ kind }) => kind !== 'staging')] }
}

/** A place that became a further area no longer stands among those not chosen. */
function withoutUsed(areas: readonly StagingArea[]): StagingArea[] {
  const names = new Set(areas.map(({ name }) => name))
  return areas.map((area) =>
    area.runnersUp === undefined ? area : { ...area, runnersUp: area.runnersUp.filter(({ name }) => !names.has(name)) },
  )
}

/** Areas to which more vehicles are sent than they hold. */
export function crowdedFindings(areas: readonly StagingArea[], waiting: ReadonlyMap<string, number>): Finding[] {
  return areas.flatMap((area, index) => {
    const vehicles = waiting.get(area.id) ?? 0
    return area.capacity === null || vehicles <= area.capacity
      ? []
      : [
          makeFinding('staging-over-capacity', 'warn', `movementPlan.stagingAreas.${index}`, {
            place: area.name,
            capacity: area.capacity,
            vehicles,
          }),
        ]
  })
}
