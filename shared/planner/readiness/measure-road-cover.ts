import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { Parameters } from '../../domain/parameters/parameters.ts'
import type { RoadCover } from '../../domain/readiness.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { profileOfVehicles } from '../forces/convoy-limits.ts'
import { isFireStation } from '../forces/fire-stations.ts'
import type { NodeTimes } from '../graph/spread.ts'
import { openTravel, readyTeams } from './measure-street-cover.ts'

/**
 * When the first engine and the first team have reached each road to its farther end, from the call, by night over open
 * roads, with everybody at home: the circles of 15 minutes and of "135" by road. The same teams, travel and times as the
 * cover of the streets. Yields after each search.
 */
export function* measureRoadCover(dataset: Dataset, parameters: Parameters, today: string): Generator<void, RoadCover> {
  const { assignment, readiness, travel: speeds } = parameters
  const travel = openTravel(dataset, parameters, speeds.nightFactor.value)
  const ready = readyTeams(dataset, parameters, today)
  const startOf = ({ team }: (typeof ready)[number]): { position: { lng: number; lat: number }; startS: number } => ({
    position: { lng: team.lng, lat: team.lat },
    startS: assignment.callHandlingS.value + team.turnoutS,
  })
  const stations = ready.filter(({ team, vehicles }) => isFireStation(team, vehicles, assignment))
  const engine = travel.spreadFrom(stations.map(startOf), travel.profileOf('engine'))
  yield
  const first: NodeTimes[] = []
  const responders = ready
    .filter(({ team }) => readiness.firstResponders.includes(team.type))
    .map((one) => ({ start: startOf(one), profile: profileOfVehicles(travel, one.vehicles) }))
    .filter(({ profile }) => profile.flies !== true && profile.sails !== true)
  for (const group of groupBy(responders, ({ profile }) => JSON.stringify(profile)).values()) {
    const [one] = group
    if (one === undefined) continue
    first.push(
      travel.spreadFrom(
        group.map(({ start }) => start),
        one.profile,
      ),
    )
    yield
  }
  const earliest: NodeTimes = (nodeId) => {
    const times = first.flatMap((timeAt) => timeAt(nodeId) ?? [])
    return times.length === 0 ? null : Math.min(...times)
  }
  const wholeRoad = (timeAt: NodeTimes, ends: readonly [string, string]): number | null => {
    const [from, to] = [timeAt(ends[0]), timeAt(ends[1])]
    return from === null || to === null ? null : Math.max(from, to)
  }
  return {
    approximate: dataset.roadsSchematic,
    roads: sortedBy(travel.roads, ({ id }) => [id]).map(({ id, fromNode, toNode }) => ({
      id,
      engineS: wholeRoad(engine, [fromNode, toNode]),
      firstS: wholeRoad(earliest, [fromNode, toNode]),
    })),
    limits: { actionS: assignment.builtUpCoverS.value, fireCircleS: assignment.ruralCoverS.value },
  }
}
