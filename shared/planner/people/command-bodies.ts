import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { CommandBody } from '../../domain/plan/dispatch-plan.ts'
import { isSupporting } from '../handling/merge-templates.ts'
import { makeReason } from '../reason.ts'

/**
 * The command bodies of the matched plans ("1+X"), the leading one first: the body of the first special plan of the hazard,
 * without one that of the general plan. Plants, streets, departments and supporting plans take part with their own bodies,
 * but none leads the district. A body a plan for any region names without its place (安全生产委员会) is the one of the place
 * (慈溪市安全生产委员会) where another plan names that.
 */
export function commandBodies(plans: readonly ContingencyPlan[]): CommandBody[] {
  const leading =
    plans.find((plan) => plan.kind === 'special' && !isSupporting(plan)) ??
    plans.find(({ kind }) => kind === 'general') ??
    plans[0]
  if (leading === undefined) return []
  const others = plans.filter(
    (plan, index) =>
      !names(leading, plan) &&
      !plans.some((other, at) => names(other, plan) && (other.body !== plan.body || at < index)),
  )
  return [leading, ...others].map((plan) => bodyOf(plan, plan === leading))
}

/** Whether a plan names the body of another: as that one does, or, for plans of one kind, with its place before it. */
function names({ kind, body }: ContingencyPlan, other: ContingencyPlan): boolean {
  return body === other.body || (kind === other.kind && body.endsWith(other.body))
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
