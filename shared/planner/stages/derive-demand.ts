import type { Demand } from '../../domain/plan/force-plan.ts'
import { demandOfRule } from '../demand/demand-of-rule.ts'
import { demandScope } from '../demand/demand-scope.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'

/** What is needed, by rules of the parameter file: quantity as a formula of facts, by when, for which headquarters and why. */
export function deriveDemand(
  problem: PlanningProblem,
  previous: Pick<StageValues, 'facts' | 'grading' | 'zones'>,
): StageResult<readonly Demand[]> {
  const { facts } = previous
  const scope = demandScope(problem, previous)
  const value = problem.parameters.demand.rules
    .filter((rule) => rule.types.includes(facts.type))
    .map((rule) => demandOfRule(rule, facts, scope))
    .filter((demand) => demand !== null)
  return {
    value,
    read: ['facts', 'parameters.demand', 'dataset.populationPoints'],
    notes: [],
    findings: [],
  }
}
