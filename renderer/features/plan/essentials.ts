import type { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
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

/** A report that must go up by a time; `met` = what met it, absent where only the plan is known. */
type ReportDuty = Pick<DispatchPlan['reports'][number], 'kind' | 'to' | 'dueAt'> &
  Partial<Pick<OutputOf<typeof appContract.reports.overview>['duties'][number], 'met'>>

/** How many passed limits stay in sight beside the next one. */
const PASSED_SHOWN = 2

/** The next report due, after the latest ones whose limit has passed; what was sent in time or late is out of sight. */
export function reportsInSight(duties: readonly ReportDuty[], nowS: number): DueReport[] {
  const open = duties.filter(({ met }) => (met ?? null) === null)
  const due = open.flatMap(({ kind, to, dueAt }) => {
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
