import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { CommandBody } from '../../domain/plan/dispatch-plan.ts'
import { makeReason } from '../reason.ts'

/**
 * The command bodies of the matched plans ("1+X"), the leading one first: the body of the first special plan, without one
 * that of the general plan. Plants, streets and departments take part with their own bodies, but none leads the district.
 */
export function commandBodies(plans: readonly ContingencyPlan[]): CommandBody[] {
  const leading =
    plans.find(({ kind }) => kind === 'special') ?? plans.find(({ kind }) => kind === 'general') ?? plans[0]
  if (leading === undefined) return []
  const others = plans
    .filter(({ body }) => body !== leading.body)
    .filter(({ body }, index, list) => list.findIndex((plan) => plan.body === body) === index)
  return [leading, ...others].map((plan) => bodyOf(plan, plan === leading))
}

function bodyOf(plan: ContingencyPlan, leads: boolean): CommandBody {
  return {
    name: plan.body,
    leadUnit: plan.leadUnit,
    memberUnits: [...plan.memberUnits],
    planId: plan.id,
    planTitle: plan.title,
    leads,
    reasons: [makeReason(reasonCode(plan, leads), { plan: plan.title })],
  }
}

function reasonCode({ kind }: ContingencyPlan, leads: boolean): string {
  if (leads) return kind === 'special' ? 'command-body-leading' : 'command-body-no-special'
  return kind === 'general' ? 'command-body-above' : 'command-body-alongside'
}
