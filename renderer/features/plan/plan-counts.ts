import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { PlanTab } from '../../app/view-store.ts'

/** Where a count of the bar leads: a page of the plan or the decision aid, and the part there by its test id. */
export type CountTarget =
  | { readonly section: 'support'; readonly part: string }
  | { readonly section: 'dispatch'; readonly tab: PlanTab; readonly part: string }

/** One count of the bar. */
export interface PlanCount {
  readonly key: 'block' | 'warn' | 'gaps' | 'unknowns' | 'mustNot'
  readonly count: number
  readonly target: CountTarget
}

/** What the bar counts, in the order of weight, each with the list it stands for. */
export function countsOf(plan: DispatchPlan): PlanCount[] {
  const severe = (severity: 'block' | 'warn'): number =>
    plan.findings.filter((finding) => finding.severity === severity).length
  const { shortfalls, supplies } = plan.forcePlan
  const { evacuation, mustNot } = plan.handlingPlan
  const findings: CountTarget = { section: 'support', part: 'findings' }
  return [
    { key: 'block', count: severe('block'), target: findings },
    { key: 'warn', count: severe('warn'), target: findings },
    {
      key: 'gaps',
      count: shortfalls.length + supplies.shortfalls.length + evacuation.shortfalls.length,
      target: gapTarget(shortfalls.length, supplies.shortfalls.length, evacuation.shortfalls.length),
    },
    { key: 'unknowns', count: plan.unknowns.length, target: { section: 'support', part: 'unknowns' } },
    {
      key: 'mustNot',
      count: mustNot.length,
      target: { section: 'dispatch', tab: 'handling', part: 'section-must-not' },
    },
  ]
}

/** People left behind come first, then missing forces, then missing goods. */
function gapTarget(forces: number, goods: number, people: number): CountTarget {
  if (people > 0) return { section: 'dispatch', tab: 'handling', part: 'section-evacuation-gaps' }
  if (forces === 0 && goods > 0) return { section: 'dispatch', tab: 'force', part: 'section-supply-shortfalls' }
  return { section: 'dispatch', tab: 'force', part: 'section-shortfalls' }
}
