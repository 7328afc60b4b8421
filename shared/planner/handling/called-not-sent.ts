import type { FirstOrder } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { ForceAndMovement, PlanningProblem } from '../problem.ts'
import { makeFinding } from '../reason.ts'

/**
 * Teams that were rung in the first minutes by straight line but are not in the force plan once roads were reckoned:
 * somebody must tell them to hold or to turn back, so that no team rolls unseen.
 */
export function calledNotSent(
  { dataset }: Pick<PlanningProblem, 'dataset'>,
  firstOrders: readonly FirstOrder[],
  { force }: ForceAndMovement,
): Finding[] {
  const sent = new Set(force.assignments.map((row) => row.teamName))
  const teams = new Set(dataset.teams.map((team) => team.name))
  const extra = [...new Set(firstOrders.map((order) => order.call))].filter(
    (call) => teams.has(call) && !sent.has(call),
  )
  return extra.length === 0 ? [] : [makeFinding('called-not-sent', 'warn', 'firstOrders', { teams: extra })]
}
