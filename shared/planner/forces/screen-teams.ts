import type { TeamRow, VehicleRow } from '../../domain/dataset/tables.ts'
import type { Demand } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Capability } from '../../domain/taxonomy.ts'
import { localParts } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { brigadeNeededAtHome, processTeamElsewhere, type PlantContext } from '../rules/hard/team-of-plant.ts'
import { teamUnavailable } from '../rules/hard/team-available.ts'
import { teamOutOfContact } from '../rules/hard/team-in-contact.ts'
import { isVehicleServiceable } from '../rules/hard/vehicle-serviceable.ts'
import { helicopterGrounded, isAirborne } from '../rules/hard/helicopter-grounded.ts'
import { isHeldByWind } from '../rules/hard/vehicle-wind-limit.ts'
import { vesselsAmongVehicles } from '../rules/hard/vessel-alone.ts'
import { volunteerInHotZone } from '../rules/hard/volunteer-not-in-hot-zone.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { arrivalOf, type Arrival } from './arrival.ts'
import { profileOfVehicles } from './convoy-limits.ts'
import type { Approach, Approaches } from './destinations.ts'
import { noWayReason, splitByPassage } from './road-block.ts'
import type { RollingTeam } from './match-responding.ts'
import type { UnderWay } from '../replan/match-under-way.ts'

/** One team judged for this incident. */
export interface Candidate {
  readonly team: TeamRow
  /** Vehicles that can go, sorted by id. */
  readonly vehicles: readonly VehicleRow[]
  /** Vehicles left behind because a closure or limit bars them while the others get through. */
  readonly stuck: readonly Reason[]
  /** Units that can go now: the team's total less what stands in the workshop or is held by wind. */
  readonly units: ReadonlyMap<Capability, number>
  readonly riding: ReadonlyMap<Capability, number>
  readonly rolling: RollingTeam | null
  /** When it was called and has not been seen leaving, epoch seconds. */
  readonly calledS: number | null
  readonly approach: Approach | null
  readonly arrival: Arrival | null
  /** Why it is not sent at all, or null. */
  readonly rejected: Reason | null
}

/** What screening rests on. */
export interface Screening {
  readonly problem: PlanningProblem
  readonly facts: StageValues['facts']
  readonly zones: StageValues['zones']
  readonly demand: readonly Demand[]
  readonly travel: RoadTravel
  readonly approaches: Approaches
  readonly underWay: Pick<UnderWay, 'rolling' | 'gone' | 'calledS'>
}

/**
 * Judges every team, sorted by id. A rolling team that the incident reports, that is on scene or past the point of no
 * return is not held back by a rule; only one that is lost, released or reported unavailable since is out.
 */
export function screenTeams(screening: Screening): Candidate[] {
  const { problem } = screening
  const vehiclesOf = groupBy(
    sortedBy(problem.dataset.vehicles, (vehicle) => [vehicle.id]),
    (vehicle) => vehicle.teamId,
  )
  return sortedBy(problem.dataset.teams, (team) => [team.id]).map((team) =>
    screenTeam(screening, team, vehiclesOf.get(team.id) ?? []),
  )
}

function screenTeam(screening: Screening, team: TeamRow, owned: readonly VehicleRow[]): Candidate {
  const { problem, facts } = screening
  const parameters = problem.parameters.assignment
  const rolling = screening.underWay.rolling.get(team.id) ?? null
  const serviceable = owned.filter((vehicle) => isVehicleServiceable(vehicle, problem.incident, parameters))
  const isAir = isAirborne(serviceable)
  const grounded = (arriveS: number | null): Reason | null =>
    rolling === null && isAir ? helicopterGrounded(team.name, facts, parameters, arriveS) : null
  const staysDown = !isAir && helicopterGrounded(team.name, facts, parameters, null) !== null
  const unlisted = vesselsAmongVehicles(team.name, serviceable)
  const able = serviceable.filter(
    ({ kind }) =>
      !isHeldByWind(kind, facts.wind.speedMs, parameters) &&
      !(kind === 'HELI' && staysDown) &&
      !(kind === 'FIREBOAT' && unlisted.length > 0),
  )
  const calledS = screening.underWay.calledS.get(team.id) ?? null
  const gone = screening.underWay.gone.get(team.id) ?? null
  const barred = gone ?? (rolling?.isReported === true ? null : rejectionOf(screening, team))
  const looksForWay = barred === null || rolling !== null
  const way: Way = looksForWay ? findWay(screening, team, able) : { vehicles: able, stuck: [], approach: null }
  const { vehicles, stuck, approach } = way
  const units = unitsOf(team, owned, vehicles)
  const times = { nowS: facts.nowS, turnoutS: team.turnoutS, callHandlingS: parameters.callHandlingS.value }
  const isThere = approach === null && rolling?.status === 'onScene'
  const arrival =
    approach === null && !isThere ? null : arrivalOf({ ...times, driveS: approach?.driveS ?? 0 }, rolling, calledS)
  const isFixed = rolling !== null && isPastReturn(screening, rolling, arrival)
  const rejected = isFixed ? (gone ?? teamUnavailableSince(screening, team, rolling)) : barred
  return {
    team,
    vehicles,
    stuck: [...unlisted, ...stuck],
    units,
    riding: subtract(units, vehicles),
    rolling,
    calledS,
    approach,
    arrival,
    rejected:
      rejected ??
      grounded(arrival?.arriveS ?? null) ??
      whyNoWay(screening, team, { vehicles: able, approach, arrival, rolling }),
  }
}

/** On scene, or so far on its way that turning round gains nothing (parameter `noReturnShare`). */
function isPastReturn({ problem, facts }: Screening, rolling: RollingTeam, arrival: Arrival | null): boolean {
  if (rolling.isReported || rolling.status === 'onScene') return true
  if (rolling.sinceS === null || arrival === null) return false
  const wayS = arrival.arriveS - arrival.departS
  return facts.nowS - arrival.departS >= problem.parameters.assignment.noReturnShare.value * wayS
}

/** A team under way by the plan in force that was reported unavailable after it had left. */
function teamUnavailableSince({ problem }: Screening, team: TeamRow, rolling: RollingTeam): Reason | null {
  return rolling.isReported || problem.incident.unavailable?.includes(`team:${team.id}`) !== true
    ? null
    : makeReason('team-unavailable', { team: team.name })
}

/** How a team gets there, with the vehicles that can. */
type Way = Pick<Candidate, 'vehicles' | 'stuck' | 'approach'>

/** The highest, heaviest and slowest vehicle decides for all; when it bars the way, the others go without it. */
function findWay({ travel, approaches, demand }: Screening, team: TeamRow, able: readonly VehicleRow[]): Way {
  const wayOf = (vehicles: readonly VehicleRow[]): Approach | null =>
    approaches.of(team, profileOfVehicles(travel, usefulOf(vehicles, demand)))
  const together = wayOf(able)
  if (together !== null || able.length < 2) return { vehicles: able, stuck: [], approach: together }
  const split = splitByPassage(team, able, approaches, { travel, to: approaches.meeting(team) })
  return split.passing.length === 0
    ? { vehicles: able, stuck: [], approach: null }
    : { vehicles: split.passing, stuck: split.stuck, approach: wayOf(split.passing) }
}

/** The vehicles that bring something asked for; without any the first one, so that somebody drives. */
function usefulOf(vehicles: readonly VehicleRow[], demand: readonly Demand[]): readonly VehicleRow[] {
  const useful = vehicles.filter((vehicle) => isUseful(vehicle, demand))
  return useful.length > 0 ? useful : vehicles.slice(0, 1)
}

/** No way at all, or only a way through a danger zone; who is rolling already is not held back by it. */
function whyNoWay(
  { travel, approaches, demand }: Screening,
  team: TeamRow,
  { vehicles, approach, arrival, rolling }: Pick<Candidate, 'vehicles' | 'approach' | 'arrival' | 'rolling'>,
): Reason | null {
  if (arrival === null)
    return noWayReason(team, travel, {
      to: approaches.meeting(team),
      profile: profileOfVehicles(travel, usefulOf(vehicles, demand)),
    })
  const isCutOff = rolling === null && approach?.avoidsZones === false
  return isCutOff ? makeReason('team-cut-off-by-zone', { team: team.name }) : null
}

function rejectionOf({ problem, facts, zones }: Screening, team: TeamRow): Reason | null {
  const context: PlantContext = {
    plants: problem.dataset.plants,
    scene: facts.scene,
    zones,
    parameters: problem.parameters.assignment,
  }
  return (
    teamUnavailable(team, problem.incident, localParts(facts.nowS, facts.offsetMin).date) ??
    teamLeftByOfficer(team, problem.inForce) ??
    teamOutOfContact(team, facts) ??
    processTeamElsewhere(team, context) ??
    brigadeNeededAtHome(team, context)
  )
}

function teamLeftByOfficer({ id, name }: TeamRow, inForce: PlanningProblem['inForce']): Reason | null {
  return inForce?.officerLeaves?.includes(id) === true ? makeReason('team-left-by-officer', { team: name }) : null
}

/** Why a team that may go cannot fill this demand, or null when it can. */
export function whyNotFor(candidate: Candidate, demand: Demand, latestAfterS: number): Reason | null {
  const { team, rejected, arrival } = candidate
  if (rejected !== null) return rejected
  const volunteer = volunteerInHotZone(team, demand)
  if (volunteer !== null) return volunteer
  if (!canProvide(candidate, demand)) {
    const vessel = unlistedVessel(candidate, demand)
    if (vessel !== null) return vessel
    return ownsWhat(team, demand)
      ? makeReason('team-kit-out-of-service', { team: team.name })
      : makeReason('team-lacks-capability', { team: team.name })
  }
  const etaS = arrival?.etaS ?? Infinity
  if (candidate.rolling === null && etaS > demand.byS + latestAfterS)
    return makeReason('team-too-late', { team: team.name, etaS, byS: demand.byS })
  return null
}

/** True when the team has what is asked for and it can go now. */
export function canProvide(candidate: Candidate, demand: Demand): boolean {
  if (demand.vehicleKind !== undefined) return candidate.vehicles.some((vehicle) => vehicle.kind === demand.vehicleKind)
  return demand.capability !== undefined && (candidate.units.get(demand.capability) ?? 0) > 0
}

/** The vessel that would fill a demand but is listed among road vehicles; null = none. */
export function unlistedVessel({ stuck }: Candidate, demand: Demand): Reason | null {
  const wantsVessel = demand.vehicleKind === 'FIREBOAT' || demand.capability === 'FIRE_SHIP'
  return wantsVessel ? (stuck.find(({ code }) => code === 'vessel-among-vehicles') ?? null) : null
}

function ownsWhat(team: TeamRow, demand: Demand): boolean {
  return team.capabilities.some((entry) => entry.capability === demand.capability)
}

/** A team's totals less the units of vehicles that cannot go. */
function unitsOf(team: TeamRow, owned: readonly VehicleRow[], able: readonly VehicleRow[]): Map<Capability, number> {
  const units = new Map(team.capabilities.map((entry) => [entry.capability, entry.quantity]))
  for (const vehicle of owned.filter((each) => !able.includes(each))) {
    for (const { capability, quantity } of vehicle.capabilities)
      units.set(capability, Math.max(0, (units.get(capability) ?? 0) - quantity))
  }
  return units
}

/** What is left when the vehicles' units are taken off: people and portable kit. */
function subtract(units: ReadonlyMap<Capability, number>, vehicles: readonly VehicleRow[]): Map<Capability, number> {
  const rest = new Map(units)
  for (const vehicle of vehicles) {
    for (const { capability, quantity } of vehicle.capabilities)
      rest.set(capability, Math.max(0, (rest.get(capability) ?? 0) - quantity))
  }
  return rest
}

function isUseful(vehicle: VehicleRow, demand: readonly Demand[]): boolean {
  return demand.some(
    (each) =>
      each.vehicleKind === vehicle.kind || vehicle.capabilities.some((entry) => entry.capability === each.capability),
  )
}
