import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { WrittenPlan } from '../planning/record-plan-change.ts'
import { assessCoordinates, inWgs84 } from './coordinates/assess-coordinates.ts'
import { crossCheck } from './cross-check.ts'
import type { ImportReport } from './import-report.ts'
import { emptyDataset, mergeDataset } from './merge-dataset.ts'
import { readAllSources, readSources, type ReadSources } from './read-sources.ts'
import { reportOf } from './report-of.ts'
import { listFolder, listSourceFiles } from './source-files.ts'

/** A data set with the report of its files. */
export interface LoadedDataset {
  readonly dataset: Dataset
  /** Its own contingency plans; none in most. */
  readonly contingencyPlans: readonly WrittenPlan[]
  readonly report: ImportReport
}

/**
 * Reads a whole data set folder of text files, as the program ships them. Every file must be sound: throws
 * `dataset-missing` when there is no `dataset.json`, `dataset-damaged` naming file, line, column and value of the first
 * fault.
 */
export function loadDatasetFolder(folder: string): LoadedDataset {
  requireHead(folder)
  return loadSources(readSources(listFolder(folder)), folder)
}

/** Reads a whole data set folder that may hold workbooks, under the same conditions. */
export async function openDatasetFolder(folder: string): Promise<LoadedDataset> {
  requireHead(folder)
  return loadSources(await readAllSources(listFolder(folder)), folder)
}

/** Reads a whole data set from one `.zip`, under the same conditions as a folder. */
export async function openDatasetZip(file: string): Promise<LoadedDataset> {
  try {
    return loadSources(await readAllSources(listSourceFiles([file])), file)
  } catch (error) {
    if (!(error instanceof AppError) || error.code.startsWith('dataset-')) throw error
    const code = error.code === 'file-missing' ? 'dataset-missing' : 'dataset-damaged'
    throw new AppError(code, error.message, { path: file, cause: error })
  }
}

function requireHead(folder: string): void {
  const head = statSync(join(folder, 'dataset.json'), { throwIfNoEntry: false })
  if (!head?.isFile()) {
    throw new AppError(
      'dataset-missing',
      `“${folder}”不是数据集：缺少 dataset.json。请核对路径，或用 datasets 命令查看可用数据集。`,
      {
        path: folder,
      },
    )
  }
}

function loadSources(read: ReadSources, where: string): LoadedDataset {
  const given = { chosen: null, declared: read.head?.value.crs ?? null }
  const sources = { ...read, ...inWgs84(read, assessCoordinates(read.files, new Map(), given)) }
  const checked = { ...sources, files: crossCheck(sources.files, () => new Set<string>()) }
  const [broken] = checked.broken
  if (broken !== undefined || checked.head === null) throw damaged(where, broken?.file ?? 'dataset.json', broken?.error)
  const base = emptyDataset(checked.head.value)
  const report = reportOf(base, checked)
  const faulty = [...checked.files, ...checked.plans].find(({ problems }) => problems.length > 0)
  const fault = faulty?.problems[0]
  if (faulty !== undefined && fault !== undefined) {
    throw new AppError(
      'dataset-damaged',
      `数据集“${where}”的 ${faulty.file} 第 ${fault.line} 行有误：${fault.message}`,
      {
        path: `${join(where, faulty.file)}:${fault.line}:${fault.column}`,
        value: fault.value,
      },
    )
  }
  const contingencyPlans = checked.plans.flatMap(({ written }) => written ?? [])
  return { dataset: mergeDataset(base, checked.head.value, checked.files), contingencyPlans, report }
}

function damaged(where: string, file: string, error: AppError | undefined): AppError {
  return new AppError('dataset-damaged', `数据集“${where}”读不了：${error?.message ?? `缺少 ${file}`}`, {
    path: join(where, file),
    cause: error,
  })
}
