import { sortedBy } from '../../kernel/order.ts'
import type { AssignmentProblem, SolverTeam } from './assignment-problem.ts'
import { TeamLoad } from './team-load.ts'

/** The nearest useful team again and again until each demand is met: the yardstick every other method must beat. */
export function chooseNearest(problem: AssignmentProblem, open: readonly SolverTeam[]): ReadonlySet<string> {
  const ordered = sortedBy(open, (team) => [team.isVolunteer ? 1 : 0, team.etaS, team.id])
  const loads = new Map(ordered.map((team) => [team.id, new TeamLoad(team)]))
  const chosen = new Set<string>()
  for (const demand of problem.demands) {
    let missing = demand.quantity
    for (const team of ordered) {
      if (missing === 0 || (team.isVolunteer && missing === demand.quantity)) break
      const taken = loads.get(team.id)?.take(demand, missing) ?? 0
      if (taken > 0) chosen.add(team.id)
      missing -= taken
    }
  }
  return chosen
}
