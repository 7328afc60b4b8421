import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import type { Finding } from '#shared/domain/reason.ts'

/** Days before its review date from which a plan is named. */
const SOON_DAYS = 90

/** Contingency plans for this region whose review date has passed or comes within 90 days of a day (`YYYY-MM-DD`). */
export function checkPlanReviews(
  plans: readonly ContingencyPlan[],
  { id: datasetId, region }: DatasetHead,
  today: string,
): Finding[] {
  const here = plans.filter(
    ({ scope }) =>
      scope.regions.length === 0 || scope.regions.some((name) => name === datasetId || region.includes(name)),
  )
  return here.flatMap(({ id, title, review: { reviewBy } }): Finding[] => {
    const days = Math.round((Date.parse(reviewBy) - Date.parse(today)) / 86_400_000)
    if (days > SOON_DAYS) return []
    const facts = { planId: id, title, reviewBy, days }
    const where = `contingencyPlans.${id}`
    return days < 0
      ? [
          {
            ...{ code: 'plan-review-passed', severity: 'warn', where, facts },
            text: `预案“${title}”应在 ${reviewBy} 前复审，已过 ${-days} 天。请复审并更新日期。`,
          },
        ]
      : [
          {
            ...{ code: 'plan-review-due', severity: 'info', where, facts },
            text: `预案“${title}”须在 ${reviewBy} 前复审，还有 ${days} 天。`,
          },
        ]
  })
}
