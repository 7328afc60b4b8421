import { PLAN_STAGES, type PlanStage } from '#shared/domain/plan/plan-stages.ts'

/** Usual parts of the time of one pass, measured on the example incidents; only the bar on the screen depends on it. */
const USUAL_PARTS: Readonly<Record<PlanStage, number>> = {
  'read-facts': 1,
  grade: 1,
  'match-contingency-plans': 1,
  'staff-headquarters': 1,
  'prepare-first-orders': 1,
  'draw-zones': 3,
  'derive-demand': 1,
  'build-travel': 8,
  'assign-and-move': 50,
  'plan-evacuation': 12,
  'plan-supplies': 8,
  'select-experts': 1,
  'plan-handling': 6,
  'plan-reports': 1,
  'check-plan': 5,
}

/** The draft is the first and shorter of two passes. */
const DRAFT_PART = 0.3

/** Share of the whole work, 0 to 1, that is usually done when a stage begins. A plan that is only a draft has one pass. */
export function shareAt(stage: PlanStage, pass: 'draft' | 'exact' | 'only'): number {
  const parts = PLAN_STAGES.map((each) => USUAL_PARTS[each])
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const inPass = sum(parts.slice(0, PLAN_STAGES.indexOf(stage))) / sum(parts)
  if (pass === 'only') return inPass
  return pass === 'draft' ? DRAFT_PART * inPass : DRAFT_PART + (1 - DRAFT_PART) * inPass
}
