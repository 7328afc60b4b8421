import { sortedBy } from '../../kernel/order.ts'
import type { FirstOrder } from '../../domain/plan/dispatch-plan.ts'
import type { Demand } from '../../domain/plan/force-plan.ts'
import type { Grading, PlanningProblem } from '../problem.ts'
import { isAreaIncident } from '../staging/choose-staging.ts'
import { canProvide, type Candidate } from './screen-teams.ts'

/**
 * The nearest fire stations of the district go to every scene at once, as many as the alarm grade asks for (one without
 * a grade), with the brigade and the process team of the plant where it happened. Incidents over a wide area have no first-due station.
 * Teams rung in the first minutes go in any case: what was rung is sent, unless a hard rule keeps the team back.
 */
export function findFirstDue(
  problem: PlanningProblem,
  alarm: Grading['alarm'],
  demand: readonly Demand[],
  candidates: readonly Candidate[],
  rung: RungTeams = NOBODY_RUNG,
): ReadonlySet<string> {
  const called = candidates
    .filter(({ team, rejected, arrival }) => rung.has(team.id) && rejected === null && arrival !== null)
    .map(({ team }) => team.id)
  if (isAreaIncident(problem)) return new Set(called)
  const { stationsByFireGrade, stationsByRescueGrade, engineKinds } = problem.parameters.assignment
  const byGrade = alarm?.kind === 'rescue' ? stationsByRescueGrade : stationsByFireGrade
  const wanted = byGrade[(alarm?.grade ?? 1) - 1]?.value ?? 1
  const stations = candidates.filter(
    ({ team, vehicles, arrival, rejected }) =>
      rejected === null &&
      arrival !== null &&
      (team.type === 'GOV_FT' || team.type === 'NFR') &&
      (team.tier === 'district' || team.tier === 'street') &&
      vehicles.some((vehicle) => engineKinds.includes(vehicle.kind)),
  )
  // A station that was first due stays so unless another is nearer by more than a change costs.
  const wasDue = new Set(
    (problem.inForce?.plan.forcePlan.assignments ?? [])
      .filter(({ reasons }) => reasons.some(({ code }) => code === 'team-first-due'))
      .map(({ teamId }) => teamId),
  )
  const leadS = problem.parameters.assignment.changePenaltyS.value
  const nearest = sortedBy(stations, ({ team, arrival }) => [
    (arrival?.etaS ?? 0) - (wasDue.has(team.id) ? leadS : 0),
    team.id,
  ]).slice(0, wanted)
  const onSite = candidates.filter(({ approach, rejected }) => rejected === null && approach?.isOnSite === true)
  const due = [...nearest, ...onSite, ...findBrigade(problem, alarm, demand, candidates)].map(({ team }) => team.id)
  return new Set([...due, ...called])
}

/** Teams rung in the first minutes, each with the capability it was rung for (null = for whatever it brings). */
export type RungTeams = ReadonlyMap<string, string | null>

/** Nobody was rung yet. */
export const NOBODY_RUNG: RungTeams = new Map()

/** The teams behind the first orders. */
export function rungTeams(orders: readonly FirstOrder[]): RungTeams {
  return new Map(
    orders.flatMap(({ teamId, capability }) => (teamId === undefined ? [] : [[teamId, capability ?? null] as const])),
  )
}

/** From a certain grade on, the enterprise brigade with most of the hot-zone kit, the nearest of several. */
function findBrigade(
  { parameters }: PlanningProblem,
  alarm: Grading['alarm'],
  demand: readonly Demand[],
  candidates: readonly Candidate[],
): Candidate[] {
  if ((alarm?.grade ?? 0) < parameters.assignment.brigadeFromGrade.value) return []
  const hot = demand.filter((each) => each.hotZone)
  const able = candidates.flatMap((candidate) => {
    const isFree = candidate.team.type === 'ENT_FT' && candidate.rejected === null && candidate.arrival !== null
    const count = isFree ? hot.filter((each) => canProvide(candidate, each)).length : 0
    return count > 0 ? [{ candidate, count }] : []
  })
  return sortedBy(able, ({ candidate, count }) => [-count, candidate.arrival?.etaS ?? 0, candidate.team.id])
    .slice(0, 1)
    .map(({ candidate }) => candidate)
}
