import type { Demand } from '../../domain/plan/force-plan.ts'
import { demandOfRule } from '../demand/demand-of-rule.ts'
import { cutOffForces } from '../demand/cut-off-forces.ts'
import { demandScope } from '../demand/demand-scope.ts'
import { matchedPlans, mergeParts } from '../handling/merge-templates.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'

/**
 * What is needed, by the rules of the matched contingency plans: quantity as a formula of facts, by when, for which
 * headquarters and why. The same rule in two plans is taken once, from the more specific one.
 */
export function deriveDemand(
  problem: PlanningProblem,
  previous: Pick<StageValues, 'facts' | 'grading' | 'zones' | 'contingencyPlans'>,
): StageResult<readonly Demand[]> {
  const { facts } = previous
  const scope = demandScope(problem, previous)
  const plans = matchedPlans(problem.library, previous.contingencyPlans)
  const value = mergeParts(
    plans,
    (plan) => plan.demands.filter((rule) => rule.types.includes(facts.type)),
    (rule) => rule.id,
  )
    .map(({ part }) => demandOfRule(part, facts, scope))
    .filter((demand) => demand !== null)
    .concat(cutOffForces(problem, facts, scope))
  return {
    value,
    read: ['facts', 'library', 'dataset.populationPoints', 'incident.cutOffTowns', 'parameters.assignment'],
    notes: [],
    findings: [],
  }
}
