import type { ContingencyPlan, ContingencyPlanLibrary, PlanKind } from '../../domain/contingency-plan.ts'
import type { HandlingChapter } from '../../domain/handling-chapter.ts'
import type { MatchedContingencyPlan } from '../../domain/plan/dispatch-plan.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'

/** A part of a plan together with the plan it comes from. */
export interface FromPlan<T> {
  readonly part: T
  readonly planTitle: string
}

/** A chapter together with the plan it stands in. */
export interface HandlingTemplate extends HandlingChapter {
  readonly planId: string
  readonly planTitle: string
  readonly planVersion: string
}

/** Kinds of plans that add to the plan of the hazard: their own notice and withdrawal must not take the place of its. */
const SUPPORTING_KINDS: readonly PlanKind[] = ['department', 'street']

/** The matched plans as the library has them: best match first, then plans that support it, the general plan last. */
export function matchedPlans(
  library: ContingencyPlanLibrary,
  matched: readonly MatchedContingencyPlan[],
): ContingencyPlan[] {
  const plans = matched.flatMap(({ id }) => library.plans.find((plan) => plan.id === id) ?? [])
  const isGeneral = ({ kind }: ContingencyPlan): boolean => kind === 'general'
  return [
    ...plans.filter((plan) => !isSupporting(plan) && !isGeneral(plan)),
    ...plans.filter(isSupporting),
    ...plans.filter(isGeneral),
  ]
}

/** Whether a plan only adds to the plan of the hazard, by its kind or because it says so. The general plan never does. */
export function isSupporting({ kind, supporting = false }: Pick<ContingencyPlan, 'kind' | 'supporting'>): boolean {
  return kind !== 'general' && (supporting || SUPPORTING_KINDS.includes(kind))
}

/**
 * Chapters of the matched plans for this type, best match first. The general plan steps in with its chapters only where no
 * other plan has one for the type.
 */
export function matchedTemplates(
  library: ContingencyPlanLibrary,
  matched: readonly MatchedContingencyPlan[],
  type: IncidentType,
): HandlingTemplate[] {
  const plans = matchedPlans(library, matched)
  const ofKind = (isGeneral: boolean): HandlingTemplate[] =>
    plans.filter((plan) => (plan.kind === 'general') === isGeneral).flatMap((plan) => chaptersOf(plan, type))
  const own = ofKind(false)
  return own.length > 0 ? own : ofKind(true)
}

function chaptersOf({ id, title, version, chapters }: ContingencyPlan, type: IncidentType): HandlingTemplate[] {
  return chapters
    .filter((chapter) => chapter.types.includes(type))
    .map((chapter) => ({ ...chapter, planId: id, planTitle: title, planVersion: version }))
}

/** The same part of several plans or chapters as one list; what two share is taken from the first. */
export function mergeParts<S extends { readonly title: string }, T>(
  sources: readonly S[],
  partsOf: (source: S) => readonly T[],
  keyOf: (part: T) => string,
): FromPlan<T>[] {
  const merged = new Map<string, FromPlan<T>>()
  for (const source of sources) {
    for (const part of partsOf(source)) {
      if (!merged.has(keyOf(part))) merged.set(keyOf(part), { part, planTitle: titleOf(source) })
    }
  }
  return [...merged.values()]
}

function titleOf(source: { readonly title: string; readonly planTitle?: string }): string {
  return source.planTitle ?? source.title
}
