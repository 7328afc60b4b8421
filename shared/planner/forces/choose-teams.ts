import type { Assignment, Demand } from '../../domain/plan/force-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem } from '../problem.ts'
import { choiceInForce, keepWhereEqual } from '../replan/keep-choice.ts'
import { isVolunteer } from '../rules/hard/volunteer-not-in-hot-zone.ts'
import type {
  AssignmentProblem,
  AssignmentSolution,
  AssignmentSolver,
  SolverDemand,
  SolverTeam,
} from './assignment-problem.ts'
import type { Coverage } from './coverage.ts'
import { NOBODY_RUNG, type RungTeams } from './first-due.ts'
import { openTiers } from './open-tiers.ts'
import { whyNotFor, type Candidate } from './screen-teams.ts'

/** All prices are whole seconds: a difference below one second is none. */
const PROVEN_BELOW = 0.99

/** Puts the choice into the solver's terms and solves it. */
export function chooseTeams(
  problem: PlanningProblem,
  demand: readonly Demand[],
  candidates: readonly Candidate[],
  coverage: Coverage,
  {
    firstDue,
    rung = NOBODY_RUNG,
    solve,
  }: { readonly firstDue: ReadonlySet<string>; readonly rung?: RungTeams; readonly solve: AssignmentSolver },
): AssignmentSolution {
  const open = openTiers(stateProblem(problem, demand, candidates, { coverage, firstDue, rung }))
  return keepWhereEqual(open, problem.inForce, solve(open))
}

/** The solver's problem: whole numbers, sorted by id, no domain objects. */
export function stateProblem(
  problem: PlanningProblem,
  demand: readonly Demand[],
  candidates: readonly Candidate[],
  {
    coverage,
    firstDue,
    rung = NOBODY_RUNG,
  }: { readonly coverage: Coverage; readonly firstDue: ReadonlySet<string>; readonly rung?: RungTeams },
): AssignmentProblem {
  const { assignment } = problem.parameters
  const forced = new Set(
    candidates
      .filter((candidate) => isForced(problem, candidate) || firstDue.has(candidate.team.id))
      .map((candidate) => candidate.team.id),
  )
  const teams = sortedBy(
    candidates.flatMap((candidate) =>
      toSolverTeam(problem, demand, candidate, {
        isForced: forced.has(candidate.team.id),
        rungFor: rung.get(candidate.team.id) ?? null,
      }),
    ),
    (team) => [team.id],
  )
  const known = new Set(teams.map((team) => team.id))
  const inForce = choiceInForce(problem.inForce, teams, forced, assignment.changePenaltyS.value)
  return {
    demands: sortedBy(demand, (each) => [each.byS, each.hotZone ? 0 : 1, each.id]).map(toSolverDemand),
    teams,
    forced,
    prices: {
      unmetS: assignment.unmetPenaltyS.value,
      lateWeight: assignment.lateWeight.value,
      teamUseS: assignment.teamUseS.value,
      vehicleUseS: assignment.vehicleUseS.value,
      tierS: assignment.tierPenaltyS.value,
      volunteerS: assignment.volunteerPenaltyS.value,
      exposedTownS: assignment.exposedTownPenaltyS.value,
    },
    lateToleranceS: assignment.lateToleranceS.value,
    searchSteps: assignment.searchSteps.value,
    // A station that is not in question stays at home and keeps its towns.
    towns: coverage.towns.filter(({ stationIds }) => stationIds.every((id) => known.has(id))),
    limits: {
      relativeGap: assignment.solverGap.value,
      absoluteGap: PROVEN_BELOW,
      maxNodes: assignment.solverNodes.value,
      guardMs: assignment.solverGuardMs.value,
    },
    ...(inForce === undefined ? {} : { inForce }),
  }
}

/** Rolling teams, teams that take post in their own street for this type of incident, and those in force that are to stay. */
export function isForced(problem: PlanningProblem, { team, rolling, rejected }: Candidate): boolean {
  return rejected === null && (rolling !== null || isKept(problem, team.id) || isMobilised(problem, team))
}

/** True when the team stands in the plan in force and is not to be taken back. */
function isKept(problem: PlanningProblem, teamId: string): boolean {
  const { inForce } = problem
  const isBound = inForce?.keepAll === true || inForce?.officerKeeps?.includes(teamId) === true
  return isBound && lineInForce(problem, teamId) !== undefined
}

/** The line of a team in the plan in force. */
function lineInForce({ inForce }: PlanningProblem, teamId: string): Assignment | undefined {
  return inForce?.plan.forcePlan.assignments.find((line) => line.teamId === teamId)
}

/** True when every team of this type takes post in its own street for this type of incident. */
export function isMobilised({ incident, parameters }: PlanningProblem, team: Candidate['team']): boolean {
  return (
    parameters.assignment.mobilisedTypes.includes(incident.type) &&
    parameters.assignment.mobilisedTeams.includes(team.type)
  )
}

function toSolverDemand(demand: Demand): SolverDemand {
  return {
    id: demand.id,
    capability: demand.vehicleKind === undefined ? (demand.capability ?? null) : null,
    vehicleKind: demand.vehicleKind ?? null,
    quantity: demand.quantity,
    byS: demand.byS,
  }
}

/**
 * A mobilised team sends all it can man; a team of the plan in force that must stay what it was told to bring; a rolling
 * or first-due station its first engine and its rescue vehicle; whoever is rung for something the first vehicle that
 * brings it.
 */
function alwaysSent(
  problem: PlanningProblem,
  { team, vehicles, rolling }: Candidate,
  rungFor: string | null,
): ReadonlySet<string> {
  if (isMobilised(problem, team)) return new Set(vehicles.map((vehicle) => vehicle.id))
  const line = rolling !== null || isKept(problem, team.id) ? lineInForce(problem, team.id) : undefined
  if (line !== undefined) return new Set(line.vehicles.map((vehicle) => vehicle.id))
  const engine = vehicles.find((vehicle) => problem.parameters.assignment.engineKinds.includes(vehicle.kind))
  const rescue = vehicles.find((vehicle) => vehicle.kind === 'RESCUE')
  const asked = vehicles.find((vehicle) => vehicle.capabilities.some(({ capability }) => capability === rungFor))
  const isStation = rungFor === null || team.type === 'GOV_FT' || team.type === 'NFR'
  const first = isStation ? [engine, rescue, asked] : [asked ?? engine ?? rescue]
  return new Set(first.flatMap((vehicle) => vehicle?.id ?? []))
}

function toSolverTeam(
  problem: PlanningProblem,
  demand: readonly Demand[],
  candidate: Candidate,
  { isForced: isForcedTeam, rungFor }: { readonly isForced: boolean; readonly rungFor: string | null },
): SolverTeam[] {
  const { tierGroups, latestAfterS } = problem.parameters.assignment
  const { team, arrival } = candidate
  const mayFill = demand
    .filter((each) => whyNotFor(candidate, each, latestAfterS.value) === null)
    .map((each) => each.id)
  if (arrival === null || (mayFill.length === 0 && !isForcedTeam)) return []
  const group = tierGroups.findIndex((tiers) => tiers.includes(team.tier))
  return [
    {
      id: team.id,
      etaS: arrival.etaS,
      onDuty: team.onDuty,
      tierGroup: group < 0 ? tierGroups.length : group,
      isVolunteer: isVolunteer(team),
      vehicles: candidate.vehicles.map((vehicle) => ({
        id: vehicle.id,
        kind: vehicle.kind,
        crew: vehicle.crew,
        units: new Map(vehicle.capabilities.map((entry) => [entry.capability, entry.quantity])),
      })),
      riding: candidate.riding,
      mayFill: new Set(mayFill),
      alwaysSends: alwaysSent(problem, candidate, rungFor),
      engines: new Set(
        candidate.vehicles
          .filter((vehicle) => problem.parameters.assignment.engineKinds.includes(vehicle.kind))
          .map((vehicle) => vehicle.id),
      ),
    },
  ]
}
