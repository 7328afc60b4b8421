import type { Assignment } from '../../domain/plan/force-plan.ts'
import type {
  AssignmentProblem,
  AssignmentSolution,
  ChoiceInForce,
  SolverTeam,
  TeamLoadView,
} from '../forces/assignment-problem.ts'
import { evaluateLoads } from '../forces/evaluate-assignment.ts'
import { isLawfulChoice } from '../forces/is-lawful-choice.ts'
import type { PlanInForce } from '../problem.ts'

/** What the plan in force binds the choice to; undefined for a first plan. `teams` are those in question now. */
export function choiceInForce(
  inForce: PlanInForce | undefined,
  teams: readonly SolverTeam[],
  forced: ReadonlySet<string>,
  changeS: number,
): ChoiceInForce | undefined {
  if (inForce === undefined) return undefined
  const known = new Set(teams.map((team) => team.id))
  const lines = inForce.plan.forcePlan.assignments.filter(({ teamId }) => known.has(teamId) && !forced.has(teamId))
  return {
    teamIds: new Set(lines.map(({ teamId }) => teamId)),
    fills: new Map(
      lines.map(({ teamId, fills }) => [teamId, new Set((fills ?? []).map(({ demandId }) => demandId))] as const),
    ),
    changeS,
  }
}

/**
 * The choice in force itself, where it is still lawful and the new one is no cheaper: of equally good choices people
 * keep the one they have, down to the vehicles and who does what.
 */
export function keepWhereEqual(
  problem: AssignmentProblem,
  inForce: PlanInForce | undefined,
  found: AssignmentSolution,
): AssignmentSolution {
  const loads = inForce === undefined ? null : loadsInForce(problem, inForce.plan.forcePlan.assignments)
  if (loads === null || !isLawfulChoice(problem, loads)) return found
  const kept = evaluateLoads(problem, loads)
  if (kept.objective > found.objective) return found
  if (kept.objective === found.objective || found.bound === null) return { ...found, ...kept }
  const gap = kept.objective <= found.bound ? 0 : (kept.objective - found.bound) / kept.objective
  return { ...found, ...kept, gap: Math.round(gap * 1e6) / 1e6, status: gap === 0 ? 'optimal' : 'feasible' }
}

/** Who goes with what by the plan in force; null when one of its teams or vehicles can no longer go. */
function loadsInForce(
  problem: AssignmentProblem,
  lines: readonly Assignment[],
): ReadonlyMap<string, TeamLoadView> | null {
  const teams = new Map(problem.teams.map((team) => [team.id, team]))
  const loads = new Map<string, TeamLoadView>()
  for (const line of lines) {
    const team = teams.get(line.teamId)
    const vehicles = line.vehicles.flatMap(({ id, crew }) => {
      const vehicle = team?.vehicles.find((own) => own.id === id)
      return vehicle === undefined ? [] : [{ vehicle, crew }]
    })
    const takes = new Map((line.fills ?? []).map(({ demandId, units }) => [demandId, units] as const))
    const isKnown = [...takes.keys()].every((id) => problem.demands.some((demand) => demand.id === id))
    const isNeeded = takes.size > 0 || problem.forced.has(line.teamId)
    if (team === undefined || vehicles.length < line.vehicles.length || !isKnown || !isNeeded) return null
    loads.set(team.id, { vehicles, personnel: line.personnel, takes })
  }
  return loads
}
