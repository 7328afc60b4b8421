import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import {
  loadDatasetFolder,
  openDatasetFolder,
  openDatasetZip,
  type LoadedDataset,
} from '#electron/core/datasets/load-dataset.ts'
import type { MadeWith } from '#electron/core/planning/plan-library-source.ts'
import type { Surroundings } from './command.ts'

/** A data set with the contingency plans it brings itself. */
export interface ChosenDataset {
  readonly dataset: Dataset
  readonly contingencyPlans: readonly ContingencyPlan[]
}

/**
 * The data set behind `--dataset`: a shipped name, a folder, a `.zip` or a database. Throws `dataset-…`
 * or `database-…`. Of a database the contingency plans are those in force, or those a plan was made with.
 */
export async function chooseDataset(
  choice: string,
  surroundings: Surroundings,
  madeWith: MadeWith | null = null,
): Promise<ChosenDataset> {
  const shipped = join(datasetsFolder(surroundings), choice)
  if (shippedNames(surroundings).includes(choice)) return chosen(loadDatasetFolder(shipped))
  if (/\.db$/i.test(choice)) return readFromDatabase(choice, madeWith)
  const info = statSync(choice, { throwIfNoEntry: false })
  if (info?.isDirectory() === true) return chosen(await openDatasetFolder(choice))
  if (info?.isFile() === true)
    return /\.zip$/i.test(choice) ? chosen(await openDatasetZip(choice)) : readFromDatabase(choice, madeWith)
  const names = shippedNames(surroundings).join('、')
  throw new AppError(
    'dataset-missing',
    `没有数据集“${choice}”。内置数据集：${names}；也可给出文件夹、zip 或 .db 文件的路径。`,
    {
      path: '--dataset',
      value: choice,
    },
  )
}

function chosen({ dataset, contingencyPlans }: LoadedDataset): ChosenDataset {
  return { dataset, contingencyPlans: contingencyPlans.map(({ plan }) => plan) }
}

/** Names of the shipped data sets, in order. */
export function shippedNames(surroundings: Surroundings): string[] {
  const folder = datasetsFolder(surroundings)
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'dataset.json')))
    .sort()
}

/** Folder of the shipped data sets. */
export function datasetsFolder({ resourcesFolder }: Surroundings): string {
  return join(resourcesFolder, 'datasets')
}

/** Reads the library of a database. The database layer is loaded only here: most calls need none. */
async function readFromDatabase(path: string, madeWith: MadeWith | null): Promise<ChosenDataset> {
  const { readDatabaseDataset, readDatabasePlans } = await import('./read-database.ts')
  const dataset = readDatabaseDataset(path)
  if (dataset !== null) return { dataset, contingencyPlans: readDatabasePlans(path, madeWith) }
  throw new AppError('dataset-missing', `数据库“${path}”里还没有数据集。请先用 import 导入。`, { path })
}
