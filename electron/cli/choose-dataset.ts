import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { loadDatasetFolder, loadDatasetZip } from '#electron/core/datasets/load-dataset.ts'
import type { Surroundings } from './command.ts'

/** The data set behind `--dataset`: a shipped name, a folder, a `.zip` or a database. Throws `dataset-…` or `database-…`. */
export async function chooseDataset(choice: string, surroundings: Surroundings): Promise<Dataset> {
  const shipped = join(datasetsFolder(surroundings), choice)
  if (shippedNames(surroundings).includes(choice)) return loadDatasetFolder(shipped).dataset
  if (/\.db$/i.test(choice)) return readFromDatabase(choice)
  const info = statSync(choice, { throwIfNoEntry: false })
  if (info?.isDirectory() === true) return loadDatasetFolder(choice).dataset
  if (info?.isFile() === true) return /\.zip$/i.test(choice) ? loadDatasetZip(choice).dataset : readFromDatabase(choice)
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
async function readFromDatabase(path: string): Promise<Dataset> {
  const { readDatabaseDataset } = await import('./read-database.ts')
  const dataset = readDatabaseDataset(path)
  if (dataset !== null) return dataset
  throw new AppError('dataset-missing', `数据库“${path}”里还没有数据集。请先用 import 导入。`, { path })
}
