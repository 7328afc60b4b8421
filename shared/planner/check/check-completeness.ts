import { makeFinding } from '../reason.ts'
import type { PlanCheck } from './check-rule.ts'

/** No required list may be empty unless the plan says why. */
export const checkCompleteness: PlanCheck = ({ plan }) => {
  const { forcePlan, handlingPlan } = plan
  const actions = handlingPlan.phases.flatMap((phase) => phase.actions)
  const required: readonly [string, number][] = [
    ['firstOrders', plan.firstOrders.length],
    ['forcePlan.demand', forcePlan.demand.length],
    ['forcePlan.assignments', forcePlan.assignments.length + forcePlan.shortfalls.length],
    ['movementPlan.movements', plan.movementPlan.movements.length + forcePlan.shortfalls.length],
    ['handlingPlan.phases', handlingPlan.phases.length],
    ['handlingPlan.mustNot', handlingPlan.mustNot.length],
    ['handlingPlan.communications', handlingPlan.communications.length],
    ['handlingPlan.withdrawal.triggers', handlingPlan.withdrawal.triggers.length],
    ['headquarters.administrative.posts', plan.headquarters.administrative.posts.length],
    ['headquarters.tactical.posts', plan.headquarters.tactical.posts.length],
    ['reports', plan.reports.filter((report) => report.kind === 'initial').length],
    ['handlingPlan.actions.administrative', actions.filter((action) => action.hq === 'administrative').length],
    ['handlingPlan.actions.tactical', actions.filter((action) => action.hq === 'tactical').length],
    [
      'handlingPlan.evacuation',
      handlingPlan.evacuation.assignments.length +
        handlingPlan.evacuation.shortfalls.length +
        handlingPlan.evacuation.note.length,
    ],
  ]
  return required
    .filter(([, length]) => length === 0)
    .map(([where]) => makeFinding('list-empty', 'block', where, { list: where }))
}
