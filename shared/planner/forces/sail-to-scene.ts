import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { bearingDeg, destinationOf, distanceM, roundDegrees, type LngLat } from '../../kernel/geo.ts'
import type { Route, VehicleProfile } from '../graph/travel.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { floorDistanceM, gapToZoneM } from '../rules/hard/staging-place.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import { isAreaIncident } from '../staging/choose-staging.ts'
import type { Approach, Approaches } from './destinations.ts'

/** What a way by water is judged by. */
interface Sailing {
  readonly facts: StageValues['facts']
  readonly zones: readonly Zone[]
}

/** Places along the line are tried this far apart, metres. */
const STEP_M = 50

/** The same approaches, except that teams of vessels go by water. */
export function withVessels(approaches: Approaches, problem: PlanningProblem, sailing: Sailing): Approaches {
  return {
    meeting: (team) => approaches.meeting(team),
    of: (team, profile) =>
      profile.sails === true ? sail(problem, sailing, team, profile) : approaches.of(team, profile),
  }
}

/**
 * A straight line toward the scene, lengthened by parameter `vesselWayFactor` for land and channels, that ends where the
 * distance of design rule HZ13 from the scene or the margin of a danger zone begins, whichever is met first. Without one
 * scene, as in a storm surge, the vessel stands by at its berth. Metres and seconds are whole. No chart is known: approximate, the master decides.
 */
function sail(problem: PlanningProblem, sailing: Sailing, team: TeamRow, profile: VehicleProfile): Approach {
  const { travel } = problem.parameters
  const stands = isAreaIncident(problem) && problem.incident.type !== 'maritime'
  const home: LngLat = { lng: team.lng, lat: team.lat }
  const dangers = sailing.zones.filter(isDangerZone)
  const marginM = problem.parameters.staging.zoneMarginM.value
  const isClear = (at: LngLat): boolean => dangers.every((zone) => gapToZoneM(at, zone) >= marginM)
  const point = stands ? home : waitingPlace(problem, sailing, home, isClear)
  const straightM = distanceM(home, point)
  const sailedM = Math.round(straightM * travel.vesselWayFactor.value)
  const speedKmh = Math.min(profile.speedKmh, travel.vesselSpeedKmh.value)
  const driveS = Math.ceil((sailedM * 3.6) / speedKmh)
  const route: Route = {
    distanceM: sailedM,
    durationS: driveS,
    geometry: {
      type: 'LineString',
      coordinates: [
        [home.lng, home.lat],
        [point.lng, point.lat],
      ],
    },
    roads: [],
    roadIds: [],
    steps: [],
    approximate: true,
  }
  return {
    destination: { area: null, point },
    driveS,
    profile,
    avoidsZones: isClear(home),
    isOnSite: false,
    travel: null,
    timed: [],
    mode: 'water',
    remarks: [
      stands
        ? makeReason('way-water-stands-by', {})
        : makeReason('way-water-estimate', {
            speedKmh,
            factor: travel.vesselWayFactor.value,
            awayM: Math.round(distanceM(sailing.facts.scene, point)),
          }),
      ...(sailing.facts.wind.speedMs === null ? [makeReason('way-water-wind-unknown')] : []),
    ],
    route: () => route,
  }
}

/** The last lawful place on the line from the berth to the scene; the berth itself when it is near enough already. */
function waitingPlace(
  problem: PlanningProblem,
  { facts, zones }: Sailing,
  home: LngLat,
  isClear: (at: LngLat) => boolean,
): LngLat {
  const floorM = floorDistanceM('staging', { facts, zones, parameters: problem.parameters.staging })
  const openM = Math.max(0, distanceM(home, facts.scene) - floorM)
  const bearing = bearingDeg(home, facts.scene)
  let place = home
  for (let sailedM = STEP_M; sailedM <= openM; sailedM += STEP_M) {
    const next = destinationOf(home, bearing, sailedM)
    if (!isClear(next)) break
    place = next
  }
  return { lng: roundDegrees(place.lng), lat: roundDegrees(place.lat) }
}
