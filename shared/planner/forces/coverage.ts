import type { ForcePlan } from '../../domain/plan/force-plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { townCentre, townNames } from '../staging/town-sites.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import type { SolverTown, TeamLoadView } from './assignment-problem.ts'
import { keepsAnEngine, type Station } from './exposed-towns.ts'
import { firstEngines, isFireStation } from './fire-stations.ts'
import type { Candidate } from './screen-teams.ts'

type Row = ForcePlan['coverageLeft'][number]

/** Fire cover of the streets: seconds from the call until the first engine. */
export interface Coverage {
  /** Streets within the target while everybody is at home, with the stations that keep them there. */
  readonly towns: readonly SolverTown[]
  rows(loads: ReadonlyMap<string, TeamLoadView>): Row[]
}

interface TownCover {
  readonly town: string
  readonly targetS: number
  /** Stations by arrival. */
  readonly stations: readonly { readonly teamId: string; readonly etaS: number }[]
}

/** Cover by stations with an engine (national, government and enterprise) of the district and its streets. */
export function measureCoverage(
  problem: PlanningProblem,
  candidates: readonly Candidate[],
  travel: RoadTravel,
): Coverage {
  const stations = candidates.filter((candidate) => isStation(candidate, problem))
  const byId = new Map(stations.map((candidate) => [candidate.team.id, stationOf(candidate, problem)]))
  const towns = townNames(problem.dataset).flatMap((town) => coverTown(problem, town, stations, travel))
  const first = (
    cover: TownCover,
    loads: ReadonlyMap<string, TeamLoadView> | null,
  ): { teamId: string; etaS: number } | null =>
    cover.stations.find(({ teamId }) => loads === null || keepsAnEngine(byId.get(teamId), loads.get(teamId))) ?? null
  return {
    towns: towns.flatMap(({ town, targetS, stations: near }) => {
      const within = near.filter(({ etaS }) => etaS <= targetS)
      return within.length === 0 ? [] : [{ town, stationIds: within.map(({ teamId }) => teamId) }]
    }),
    rows: (loads) => towns.map((cover) => rowOf(cover, first(cover, null), first(cover, loads))),
  }
}

function isStation({ team, vehicles, rejected }: Candidate, { parameters }: PlanningProblem): boolean {
  return !AWAY_CODES.has(rejected?.code ?? '') && isFireStation(team, vehicles, parameters.assignment)
}

/** Why a station does not stand ready at home. */
const AWAY_CODES: ReadonlySet<string> = new Set([
  'team-unavailable',
  'team-nobody-on-duty',
  'team-lost',
  'team-away',
  'team-no-contact',
])

function coverTown(
  problem: PlanningProblem,
  town: string,
  stations: readonly Candidate[],
  travel: RoadTravel,
): TownCover[] {
  const centre = townCentre(problem.dataset, town)
  if (centre === null) return []
  const { callHandlingS, builtUpTowns, builtUpCoverS, ruralCoverS } = problem.parameters.assignment
  const teams = stations.map(({ team }) => team)
  const times = firstEngines(teams, centre, travel, callHandlingS.value)
  const targetS = builtUpTowns.includes(town) ? builtUpCoverS.value : ruralCoverS.value
  return [{ town, targetS, stations: times.map(({ team, etaS }) => ({ teamId: team.id, etaS })) }]
}

function stationOf({ team, vehicles }: Candidate, { parameters }: PlanningProblem): Station {
  const engines = vehicles.filter((vehicle) => parameters.assignment.engineKinds.includes(vehicle.kind))
  return { onDuty: team.onDuty, vehicles, engines: new Set(engines.map((vehicle) => vehicle.id)) }
}

function isWithin(first: { etaS: number } | null, targetS: number): boolean {
  return first !== null && first.etaS <= targetS
}

function rowOf(cover: TownCover, before: { etaS: number } | null, after: { teamId: string; etaS: number } | null): Row {
  return {
    area: cover.town,
    beforeS: before?.etaS ?? null,
    afterS: after?.etaS ?? null,
    teamId: after?.teamId ?? null,
    targetS: cover.targetS,
    met: isWithin(after, cover.targetS),
  }
}
