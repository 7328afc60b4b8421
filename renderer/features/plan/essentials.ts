import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { sortedBy } from '#shared/kernel/order.ts'

/** A report with what is left until its limit, seconds; negative when it has passed. */
export interface DueReport {
  readonly kind: DispatchPlan['reports'][number]['kind']
  readonly to: string
  readonly dueAt: string
  readonly leftS: number
}

/** How many passed limits stay in sight beside the next one. */
const PASSED_SHOWN = 2

/** The next report due, after the latest ones whose limit has passed; whether they were sent, the plan does not know. */
export function reportsInSight(plan: DispatchPlan, nowS: number): DueReport[] {
  const due = plan.reports.flatMap(({ kind, to, dueAt }) => {
    const instant = parseInstant(dueAt)
    return instant === null ? [] : [{ kind, to, dueAt, leftS: instant.epochS - nowS }]
  })
  const ordered = sortedBy(due, (report) => [report.leftS, report.to])
  const passed = ordered.filter((report) => report.leftS < 0).slice(-PASSED_SHOWN)
  const [next] = ordered.filter((report) => report.leftS >= 0)
  return next === undefined ? passed : [...passed, next]
}

/** Unknown facts, those that would change most first. */
export function unknownsByWeight(plan: DispatchPlan): DispatchPlan['unknowns'] {
  return sortedBy(
    plan.unknowns.map((unknown, index) => ({ unknown, index })),
    ({ unknown, index }) => [-unknown.wouldChange.length, index],
  ).map(({ unknown }) => unknown)
}
