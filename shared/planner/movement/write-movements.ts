import type { Movement } from '../../domain/plan/movement-plan.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import type { SentTeam } from '../forces/sent-team.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { findMerges, measureColumn, type Column } from './column.ts'
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
  const merges = findMerges(
    sent.flatMap((team) => columnOf(problem, team) ?? []),
    new Map(travel.roads.map((road) => [road.id, road.name || road.ref || '无名道路'])),
  )
  return sent.flatMap((each): Movement[] => {
    const { candidate, approach, arrival, fills } = each
    const column = columnOf(problem, each)
    const { team } = candidate
    if (approach === null || column === null) return []
    const { route, columnM, spreadS } = column
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
        avoided:
          approach.mode !== undefined
            ? []
            : explainDetour({ lng: team.lng, lat: team.lat }, approach, {
                travel: approach.travel ?? travel,
                open,
                taken: new Set(route.roadIds),
              }),
        remarks: [
          ...(approach.remarks ?? []),
          ...describeWay(route, approach.timed, way),
          ...(merges.get(team.id) ?? []),
        ],
        vehicles: each.load.vehicles.length,
        columnM,
        lastArriveAt: formatInstant(arrival.arriveS + spreadS, facts.offsetMin),
        reliefDueAt: formatInstant(arrival.arriveS + problem.parameters.assignment.crewReliefS.value, facts.offsetMin),
        approximate: route.approximate,
        ...(approach.mode === undefined ? {} : { mode: approach.mode }),
        callSign: signs.get(team.id) ?? team.name,
        channel: isAdministrative ? channels.administrative : channels.tactical,
      },
    ]
  })
}

/** Aircraft and vessels keep no marching distance on a road. */
const NO_COLUMN = { columnM: 0, spreadS: 0 } as const

/** The vehicles of a team on its way; null for a team that is there or has no way. */
function columnOf({ parameters }: PlanningProblem, { candidate, approach, arrival, load }: SentTeam): Column | null {
  const route = candidate.rolling?.status === 'onScene' ? null : (approach?.route() ?? null)
  if (route === null) return null
  const { id: teamId, name: teamName } = candidate.team
  const size = measureColumn(load.vehicles.length, route, parameters.staging.marchSpacingM.value)
  return { teamId, teamName, departS: arrival.departS, route, ...(approach?.mode === undefined ? size : NO_COLUMN) }
}
