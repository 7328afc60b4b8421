import { loadReferences, type References } from '#electron/core/planning/load-references.ts'
import { replaceParameters } from '#electron/core/planning/replace-parameters.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import type { ChosenDataset } from './choose-dataset.ts'
import type { CommandArguments, Surroundings } from './command.ts'
import { readJsonInput } from './read-input.ts'

/**
 * The shipped references, with the parameters of `--parameters` in place of theirs and the contingency plans of the data
 * set in place of the shipped ones of the same id.
 */
export function loadPlanningReferences(
  { options }: CommandArguments,
  surroundings: Surroundings,
  { contingencyPlans }: Pick<ChosenDataset, 'contingencyPlans'>,
): References {
  const shipped = loadReferences(surroundings.resourcesFolder)
  const references = { ...shipped, library: { plans: overlaid(shipped.library.plans, contingencyPlans) } }
  const file = options['parameters']
  if (typeof file !== 'string') return references
  return {
    ...references,
    parameters: replaceParameters(references.parameters, readJsonInput(file, surroundings), file),
  }
}

function overlaid(shipped: readonly ContingencyPlan[], own: readonly ContingencyPlan[]): ContingencyPlan[] {
  const ids = new Set(own.map(({ id }) => id))
  return sortedBy([...shipped.filter(({ id }) => !ids.has(id)), ...own], ({ id }) => [id])
}
