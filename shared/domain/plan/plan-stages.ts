/** The stages of the planner in the order they run; `check-plan` comes last and looks at the whole plan. */
export const PLAN_STAGES = [
  'read-facts',
  'grade',
  'match-contingency-plans',
  'staff-headquarters',
  'prepare-first-orders',
  'draw-zones',
  'derive-demand',
  'build-travel',
  'assign-and-move',
  'plan-evacuation',
  'plan-supplies',
  'select-experts',
  'plan-handling',
  'plan-reports',
  'check-plan',
] as const

/** One stage of the planner. */
export type PlanStage = (typeof PLAN_STAGES)[number]
