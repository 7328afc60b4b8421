import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { MatchedContingencyPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { factScope } from '../formula/fact-scope.ts'
import { KIND_NAMES, orderPlans, whyBefore } from '../library/order-plans.ts'
import { conditionAgainst, conditionsFor } from '../library/plan-conditions.ts'
import { judgeScope } from '../library/plan-scope.ts'
import type { FactSheet, PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { makeFinding, makeReason } from '../reason.ts'

/**
 * The contingency plans for this type of incident, place, season and circumstances, the most specific first, each with why
 * it applies, which of its start conditions and levels the facts meet, and why it stands before the next.
 */
export function matchContingencyPlans(
  problem: PlanningProblem,
  { facts }: Pick<StageValues, 'facts' | 'grading'>,
): StageResult<readonly MatchedContingencyPlan[]> {
  const plans = orderPlans(plansOfType(problem, facts).filter((plan) => against(plan, problem, facts).length === 0))
  const value = plans.map((plan, index) => ({
    ...headerOf(plan),
    body: plan.body,
    leadUnit: plan.leadUnit,
    memberUnits: [...plan.memberUnits],
    reasons: reasonsOf(plan, { problem, facts, isFirst: index === 0, next: plans[index + 1] }),
  }))
  const findings =
    value.length > 0 ? [] : [makeFinding('no-contingency-plan', 'warn', 'contingencyPlans', { type: facts.type })]
  return {
    value,
    read: ['incident.type', 'incident.location', 'facts.town', 'facts.nowS', 'facts', 'library', 'dataset.plants'],
    notes: value.map(({ id, version }) => `${id} ${version}`),
    findings,
  }
}

/** Plans of the type that do not apply here and now, each with everything that stands against it. */
export function contingencyPlansNotUsed(problem: PlanningProblem, facts: FactSheet): MatchedContingencyPlan[] {
  return sortedBy(plansOfType(problem, facts), (plan) => [plan.id])
    .map((plan) => ({ ...headerOf(plan), reasons: against(plan, problem, facts) }))
    .filter(({ reasons }) => reasons.length > 0)
}

function plansOfType({ library }: PlanningProblem, { type }: FactSheet): ContingencyPlan[] {
  return library.plans.filter((plan) => plan.types.includes(type))
}

function headerOf({ id, title, kind, version }: ContingencyPlan): Omit<MatchedContingencyPlan, 'reasons'> {
  return { id, title, kind, version }
}

function against(plan: ContingencyPlan, problem: PlanningProblem, facts: FactSheet): Reason[] {
  const condition = conditionAgainst(plan, factScope(facts))
  return [...judgeScope(plan, problem, facts).against, ...(condition === null ? [] : [condition])]
}

function reasonsOf(
  plan: ContingencyPlan,
  given: {
    problem: PlanningProblem
    facts: FactSheet
    isFirst: boolean
    next: ContingencyPlan | undefined
  },
): Reason[] {
  const { problem, facts, isFirst, next } = given
  return [
    makeReason('plan-type-matches', { title: plan.title, kind: KIND_NAMES[plan.kind], types: plan.types.length }),
    ...judgeScope(plan, problem, facts).for,
    ...conditionsFor(plan, factScope(facts)),
    ...(isFirst && next !== undefined ? [makeReason('plan-most-specific', { title: plan.title })] : []),
    ...(next === undefined ? [] : [whyBefore(plan, next)]),
  ]
}
