import type { Demand } from '../../domain/plan/force-plan.ts'
import type { FormulaScope } from '../formula/evaluate-formula.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { demandOfRule } from './demand-of-rule.ts'

/** Teams for streets that no longer answer, one line a capability; none without such a street. */
export function cutOffForces(
  { parameters }: Pick<PlanningProblem, 'parameters'>,
  facts: FactSheet,
  scope: FormulaScope,
): Demand[] {
  return parameters.assignment.cutOffForces.flatMap((force) => {
    const { capability, unitsEach, byS, role, evidence, source } = force
    const rule = {
      id: `cut-off-${capability.toLowerCase()}`,
      types: [facts.type],
      capability,
      quantity: `cutOffTowns * ${unitsEach}`,
      byS,
      hq: 'tactical' as const,
      role,
      hotZone: false,
      evidence,
      source,
    }
    return demandOfRule(rule, facts, scope) ?? []
  })
}
