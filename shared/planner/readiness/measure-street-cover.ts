import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { TeamRow, VehicleRow } from '../../domain/dataset/tables.ts'
import type { Parameters } from '../../domain/parameters/parameters.ts'
import type { FirstArrival, StreetCover, StreetReach } from '../../domain/readiness.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { profileOfVehicles } from '../forces/convoy-limits.ts'
import { firstEngines, isFireStation, isOwnTier } from '../forces/fire-stations.ts'
import { isAway } from '../rules/hard/team-available.ts'
import { isVehicleServiceable } from '../rules/hard/vehicle-serviceable.ts'
import { townCentre, townNames } from '../staging/town-sites.ts'
import { createTravelService } from '../travel/create-travel-service.ts'
import type { RoadTravel } from '../travel/road-travel.ts'

/** A team that stands ready at home, with the vehicles that can go. */
export interface ReadyTeam {
  readonly team: TeamRow
  readonly vehicles: readonly VehicleRow[]
}

/**
 * Cover of each street against the 135 circle and the 15-minute circle on a day with nothing going on: everybody at home
 * who is not lent out and has people on duty, over open roads, by day and by night, to the street's centre. The same
 * travel, stations and times as a plan. Yields after each search of the network, so that whoever runs it stays free.
 */
export function* measureStreetCover(
  dataset: Dataset,
  parameters: Parameters,
  today: string,
): Generator<void, StreetCover[]> {
  const { assignment, readiness, travel } = parameters
  const ready = readyTeams(dataset, parameters, today)
  const engines = ready
    .filter(({ team, vehicles }) => isFireStation(team, vehicles, assignment))
    .map(({ team }) => team)
  const first = ready.filter(({ team }) => readiness.firstResponders.includes(team.type))
  const hours = [1, travel.nightFactor.value].map((factor) => openTravel(dataset, parameters, factor))
  const approximate = dataset.roadsSchematic || dataset.roads.length === 0
  const streets: StreetCover[] = []
  for (const town of townNames(dataset)) {
    const centre = townCentre(dataset, town)
    const isBuiltUp = assignment.builtUpTowns.includes(town)
    if (centre === null) {
      const both = { day: NOBODY, night: NOBODY }
      streets.push({ town, centre, isBuiltUp, ...both, meets135: null, meetsFireCircle: null, approximate: true })
      continue
    }
    const place = { lng: centre.lng, lat: centre.lat }
    const reaches: StreetReach[] = []
    for (const over of hours) {
      yield
      reaches.push({
        engine: firstEngine(engines, place, over, assignment.callHandlingS.value),
        first: yield* firstTeam(first, place, over, assignment.callHandlingS.value),
      })
    }
    const [byDay = NOBODY, byNight = NOBODY] = reaches
    const isIn135 = isWithin(readiness.turnOutLimitS.value, assignment.builtUpCoverS.value)
    streets.push({
      ...{ town, centre: place, isBuiltUp, day: byDay, night: byNight, approximate },
      meets135: isBuiltUp ? isIn135(byDay.first) && isIn135(byNight.first) : null,
      meetsFireCircle: reaches.every(({ engine }) => engine !== null && engine.etaS <= assignment.ruralCoverS.value),
    })
  }
  return streets
}

const NOBODY: StreetReach = { first: null, engine: null }

/** Travel over open roads on a day without wind or water; `factor` is multiplied onto every speed. */
export function openTravel({ roads }: Pick<Dataset, 'roads'>, { travel }: Parameters, factor: number): RoadTravel {
  return createTravelService({
    ...{ roads, parameters: travel, factor, closures: [] },
    ...{ flood: { rising: false, depthCm: null }, windSpeedMs: null, structuresUnchecked: false },
  })
}

/** The own teams that can leave home on a day, sorted by id. */
export function readyTeams(dataset: Dataset, { assignment }: Parameters, today: string): ReadyTeam[] {
  const vehiclesOf = groupBy(
    sortedBy(dataset.vehicles, (vehicle) => [vehicle.id]),
    (vehicle) => vehicle.teamId,
  )
  return sortedBy(dataset.teams, (team) => [team.id])
    .filter((team) => isOwnTier(team.tier) && team.onDuty > 0 && !isAway(team, today))
    .map((team) => ({
      team,
      vehicles: (vehiclesOf.get(team.id) ?? []).filter((vehicle) => isVehicleServiceable(vehicle, {}, assignment)),
    }))
}

function isWithin(turnOutLimitS: number, actionLimitS: number): (team: FirstArrival | null) => boolean {
  return (team) => team !== null && team.outS <= turnOutLimitS && team.etaS <= actionLimitS
}

function firstEngine(
  stations: readonly TeamRow[],
  place: LngLat,
  travel: RoadTravel,
  callHandlingS: number,
): FirstArrival | null {
  const [nearest] = firstEngines(stations, place, travel, callHandlingS)
  return nearest === undefined ? null : arrivalOf(nearest.team, nearest.etaS, callHandlingS)
}

/** The first of all teams, each with its own vehicles; those without any drive a light one, as in a plan. */
function* firstTeam(
  teams: readonly ReadyTeam[],
  place: LngLat,
  travel: RoadTravel,
  callHandlingS: number,
): Generator<void, FirstArrival | null> {
  const times: FirstArrival[] = []
  for (const { team, vehicles } of teams) {
    const profile = profileOfVehicles(travel, vehicles)
    if (profile.flies === true || profile.sails === true) continue
    const driveS = travel.reachTo(place, profile).durationS({ lng: team.lng, lat: team.lat })
    yield
    if (driveS !== null) times.push(arrivalOf(team, callHandlingS + team.turnoutS + driveS, callHandlingS))
  }
  return sortedBy(times, ({ etaS, teamId }) => [etaS, teamId])[0] ?? null
}

function arrivalOf({ id, name, phone, turnoutS }: TeamRow, etaS: number, callHandlingS: number): FirstArrival {
  return { teamId: id, name, phone, outS: callHandlingS + turnoutS, etaS }
}
