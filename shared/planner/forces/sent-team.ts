import type { VehicleRow } from '../../domain/dataset/tables.ts'
import type { Demand } from '../../domain/plan/force-plan.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import { arrivalOf, type Arrival } from './arrival.ts'
import type { AssignmentSolution, TeamLoadView } from './assignment-problem.ts'
import { profileOfVehicles } from './convoy-limits.ts'
import type { Approach, Approaches } from './destinations.ts'
import type { Candidate } from './screen-teams.ts'

/** A team in the plan with its final way: the slowest vehicle that really goes sets the pace. */
export interface SentTeam {
  readonly candidate: Candidate
  readonly load: TeamLoadView
  /** Null only for a team on scene that no road reaches. */
  readonly approach: Approach | null
  readonly arrival: Arrival
  /** Demands it fills with the units, most urgent first. */
  readonly fills: readonly { readonly demand: Demand; readonly units: number }[]
}

/** The chosen teams in order of arrival. */
export function settleTeams(
  problem: PlanningProblem,
  facts: StageValues['facts'],
  candidates: readonly Candidate[],
  solution: AssignmentSolution,
  ways: { readonly demand: readonly Demand[]; readonly approaches: Approaches; readonly travel: RoadTravel },
): SentTeam[] {
  const sent = candidates.flatMap((candidate): SentTeam[] => {
    const load = solution.loads.get(candidate.team.id)
    if (load === undefined || candidate.arrival === null) return []
    const approach = finalApproach(candidate, load, ways) ?? candidate.approach
    const arrival = approach === null ? candidate.arrival : arriveBy(problem, facts.nowS, candidate, approach)
    const fills = ways.demand.flatMap((demand) => {
      const units = load.takes.get(demand.id) ?? 0
      return units > 0 ? [{ demand, units }] : []
    })
    return [{ candidate, load, approach, arrival, fills: sortedBy(fills, (fill) => [fill.demand.byS, fill.demand.id]) }]
  })
  return sortedBy(sent, ({ arrival, candidate }) => [arrival.etaS, candidate.team.id])
}

/** The way of the vehicles that really go; null when they have none. */
export function finalApproach(
  candidate: Candidate,
  load: TeamLoadView,
  { approaches, travel }: { approaches: Approaches; travel: RoadTravel },
): Approach | null {
  const ids = new Set(load.vehicles.map(({ vehicle }) => vehicle.id))
  const going: VehicleRow[] = candidate.vehicles.filter((vehicle) => ids.has(vehicle.id))
  if (going.length === 0 && candidate.approach?.mode !== undefined) return candidate.approach
  return approaches.of(candidate.team, profileOfVehicles(travel, going))
}

/** When a team arrives by a way, from now or from when it left. */
export function arriveBy(
  problem: PlanningProblem,
  nowS: number,
  { team, rolling, calledS }: Candidate,
  approach: Approach,
): Arrival {
  return arrivalOf(
    {
      nowS,
      callHandlingS: problem.parameters.assignment.callHandlingS.value,
      turnoutS: team.turnoutS,
      driveS: approach.driveS,
    },
    rolling,
    calledS,
  )
}
