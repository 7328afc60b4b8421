import { AppError } from '#shared/kernel/app-error.ts'
import { planFilesOf } from '#electron/core/planning/add-dataset-plans.ts'
import { formatDataset } from '#electron/core/datasets/format-dataset.ts'
import { writeFolder } from '#electron/core/datasets/write-folder.ts'
import type { CommandArguments, Outcome } from '../command.ts'
import { requireOption } from '../require-option.ts'
import { readDatabaseDataset, withDatabase } from '../read-database.ts'

/** `export`: the data set of a database as files in a new folder. */
export function runExport(given: CommandArguments): Outcome {
  const path = requireOption(given, 'db')
  const folder = requireOption(given, 'to')
  const dataset = readDatabaseDataset(path)
  if (dataset === null)
    throw new AppError('dataset-missing', `数据库“${path}”里还没有数据集。请先用 import 导入。`, { path })
  const files = new Map([...formatDataset(dataset), ...withDatabase(path, planFilesOf)])
  writeFolder(folder, files)
  return {
    exitCode: 0,
    document: { ok: true, folder, id: dataset.head.id, version: dataset.version, files: [...files.keys()] },
  }
}
