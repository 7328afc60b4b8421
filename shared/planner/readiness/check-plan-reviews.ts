import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { DatasetHead } from '../../domain/dataset/dataset.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { daysBetween, readinessFinding } from './readiness-finding.ts'

/** Contingency plans for this region whose review has passed on a day (`YYYY-MM-DD`) or comes soon. */
export function checkPlanReviews(
  plans: readonly ContingencyPlan[],
  { id: datasetId, region }: Pick<DatasetHead, 'id' | 'region'>,
  today: string,
  { reviewSoonDays }: Pick<ReadinessParameters, 'reviewSoonDays'>,
): ReadinessFinding[] {
  const here = plans.filter(
    ({ scope }) =>
      scope.regions.length === 0 || scope.regions.some((name) => name === datasetId || region.includes(name)),
  )
  return here.flatMap(({ id, title, review: { reviewBy } }) => {
    const days = daysBetween(today, reviewBy)
    if (days === null || days > reviewSoonDays.value) return []
    const about = { kind: 'planReview', where: `contingencyPlans.${id}`, name: title } as const
    const facts = { planId: id, title, reviewBy, days }
    return days < 0
      ? [
          readinessFinding({
            ...{ ...about, code: 'plan-review-passed', severity: 'warn', since: reviewBy },
            ...{ facts, words: { overdueDays: -days } },
          }),
        ]
      : [readinessFinding({ ...about, code: 'plan-review-due', severity: 'info', facts, until: reviewBy })]
  })
}
