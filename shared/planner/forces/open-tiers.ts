import { addCheapest } from './add-cheapest.ts'
import type { AssignmentProblem, SolverDemand, SolverTeam } from './assignment-problem.ts'
import { evaluateTeams } from './evaluate-assignment.ts'

/** How far a demand is opened: every tier up to `group` within the tolerance, up to `lateGroup` however late. */
interface Opening {
  readonly group: number
  readonly lateGroup: number
}

/**
 * Opens the tiers demand by demand: a farther tier may fill a demand only when the nearer ones cannot cover it within
 * the tolerated lateness; teams later than that come last, again nearest tier first. Whether they cover is found by
 * adding the cheapest teams. Teams that come in any case may fill whatever they can; teams in force what they fill now.
 */
export function openTiers(problem: AssignmentProblem): AssignmentProblem {
  const groups = [...new Set(problem.teams.map((team) => team.tierGroup))].sort((a, b) => a - b)
  const steps = [
    ...groups.map((group): Opening => ({ group, lateGroup: -1 })),
    ...groups.map((lateGroup): Opening => ({ group: groups.at(-1) ?? 0, lateGroup })),
  ]
  const reached = new Map(problem.demands.map((demand) => [demand.id, 0]))
  for (;;) {
    const open = restrict(problem, (team, demand) => isOpen(problem, steps[reached.get(demand.id) ?? 0], team, demand))
    const { missing } = evaluateTeams(open, addCheapest(open))
    const wider = problem.demands.filter((demand) => {
      if (!missing.has(demand.id)) return false
      const next = nextStep(problem, steps, reached.get(demand.id) ?? 0, demand)
      if (next !== null) reached.set(demand.id, next)
      return next !== null
    })
    if (wider.length === 0) return open
  }
}

/** The next step that lets another team in, or null. */
function nextStep(
  problem: AssignmentProblem,
  steps: readonly Opening[],
  from: number,
  demand: SolverDemand,
): number | null {
  const able = problem.teams.filter((team) => !problem.forced.has(team.id) && team.mayFill.has(demand.id))
  const count = (step: number): number => able.filter((team) => isOpen(problem, steps[step], team, demand)).length
  const now = count(from)
  for (let step = from + 1; step < steps.length; step += 1) if (count(step) > now) return step
  return null
}

function isOpen(
  { lateToleranceS }: AssignmentProblem,
  opening: Opening | undefined,
  team: SolverTeam,
  { byS }: SolverDemand,
): boolean {
  if (opening === undefined) return true
  if (team.tierGroup <= opening.lateGroup) return true
  return team.tierGroup <= opening.group && team.etaS - byS <= lateToleranceS
}

/** The same problem with fewer teams allowed per demand. */
function restrict(
  problem: AssignmentProblem,
  mayFill: (team: SolverTeam, demand: SolverDemand) => boolean,
): AssignmentProblem {
  return {
    ...problem,
    teams: problem.teams.map((team) => {
      if (problem.forced.has(team.id)) return team
      const open = problem.demands.filter(
        (demand) =>
          team.mayFill.has(demand.id) &&
          (mayFill(team, demand) || problem.inForce?.fills.get(team.id)?.has(demand.id) === true),
      )
      return { ...team, mayFill: new Set(open.map((demand) => demand.id)) }
    }),
  }
}
