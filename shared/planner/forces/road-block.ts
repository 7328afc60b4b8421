import type { TeamRow, VehicleRow } from '../../domain/dataset/tables.ts'
import type { Reason } from '../../domain/reason.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { VehicleProfile } from '../graph/travel.ts'
import { makeReason } from '../reason.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { profileOfVehicles } from './convoy-limits.ts'
import type { Approaches } from './destinations.ts'

/** Obstacles named when a road is cut; the first ones on the way are those to clear. */
const OBSTACLES_NAMED = 2

/** What stands on the way that a team would take if nothing were closed or limited; empty = no such way either. */
export function obstaclesOnWay(
  travel: RoadTravel,
  { from, to, profile }: { readonly from: LngLat; readonly to: LngLat; readonly profile: VehicleProfile },
): string[] {
  const unlimited = { ...profile, heightM: 0, weightT: 0, carriesHazmat: false, wadingCm: Infinity }
  const direct = travel.unclosed().reachTo(to, unlimited).route(from)
  if (direct === null) return []
  const byId = new Map(travel.roads.map((road) => [road.id, road]))
  const named = direct.roadIds.flatMap((id) => {
    const road = byId.get(id)
    const barrier = road === undefined ? null : travel.barrierOf(road, profile)
    return road === undefined || barrier === null ? [] : [`${road.name || road.ref || '无名道路'}（${barrier.text}）`]
  })
  return [...new Set(named)].slice(0, OBSTACLES_NAMED)
}

/** Why a team has no way: the closures and limits in its way, or that no road leads there at all. */
export function noWayReason(
  team: TeamRow,
  travel: RoadTravel,
  way: { readonly to: LngLat; readonly profile: VehicleProfile },
): Reason {
  const blocks = obstaclesOnWay(travel, { from: { lng: team.lng, lat: team.lat }, ...way })
  return blocks.length === 0
    ? makeReason('team-unreachable', { team: team.name })
    : makeReason('team-road-blocked', { team: team.name, blocks })
}

/** The vehicles of a team that get through, and those that do not, each with what stops it. */
export interface PassingVehicles {
  readonly passing: readonly VehicleRow[]
  readonly stuck: readonly Reason[]
}

/** When the whole team has no way, each vehicle is tried alone: only what cannot pass stays behind. */
export function splitByPassage(
  team: TeamRow,
  vehicles: readonly VehicleRow[],
  approaches: Approaches,
  { travel, to }: { readonly travel: RoadTravel; readonly to: LngLat },
): PassingVehicles {
  const tried = vehicles.map((vehicle) => {
    const profile = profileOfVehicles(travel, [vehicle])
    return { vehicle, profile, passes: approaches.of(team, profile) !== null }
  })
  return {
    passing: tried.filter(({ passes }) => passes).map(({ vehicle }) => vehicle),
    stuck: tried
      .filter(({ passes }) => !passes)
      .map(({ vehicle, profile }) =>
        makeReason('vehicle-cannot-pass', {
          vehicle: vehicle.name || vehicle.id,
          blocks: obstaclesOnWay(travel, { from: { lng: team.lng, lat: team.lat }, to, profile }),
        }),
      ),
  }
}
