import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM, isInside, type LngLat, type Polygon } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { Route, VehicleProfile } from '../graph/travel.ts'
import { distanceFromAreasM, ownAreas } from '../situation/own-areas.ts'
import {
  describeLanding,
  describeTownSite,
  landingPlace,
  substituteTown,
  townCentre,
  type Substitute,
} from '../staging/town-sites.ts'
import { passInTime, type TimedWay } from '../travel/pass-in-time.ts'
import type { RoadTravel } from '../travel/road-travel.ts'

/** Where a team is sent; `area` null = straight to the scene, because no lawful waiting place exists. */
export interface Destination {
  readonly area: StagingArea | null
  readonly point: LngLat
}

/** How a team gets to its destination. */
export interface Approach {
  readonly destination: Destination
  readonly driveS: number
  readonly profile: VehicleProfile
  /** False when only a way through a danger zone exists, e.g. from a base inside it. */
  readonly avoidsZones: boolean
  /** True for the plant's own people: they are there and stay where they are. */
  readonly isOnSite: boolean
  /** The roads it was looked for on. */
  readonly travel: RoadTravel | null
  /** Closures driven past before or after their window. */
  readonly timed: TimedWay['passed']
  /** Absent = by road. */
  readonly mode?: 'air' | 'water'
  /** What has to be known about the way besides its roads. */
  readonly remarks?: readonly Reason[]
  route(): Route | null
}

/** Finds where each team goes and how long it drives. */
export interface Approaches {
  of(team: TeamRow, profile: VehicleProfile): Approach | null
  /** Where a team is expected, whether or not a road leads there. */
  meeting(team: TeamRow): LngLat
}

/** When a team leaves, epoch seconds; a way over roads with a closing time depends on it. */
export interface Departures {
  departS(team: TeamRow): number
  readonly marginS: number
  /** Longest detour driven to keep off bridges and tunnels that nobody has checked. */
  readonly uncheckedDetourS: number
}

/** The roads of one plan: those clear of danger zones, all of them, and the zones themselves. */
export interface Ways {
  readonly guarded: RoadTravel
  readonly open: RoadTravel
  readonly dangers: readonly Polygon[]
  /** Where teams stop when no place is lawful: outside every zone; null = nothing is known but the scene. */
  readonly holdingPoint: LngLat | null
  /** True for teams of the plant where the incident is. */
  isOnSite(team: TeamRow): boolean
  readonly departures: Departures
}

/**
 * Teams go to the nearest of the staging areas; without one, to the holding point. A team based inside a danger zone,
 * or cut off by one, has only a way through it: such an approach is marked.
 */
export function approachScene(
  scene: LngLat,
  areas: readonly StagingArea[],
  { guarded, open, dangers, holdingPoint, isOnSite, departures }: Ways,
): Approaches {
  const staging = areas.filter((area) => area.kind === 'staging')
  const destinations: Destination[] =
    staging.length === 0
      ? [{ area: null, point: holdingPoint ?? scene }]
      : staging.map((area) => ({ area, point: area.location }))
  const startsInside = (team: TeamRow): boolean =>
    dangers.some((zone) => isInside({ lng: team.lng, lat: team.lat }, zone))
  const throughZones = (team: TeamRow, profile: VehicleProfile): Approach | null =>
    nearest(destinations.flatMap((to) => approachBy(open, departures, team, profile, to, false)))
  return {
    meeting: (team) => nearestPoint(team, destinations) ?? scene,
    of: (team, profile) => {
      if (isOnSite(team)) return stayOnSite(team, profile)
      if (staging.length === 0 && holdingPoint === null)
        return nearest(destinations.flatMap((to) => approachBy(open, departures, team, profile, to, true)))
      if (startsInside(team)) return throughZones(team, profile)
      const around = destinations.flatMap((to) => approachBy(guarded, departures, team, profile, to, true))
      return nearest(around) ?? throughZones(team, profile)
    },
  }
}

function nearestPoint(team: TeamRow, destinations: readonly Destination[]): LngLat | null {
  const ordered = sortedBy(destinations, ({ point, area }) => [Math.round(distanceM(team, point)), area?.id ?? ''])
  return ordered[0]?.point ?? null
}

function stayOnSite(team: TeamRow, profile: VehicleProfile): Approach {
  const home = { lng: team.lng, lat: team.lat }
  const position = [home.lng, home.lat]
  const route: Route = {
    distanceM: 0,
    durationS: 0,
    geometry: { type: 'LineString', coordinates: [position, [...position]] },
    roads: [],
    roadIds: [],
    steps: [],
    approximate: false,
  }
  return {
    destination: { area: null, point: home },
    driveS: 0,
    profile,
    avoidsZones: true,
    isOnSite: true,
    travel: null,
    timed: [],
    route: () => route,
  }
}

function nearest(found: readonly Approach[]): Approach | null {
  return sortedBy(found, (approach) => [approach.driveS, approach.destination.area?.id ?? ''])[0] ?? null
}

/**
 * The way by roads that are sound and open; over unchecked bridges only when the way round is too long, past a closure
 * only when the team gets there outside its window and is there sooner.
 */
function approachBy(
  travel: RoadTravel,
  departures: Departures,
  team: TeamRow,
  profile: VehicleProfile,
  destination: Destination,
  avoidsZones: boolean,
): Approach[] {
  const home = { lng: team.lng, lat: team.lat }
  const roads = soundRoads(travel, departures.uncheckedDetourS, home, profile, destination.point)
  const reach = roads.reachTo(destination.point, profile)
  const driveS = reach.durationS(home)
  const common = { destination, profile, avoidsZones, isOnSite: false }
  const timed = passInTime(roads, {
    from: home,
    to: destination.point,
    profile,
    departS: departures.departS(team),
    marginS: departures.marginS,
  })
  if (timed !== null && timed.passed.length > 0 && (driveS === null || timed.route.durationS < driveS)) {
    const { route, passed } = timed
    return [{ ...common, driveS: route.durationS, travel: roads, timed: passed, route: () => route }]
  }
  return driveS === null ? [] : [{ ...common, driveS, travel: roads, timed: [], route: () => reach.route(home) }]
}

function soundRoads(
  travel: RoadTravel,
  detourS: number,
  home: LngLat,
  profile: VehicleProfile,
  point: LngLat,
): RoadTravel {
  const checked = travel.keepingOffUnchecked()
  if (checked === travel) return travel
  const aroundS = checked.reachTo(point, profile).durationS(home)
  const straightS = travel.reachTo(point, profile).durationS(home)
  return aroundS !== null && straightS !== null && aroundS <= straightS + detourS ? checked : travel
}

/**
 * Teams of a street that is touched go to their own street, the others to the street of the scene; for an incident at sea
 * all go to the berth where people are landed. While no road leads into the street of the scene they assemble in the nearest
 * street that has roads.
 */
export function approachTowns(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'scene' | 'town' | 'cutOffTowns'>,
  travel: RoadTravel,
  departures: Departures,
): Approaches {
  const { scene } = facts
  const substitute = substituteTown(problem, facts)
  const sceneTown = substitute?.town ?? facts.town
  const destinations = new Map<string, Destination>()
  const touched = touchedTowns(problem, scene)
  const berth = problem.incident.type === 'maritime' ? landingPlace(problem.dataset, scene) : null
  const ashore: Destination | null = berth === null ? null : { area: describeLanding(berth, scene), point: berth }
  const destinationOf = (town: string | null): Destination => {
    const known = destinations.get(town ?? '')
    if (known !== undefined) return known
    const centre = town === null ? null : townCentre(problem.dataset, town)
    const made: Destination =
      town === null || centre === null
        ? { area: null, point: scene }
        : { area: withSubstitute(describeTownSite(town, centre, scene), substitute, town), point: centre }
    destinations.set(town ?? '', made)
    return made
  }
  const expectedAt = (team: TeamRow): Destination => {
    const staysHome = team.tier === 'street' && team.town !== '' && (touched === null || touched.has(team.town))
    return ashore ?? destinationOf(staysHome ? team.town : sceneTown)
  }
  return {
    meeting: (team) => expectedAt(team).point,
    of: (team, profile) => approachBy(travel, departures, team, profile, expectedAt(team), true)[0] ?? null,
  }
}

/** Says on the assembly place itself that it stands in for a street that no road leads into. */
function withSubstitute(area: StagingArea, substitute: Substitute | null, town: string): StagingArea {
  if (substitute?.town !== town) return area
  return { ...area, basis: [...area.basis, makeReason('staging-town-substitute', { town, lost: substitute.lost })] }
}

/** Streets an area incident touches; null = all of them. */
function touchedTowns({ incident, dataset, parameters }: PlanningProblem, scene: LngLat): ReadonlySet<string> | null {
  const { localAreaTypes, localAreaReachM } = parameters.staging
  if (!localAreaTypes.includes(incident.type)) return null
  const reachM = Math.max(localAreaReachM.value, incident.location.uncertaintyM ?? 0)
  const near = ownAreas(dataset).filter(
    (area) => area.level === 'town' && (distanceFromAreasM(scene, [area]) ?? Infinity) <= reachM,
  )
  return new Set(near.map((area) => area.name))
}
