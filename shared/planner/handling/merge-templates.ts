import type { HandlingLibrary, HandlingPlanTemplate } from '../../domain/handling-library.ts'
import type { MatchedContingencyPlan } from '../../domain/plan/dispatch-plan.ts'

/** A part of a template together with the plan it comes from. */
export interface FromPlan<T> {
  readonly part: T
  readonly planTitle: string
}

/** Templates of the matched plans, best match first. */
export function matchedTemplates(
  library: HandlingLibrary,
  matched: readonly MatchedContingencyPlan[],
): HandlingPlanTemplate[] {
  return matched.flatMap(({ id }) => library.plans.find((plan) => plan.id === id) ?? [])
}

/** The same part of several plans as one list; what two plans share is taken from the first. */
export function mergeParts<T>(
  templates: readonly HandlingPlanTemplate[],
  partsOf: (template: HandlingPlanTemplate) => readonly T[],
  keyOf: (part: T) => string,
): FromPlan<T>[] {
  const merged = new Map<string, FromPlan<T>>()
  for (const template of templates) {
    for (const part of partsOf(template)) {
      if (!merged.has(keyOf(part))) merged.set(keyOf(part), { part, planTitle: template.title })
    }
  }
  return [...merged.values()]
}
