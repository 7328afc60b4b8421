import type { Movement, MovementPlan } from '../../domain/plan/movement-plan.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import type { SentTeam } from '../forces/sent-team.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { callSigns } from './call-signs.ts'
import { describeWay, type WayContext } from './describe-way.ts'
import { explainDetour } from './explain-detour.ts'

/** One movement for each team that still has a way to go; teams on scene have none. */
export function writeMovements(
  problem: PlanningProblem,
  facts: StageValues['facts'],
  sent: readonly SentTeam[],
  travel: RoadTravel,
): Movement[] {
  const signs = callSigns(problem.dataset.teams)
  const open = travel.unclosed()
  const { channels } = problem.parameters.assignment
  const way: WayContext = {
    roads: new Map(travel.roads.map((road) => [road.id, road])),
    parameters: problem.parameters.travel,
    windSpeedMs: facts.wind.speedMs,
    structuresUnchecked: problem.parameters.travel.uncheckedStructureTypes.includes(facts.type),
    offsetMin: facts.offsetMin,
  }
  return sent.flatMap(({ candidate, approach, arrival, fills }): Movement[] => {
    const { team, rolling } = candidate
    const route = rolling?.status === 'onScene' ? null : (approach?.route() ?? null)
    if (approach === null || route === null) return []
    const isAdministrative = fills.length > 0 && fills.every(({ demand }) => demand.hq === 'administrative')
    return [
      {
        teamId: team.id,
        teamName: team.name,
        stagingAreaId: approach.destination.area?.id ?? null,
        departAt: formatInstant(arrival.departS, facts.offsetMin),
        arriveAt: formatInstant(arrival.arriveS, facts.offsetMin),
        distanceM: route.distanceM,
        durationS: route.durationS,
        geometry: route.geometry,
        roads: route.roads.map((road) => ({ ...road })),
        avoided: explainDetour({ lng: team.lng, lat: team.lat }, approach, {
          travel: approach.travel ?? travel,
          open,
          taken: new Set(route.roadIds),
        }),
        remarks: describeWay(route, approach.timed, way),
        approximate: route.approximate,
        callSign: signs.get(team.id) ?? team.name,
        channel: isAdministrative ? channels.administrative : channels.tactical,
      },
    ]
  })
}

/** Order of arrival at each waiting place, with the spacing to keep. */
export function orderConvoys(movements: readonly Movement[], spacingM: number): MovementPlan['convoy'] {
  const counts = new Map<string, number>()
  return sortedBy(movements, (movement) => [movement.stagingAreaId ?? '', movement.arriveAt, movement.teamId]).map(
    (movement) => {
      const key = movement.stagingAreaId ?? ''
      const order = (counts.get(key) ?? 0) + 1
      counts.set(key, order)
      return {
        stagingAreaId: movement.stagingAreaId,
        order,
        teamId: movement.teamId,
        teamName: movement.teamName,
        arriveAt: movement.arriveAt,
        spacingM,
      }
    },
  )
}
