import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { StressResult } from '#shared/domain/stress.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import type { StressStep, StressSteps } from '#shared/planner/stress/stress-steps.ts'

/**
 * Makes the plans of a stress run one after the other. An incident that the planner refuses is a miss of the district and
 * goes on; being cancelled and bugs end the run.
 */
export async function runStress(
  steps: StressSteps,
  makePlan: (problem: PlanningProblem) => DispatchPlan | Promise<DispatchPlan>,
  onStep: (step: StressStep) => void = () => undefined,
): Promise<StressResult> {
  let next = steps.next()
  while (next.done !== true) {
    onStep(next.value)
    next = steps.next(await planOrNull(next.value.problem, makePlan))
  }
  return next.value
}

async function planOrNull(
  problem: PlanningProblem,
  makePlan: (problem: PlanningProblem) => DispatchPlan | Promise<DispatchPlan>,
): Promise<DispatchPlan | null> {
  try {
    return await makePlan(problem)
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') return null
    throw error
  }
}
