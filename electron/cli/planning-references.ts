import { loadReferences, type References } from '#electron/core/planning/load-references.ts'
import { replaceParameters } from '#electron/core/planning/replace-parameters.ts'
import type { CommandArguments, Surroundings } from './command.ts'
import { readJsonInput } from './read-input.ts'

/** The shipped references, with the parameters of `--parameters` in place of theirs. */
export function loadPlanningReferences({ options }: CommandArguments, surroundings: Surroundings): References {
  const references = loadReferences(surroundings.resourcesFolder)
  const file = options['parameters']
  if (typeof file !== 'string') return references
  return {
    ...references,
    parameters: replaceParameters(references.parameters, readJsonInput(file, surroundings), file),
  }
}
