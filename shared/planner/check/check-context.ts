import type { PlanningProblem } from '../problem.ts'

/** What a plan is judged against: everything but the incident, which the plan carries itself. */
export type CheckContext = Omit<PlanningProblem, 'incident'>
