/** Where a version of a contingency plan stands: 草稿, 送审, 已批准, 已备案, 已废止或被取代. */
export const PLAN_STATES = ['draft', 'review', 'approved', 'filed', 'superseded'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** Where a version came from: with the program, written here, read from a file, brought by a data set. */
export const PLAN_ORIGINS = ['shipped', 'local', 'imported', 'dataset'] as const
export type PlanOrigin = (typeof PLAN_ORIGINS)[number]

/** What was done to a version. */
export const PLAN_CHANGES = ['created', 'saved', 'submitted', 'withdrawn', 'approved', 'filed', 'superseded'] as const
export type PlanChange = (typeof PLAN_CHANGES)[number]

/** States in which a version is run by the planner; the newest of each plan counts. */
export const RUNNING_STATES: readonly PlanState[] = ['approved', 'filed']

/** Something wrong in the text of a plan: where it stands (line and column from 1), which field, and what to do. */
export interface PlanTextProblem {
  readonly code: 'plan-invalid' | 'plan-formula-invalid'
  readonly line: number
  readonly column: number
  /** Dotted path of the field; empty for the whole text. */
  readonly path: string
  readonly value: string
  readonly message: string
}
