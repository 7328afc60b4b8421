import type { ContingencyPlan, PlanKind } from '../../domain/contingency-plan.ts'
import type { MatchedContingencyPlan } from '../../domain/plan/dispatch-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { factScope } from '../formula/fact-scope.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import { narrownessOf, scopeHolds } from '../library/plan-scope.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { makeFinding, makeReason } from '../reason.ts'

const KIND_ORDER: readonly PlanKind[] = ['special', 'department', 'street', 'enterprise', 'general']
const KIND_NAMES: Readonly<Record<PlanKind, string>> = {
  special: '专项预案',
  department: '部门预案',
  street: '街道预案',
  enterprise: '企业预案',
  general: '总体预案',
}

/**
 * The contingency plans for this type of incident, place, season and circumstances, the most specific first: the general
 * plan last, narrow scope before wide, special before department, few types before many.
 */
export function matchContingencyPlans(
  problem: PlanningProblem,
  { facts }: Pick<StageValues, 'facts' | 'grading'>,
): StageResult<readonly MatchedContingencyPlan[]> {
  const scope = factScope(facts)
  const plans = sortedBy(
    problem.library.plans.filter(
      (plan) => plan.types.includes(facts.type) && scopeHolds(plan, problem, facts) && isTrue(plan.appliesWhen, scope),
    ),
    (plan) => [
      plan.kind === 'general' ? 1 : 0,
      -narrownessOf(plan),
      KIND_ORDER.indexOf(plan.kind),
      plan.types.length,
      plan.id,
    ],
  )
  const value = plans.map((plan, index) => ({
    id: plan.id,
    title: plan.title,
    kind: plan.kind,
    version: plan.version,
    reasons: reasonsOf(plan, index === 0 && plans.length > 1),
  }))
  const findings =
    value.length > 0 ? [] : [makeFinding('no-contingency-plan', 'warn', 'contingencyPlans', { type: facts.type })]
  return {
    value,
    read: ['incident.type', 'incident.location', 'facts.town', 'facts.nowS', 'facts', 'library', 'dataset.plants'],
    notes: [],
    findings,
  }
}

function reasonsOf(plan: ContingencyPlan, isFirst: boolean): MatchedContingencyPlan['reasons'] {
  return [
    makeReason('plan-type-matches', { title: plan.title, kind: KIND_NAMES[plan.kind], types: plan.types.length }),
    ...(isFirst ? [makeReason('plan-most-specific', { title: plan.title })] : []),
  ]
}
