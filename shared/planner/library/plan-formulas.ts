import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { FormulaPlace } from './unknown-scope.ts'

/** Where something stands in a plan: keys and positions, outermost first. */
export type PlanPath = readonly (string | number)[]

/** A formula of a plan, where it stands and what it must give. */
export interface PlanFormula {
  readonly path: PlanPath
  readonly source: string
  readonly wants: 'truth' | 'quantity'
  readonly place: FormulaPlace
  /** For a quantity: the formula that says whether it is needed at all. */
  readonly onlyWhen?: string
}

/** Every formula of a plan, in the order of its text. */
export function formulasOf(plan: ContingencyPlan): PlanFormula[] {
  const condition = (path: PlanPath, source: string | undefined): PlanFormula[] =>
    source === undefined ? [] : [{ path, source, wants: 'truth', place: 'facts' }]
  const conditions = (path: PlanPath, parts: readonly { readonly when?: string | undefined }[]): PlanFormula[] =>
    parts.flatMap(({ when }, index) => condition([...path, index, 'when'], when))
  return [
    ...condition(['appliesWhen'], plan.appliesWhen),
    ...conditions(['startConditions'], plan.startConditions),
    ...conditions(['responseLevels'], plan.responseLevels),
    ...plan.demands.flatMap((rule, index) => demandFormulas(rule, ['demands', index])),
    ...conditions(['reporting'], plan.reporting),
    ...plan.chapters.flatMap((chapter, index) => {
      const path = ['chapters', index]
      return [
        ...chapter.phases.flatMap(({ actions }, phase) => conditions([...path, 'phases', phase, 'actions'], actions)),
        ...conditions([...path, 'mustNot'], chapter.mustNot),
        ...conditions([...path, 'decisionPoints'], chapter.decisionPoints),
        ...conditions([...path, 'withdrawal', 'triggers'], chapter.withdrawal.triggers),
        ...conditions([...path, 'monitoring'], chapter.monitoring),
        ...conditions([...path, 'firstOrders'], chapter.firstOrders),
        ...conditions([...path, 'publicMessage', 'variants'], chapter.publicMessage.variants ?? []),
        ...conditions([...path, 'secondaries'], chapter.secondaries),
      ]
    }),
  ]
}

function demandFormulas(rule: ContingencyPlan['demands'][number], path: PlanPath): PlanFormula[] {
  const { when, quantity } = rule
  const onlyWhen = when === undefined ? {} : { onlyWhen: when }
  return [
    ...(when === undefined
      ? []
      : [{ path: [...path, 'when'], source: when, wants: 'truth' as const, place: 'demand' as const }]),
    { path: [...path, 'quantity'], source: quantity, wants: 'quantity', place: 'demand', ...onlyWhen },
  ]
}
