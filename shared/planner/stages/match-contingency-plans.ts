import type { HandlingPlanTemplate } from '../../domain/handling-library.ts'
import type { MatchedContingencyPlan } from '../../domain/plan/dispatch-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { makeFinding, makeReason } from '../reason.ts'

const KIND_ORDER: readonly HandlingPlanTemplate['kind'][] = ['special', 'department', 'street', 'enterprise', 'general']
const KIND_NAMES: Readonly<Record<HandlingPlanTemplate['kind'], string>> = {
  special: '专项预案',
  department: '部门预案',
  street: '街道预案',
  enterprise: '企业预案',
  general: '总体预案',
}

/** The contingency plans for this type of incident, the most specific first: fewest types, then special before general. */
export function matchContingencyPlans(
  problem: PlanningProblem,
  { facts }: Pick<StageValues, 'facts' | 'grading'>,
): StageResult<readonly MatchedContingencyPlan[]> {
  const plans = sortedBy(
    problem.library.plans.filter((plan) => plan.types.includes(facts.type)),
    (plan) => [KIND_ORDER.indexOf(plan.kind), plan.types.length, plan.id],
  )
  const value = plans.map((plan, index) => ({
    id: plan.id,
    title: plan.title,
    kind: plan.kind,
    reasons: [
      makeReason('plan-type-matches', { title: plan.title, kind: KIND_NAMES[plan.kind], types: plan.types.length }),
      ...(index === 0 && plans.length > 1 ? [makeReason('plan-most-specific', { title: plan.title })] : []),
    ],
  }))
  const findings =
    value.length > 0 ? [] : [makeFinding('no-contingency-plan', 'warn', 'contingencyPlans', { type: facts.type })]
  return { value, read: ['incident.type', 'library'], notes: [], findings }
}
