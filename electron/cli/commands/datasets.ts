import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { kindLabelOf, RECORD_KINDS } from '#electron/core/datasets/record-kind.ts'
import { datasetsFolder, shippedNames } from '../choose-dataset.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'

/** `datasets`: the shipped data sets with the counts of their records. */
export function runDatasets(_given: CommandArguments, surroundings: Surroundings): Outcome {
  const document = shippedNames(surroundings).map((name) => {
    const { dataset } = loadDatasetFolder(join(datasetsFolder(surroundings), name))
    const { id, name: title, asOf, isDemo } = dataset.head
    const counts = Object.fromEntries(
      RECORD_KINDS.filter((kind) => dataset[kind].length > 0).map((kind) => [kindLabelOf(kind), dataset[kind].length]),
    )
    return { id, name: title, asOf, isDemo, version: dataset.version, roadsSchematic: dataset.roadsSchematic, counts }
  })
  return { exitCode: 0, document }
}
