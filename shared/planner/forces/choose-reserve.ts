import type { Demand, ForcePlan } from '../../domain/plan/force-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { canProvide, type Candidate } from './screen-teams.ts'

/** The nearest fresh team that could take over the work, and the second wave of social forces for wide-area incidents. */
export function chooseReserve(
  problem: PlanningProblem,
  demand: readonly Demand[],
  candidates: readonly Candidate[],
  sentIds: ReadonlySet<string>,
): ForcePlan['reserve'] {
  const { mobilisedTypes, secondWaveTeams } = problem.parameters.assignment
  const fresh = candidates.filter(
    ({ team, arrival, rejected }) => rejected === null && arrival !== null && !sentIds.has(team.id),
  )
  const useful = fresh.filter(
    (candidate) => isProfessional(candidate) && demand.some((each) => canProvide(candidate, each)),
  )
  const stations = useful.filter(({ team }) => team.type !== 'PRO')
  const pools = [stations, useful, fresh.filter((candidate) => isProfessional(candidate))]
  const nearest = byArrival(pools.find((pool) => pool.length > 0) ?? []).slice(0, 1)
  const secondWave = mobilisedTypes.includes(problem.incident.type)
    ? byArrival(fresh.filter(({ team }) => secondWaveTeams.includes(team.type)))
    : []
  return [
    ...nearest.map((candidate) => lineOf(candidate, 'reserve-nearest-fresh')),
    ...secondWave.map((candidate) => lineOf(candidate, 'reserve-second-wave')),
  ]
}

function isProfessional({ team }: Candidate): boolean {
  return team.type === 'NFR' || team.type === 'GOV_FT' || team.type === 'ENT_FT' || team.type === 'PRO'
}

function byArrival(candidates: readonly Candidate[]): Candidate[] {
  return sortedBy(candidates, ({ arrival, team }) => [arrival?.etaS ?? 0, team.id])
}

function lineOf({ team, arrival }: Candidate, code: string): ForcePlan['reserve'][number] {
  return {
    teamId: team.id,
    teamName: team.name,
    etaS: arrival?.etaS ?? 0,
    phone: team.phone,
    reasons: [makeReason(code, { team: team.name })],
  }
}
