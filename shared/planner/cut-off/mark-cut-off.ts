import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { clockOf } from '../handling/scene-texts.ts'

/** Rows of people in a street without contact say that the count is not current and that no telephone reaches them. */
export function markCutOff(
  { dataset }: Pick<PlanningProblem, 'dataset'>,
  { cutOffTowns, offsetMin }: Pick<FactSheet, 'cutOffTowns' | 'offsetMin'>,
  plan: EvacuationPlan,
): EvacuationPlan {
  if (cutOffTowns.length === 0) return plan
  const townOf = new Map(
    [...dataset.populationPoints, ...dataset.plants, ...dataset.targets].map((row) => [row.id, row.town]),
  )
  const marked = <T extends EvacuationPlan['assignments'][number] | EvacuationPlan['shortfalls'][number]>(
    row: T,
  ): T => {
    const entry = cutOffTowns.find(({ town }) => town === townOf.get(row.fromId))
    if (entry === undefined) return row
    const since = clockOf(entry.sinceS, offsetMin)
    return { ...row, reasons: [...row.reasons, makeReason('cut-off-people', { town: entry.town, since })] }
  }
  return { ...plan, assignments: plan.assignments.map(marked), shortfalls: plan.shortfalls.map(marked) }
}
