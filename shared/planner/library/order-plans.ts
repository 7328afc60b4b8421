import type { ContingencyPlan, PlanKind } from '../../domain/contingency-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import { narrownessOf } from './plan-scope.ts'

const KIND_ORDER: readonly PlanKind[] = ['special', 'department', 'street', 'enterprise', 'general']

/** Chinese names of the kinds of plans. */
export const KIND_NAMES: Readonly<Record<PlanKind, string>> = {
  special: '专项预案',
  department: '部门预案',
  street: '街道预案',
  enterprise: '企业预案',
  general: '总体预案',
}
const SCOPE_NAMES = ['不限地区', '限本地区', '限指定街道', '限指定企业']

/**
 * Plans that apply, the most specific first: the general plan last, narrow scope before wide, special before department;
 * among those that are as specific the one that outranks another by name goes before it, then few types before many.
 */
export function orderPlans(plans: readonly ContingencyPlan[]): ContingencyPlan[] {
  const sorted = sortedBy(plans, (plan) => [...specificity(plan), plan.types.length, plan.id])
  const ordered: ContingencyPlan[] = []
  const left = new Set(sorted)
  for (let [first] = left; first !== undefined; [first] = left) {
    const head = first
    const rivals = [...left].filter((plan) => isAsSpecific(plan, head))
    const next = rivals.find((plan) => !rivals.some((rival) => rival !== plan && outranks(rival, plan))) ?? head
    left.delete(next)
    ordered.push(next)
  }
  return ordered
}

/** Why one plan stands before another that applies as well. */
export function whyBefore(first: ContingencyPlan, second: ContingencyPlan): Reason {
  const titles = { title: first.title, other: second.title }
  if (second.kind === 'general' && first.kind !== 'general') return makeReason('plan-before-general', titles)
  const [narrow, wide] = [narrownessOf(first), narrownessOf(second)]
  if (narrow !== wide)
    return makeReason('plan-before-scope', {
      ...titles,
      scope: SCOPE_NAMES[narrow] ?? '',
      otherScope: SCOPE_NAMES[wide] ?? '',
    })
  if (first.kind !== second.kind)
    return makeReason('plan-before-kind', {
      ...titles,
      kind: KIND_NAMES[first.kind],
      otherKind: KIND_NAMES[second.kind],
    })
  if (outranks(first, second)) return makeReason('plan-outranks', titles)
  if (first.types.length !== second.types.length)
    return makeReason('plan-before-types', {
      ...titles,
      types: first.types.length,
      otherTypes: second.types.length,
    })
  return makeReason('plan-before-listed', titles)
}

function outranks(plan: ContingencyPlan, other: ContingencyPlan): boolean {
  return plan.outranks.includes(other.id)
}

function specificity(plan: ContingencyPlan): number[] {
  return [plan.kind === 'general' ? 1 : 0, -narrownessOf(plan), KIND_ORDER.indexOf(plan.kind)]
}

function isAsSpecific(plan: ContingencyPlan, other: ContingencyPlan): boolean {
  const [own, its] = [specificity(plan), specificity(other)]
  return own.every((part, index) => part === its[index])
}
