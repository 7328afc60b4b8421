import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { first, type Edit } from './edited-plan.ts'

/** Paths of the lines and of the people of an evacuation inside a plan. */
export const LINES = 'handlingPlan.evacuation.assignments'
export const PEOPLE = 'handlingPlan.evacuation.population'

/** One line of an evacuation. */
export type Move = DispatchPlan['handlingPlan']['evacuation']['assignments'][number]

/** Writes something else into the first line of the evacuation. */
export const move =
  (change: Partial<Move>): Edit =>
  (plan) => {
    Object.assign(first(plan.handlingPlan.evacuation.assignments), change)
    return undefined
  }
