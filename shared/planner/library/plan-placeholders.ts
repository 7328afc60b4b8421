import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import { NOTICE_TEXT_NAMES, PLAN_TEXT_NAMES, SCENE_TEXT_NAMES } from '../handling/text-names.ts'
import type { PlanPath } from './plan-formulas.ts'

/** A mark in braces that nothing can be put in the place of, e.g. `{plcae}`. */
export interface UnknownPlaceholder {
  readonly path: PlanPath
  /** As it is written, with its braces. */
  readonly mark: string
  /** What may stand there. */
  readonly allowed: readonly string[]
}

/** A text of a plan that is filled from the facts, with the names that may stand in it. */
interface FilledText {
  readonly path: PlanPath
  readonly text: string
  readonly allowed: readonly string[]
}

/** Every mark in braces that cannot be filled, also a brace without its partner, in the order of the plan. */
export function unknownPlaceholders(plan: ContingencyPlan): UnknownPlaceholder[] {
  return plan.chapters.flatMap((chapter, index) =>
    textsOf(chapter, ['chapters', index]).flatMap(({ path, text, allowed }) =>
      [...text.matchAll(/\{([^{}]*)\}|[{}]/g)]
        .filter(([, name]) => name === undefined || !allowed.includes(name))
        .map(([mark]) => ({ path, mark, allowed })),
    ),
  )
}

type Chapter = ContingencyPlan['chapters'][number]

function textsOf(chapter: Chapter, path: PlanPath): FilledText[] {
  const ordered = (part: PlanPath, text: string): FilledText => ({
    path: [...path, ...part],
    text,
    allowed: PLAN_TEXT_NAMES,
  })
  const { phases, mustNot, decisionPoints, withdrawal, monitoring, firstOrders, publicMessage, secondaries } = chapter
  return [
    ...phases.flatMap(({ actions }, phase) =>
      actions.map(({ text }, index) => ordered(['phases', phase, 'actions', index, 'text'], text)),
    ),
    ...mustNot.map(({ text }, index) => ordered(['mustNot', index, 'text'], text)),
    ...decisionPoints.flatMap(({ question, trigger }, index) => [
      ordered(['decisionPoints', index, 'question'], question),
      ordered(['decisionPoints', index, 'trigger'], trigger),
    ]),
    ordered(['withdrawal', 'signal'], withdrawal.signal),
    ...withdrawal.triggers.map(({ text }, index) => ordered(['withdrawal', 'triggers', index, 'text'], text)),
    ordered(['withdrawal', 'muster'], withdrawal.muster),
    ...monitoring.flatMap(({ what, where }, index) => [
      ordered(['monitoring', index, 'what'], what),
      ordered(['monitoring', index, 'where'], where),
    ]),
    ...firstOrders.map(({ words }, index) => ({
      ...ordered(['firstOrders', index, 'words'], words),
      allowed: SCENE_TEXT_NAMES,
    })),
    ...noticesOf(publicMessage).map(({ path: part, text }) => ({
      ...ordered(['publicMessage', ...part], text),
      allowed: NOTICE_TEXT_NAMES,
    })),
    ...secondaries.flatMap(({ checks, orders }, index) => [
      ...checks.map((text, at) => ordered(['secondaries', index, 'checks', at], text)),
      ...orders.map((text, at) => ordered(['secondaries', index, 'orders', at], text)),
    ]),
  ]
}

function noticesOf({ text, variants = [] }: Chapter['publicMessage']): { path: PlanPath; text: string }[] {
  return [
    { path: ['text'], text },
    ...variants.map((variant, index) => ({ path: ['variants', index, 'text'], text: variant.text })),
  ]
}
