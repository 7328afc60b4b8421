import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { distanceM, lineCrossesPolygon, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Route, VehicleProfile } from '../graph/travel.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { gapToZoneM } from '../rules/hard/staging-place.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import type { Approach, Approaches } from './destinations.ts'

/** What a flight is judged by; `guarded` = the roads clear of danger zones, for the leg after landing. */
interface Flying {
  readonly facts: StageValues['facts']
  readonly zones: readonly Zone[]
  readonly guarded: RoadTravel
}

/** The same approaches, except that teams of which only helicopters go fly instead of driving. */
export function withFlights(approaches: Approaches, problem: PlanningProblem, flying: Flying): Approaches {
  return {
    meeting: (team) => approaches.meeting(team),
    of: (team, profile) =>
      profile.flies === true ? fly(approaches, problem, flying, team, profile) : approaches.of(team, profile),
  }
}

/**
 * A straight line to the usable landing ground nearest to the scene that keeps the margin of design rule HZ13 from every
 * danger zone and is flown to without crossing one. Without such a ground the pilot chooses: reckoned to where the
 * team is awaited. Metres and seconds are whole; speed is the lower of the machine's and parameter `helicopterSpeedKmh`.
 */
function fly(
  approaches: Approaches,
  problem: PlanningProblem,
  { facts, zones, guarded }: Flying,
  team: TeamRow,
  profile: VehicleProfile,
): Approach {
  const { dataset, parameters } = problem
  const dangers = zones.filter(isDangerZone)
  const isClear = (to: LngLat): boolean => dangers.every((zone) => !lineCrossesPolygon(lineOf(team, to), zone.geometry))
  const { outOfServiceWords } = parameters.assignment
  const lawful = dataset.helipads.filter(
    (pad) =>
      !outOfServiceWords.some((word) => pad.status.toLowerCase().includes(word)) &&
      dangers.every((zone) => gapToZoneM(pad, zone) >= parameters.staging.zoneMarginM.value) &&
      isClear(pad),
  )
  const pad = sortedBy(lawful, (each) => [Math.round(distanceM(facts.scene, each)), each.id])[0]
  const point: LngLat = pad === undefined ? approaches.meeting(team) : { lng: pad.lng, lat: pad.lat }
  const flownM = Math.round(distanceM(team, point))
  const speedKmh = Math.min(profile.speedKmh, parameters.travel.helicopterSpeedKmh.value)
  const driveS = Math.ceil((flownM * 3.6) / speedKmh)
  const route: Route = {
    distanceM: flownM,
    durationS: driveS,
    geometry: { type: 'LineString', coordinates: lineOf(team, point) },
    roads: [],
    roadIds: [],
    steps: [],
    approximate: true,
  }
  const landing = (): Approach['remarks'] => {
    if (pad === undefined) return [makeReason('way-air-pilot-chooses')]
    const leg = guarded.reachTo(approaches.meeting({ ...team, ...point }), guarded.profileOf('light')).route(point)
    return leg === null
      ? [makeReason('way-air-no-road', { pad: pad.name })]
      : [
          makeReason('way-air-landing', {
            pad: pad.name,
            km: Math.round(leg.distanceM / 100) / 10,
            minutes: Math.ceil(leg.durationS / 60),
          }),
        ]
  }
  return {
    destination: { area: null, point },
    driveS,
    profile,
    avoidsZones: isClear(point),
    isOnSite: false,
    travel: null,
    timed: [],
    mode: 'air',
    get remarks() {
      const wind = facts.wind.speedMs === null ? [makeReason('way-air-wind-unknown')] : []
      return [makeReason('way-air-estimate', { speedKmh }), ...(landing() ?? []), ...wind]
    },
    route: () => route,
  }
}

function lineOf(from: LngLat, to: LngLat): number[][] {
  return [
    [from.lng, from.lat],
    [to.lng, to.lat],
  ]
}
