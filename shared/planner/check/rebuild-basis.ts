import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { drawZones } from '../stages/draw-zones.ts'
import { grade } from '../stages/grade.ts'
import { planReports } from '../stages/plan-reports.ts'
import { readFacts } from '../stages/read-facts.ts'
import type { FactSheet, Grading, StageValues } from '../problem.ts'
import type { CheckContext } from './check-context.ts'

/** Facts, level, zones and reports as the planner itself derives them from the plan's incident. */
export interface RebuiltBasis {
  readonly facts: FactSheet
  readonly grading: Grading
  readonly zones: StageValues['zones']
  readonly reports: StageValues['reports']
}

/** Rebuilds the basis of a plan, so that an edited level or zone is compared with what the facts ask for. */
export function rebuildBasis(plan: DispatchPlan, context: CheckContext): RebuiltBasis {
  const problem = { ...context, incident: plan.incident }
  const facts = readFacts(problem).value
  const grading = grade(problem, { facts }).value
  const zones = drawZones(problem, { facts }).value
  return { facts, grading, zones, reports: planReports(problem, { facts, grading }).value }
}
