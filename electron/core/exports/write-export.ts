import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ExportChoice } from '#shared/contract/exports.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ExportFiles } from '../datasets/export/export-library.ts'
import { refuseOccupied, writeFiles } from '../datasets/write-folder.ts'
import type { ReadDb } from '../db/db-types.ts'
import { openBesideWriter, openReadOnly } from '../db/open-database.ts'
import { readDataset } from '../db/repositories/dataset.repo.ts'
import { addExportRun } from '../db/repositories/export.repo.ts'
import type { BatchStamp } from '../keeping/library-change.ts'
import { planFilesOf } from '../planning/add-dataset-plans.ts'
import { chosenDataset, countChosen, kindsInWords, kindsOf, personalTitles } from './chosen-records.ts'
import { exportFiles } from './export-files.ts'
import { writeZip } from './write-zip.ts'

/** An export that was asked for. */
export interface ExportAsk {
  readonly choice: ExportChoice
  /** Keys of the records that a filtered list shows; null = all of the kinds. */
  readonly keys: readonly string[] | null
  /** File or folder it becomes. */
  readonly target: string
  readonly stamp: BatchStamp
}

/** How far an export is; may throw to stop it. */
export type ExportTell = (file: string, records: number, of: number) => void

/**
 * Writes an export beside its target under another name, and in one step records it and gives it its name: an export
 * that is not recorded does not exist, and one that fails leaves nothing. A zip of the same name is replaced only by a whole
 * one; a folder with anything in it is refused. @throws AppError `target-not-writable`, `dataset-missing`, `bad-input`.
 */
export async function writeExport(databasePath: string, ask: ExportAsk, tell: ExportTell): Promise<number> {
  const { choice, stamp } = ask
  const target = resolve(ask.target)
  const partial = join(dirname(target), `.${basename(target)}.partial-${randomUUID().slice(0, 8)}`)
  refuseTarget(target, choice.shape)
  const { dataset, plans } = readAll(databasePath, ask)
  const records = choice.format === 'template' ? 0 : countChosen(dataset)
  const files = await exportFiles(dataset, choice, stamp, (file, done) => tell(file, done, records))
  for (const [name, text] of plans) files.set(name, text)
  const watch = (name: string): void => tell(name, records, records)
  try {
    writePartial(partial, choice.shape, files, watch)
    record(databasePath, () => renameSync(partial, target), {
      ...{ at: stamp.recordedAt, who: stamp.who, role: stamp.role, reason: stamp.reason },
      ...{ what: kindsInWords(choice.kinds), format: choice.format, path: target, records },
      isPersonal: records > 0 && personalTitles(dataset).length > 0,
    })
    return records
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw asTargetError(target, error)
  }
}

function readAll(
  databasePath: string,
  { choice, keys }: ExportAsk,
): { dataset: ReturnType<typeof chosenDataset>; plans: Map<string, string> } {
  const { db, close } = openReadOnly(databasePath)
  try {
    // One transaction: an import beside it must not be seen half-way.
    return db.transaction(() => {
      const dataset = needDataset(db)
      const isWhole = choice.kinds === null && choice.format !== 'template'
      const chosen = { kinds: kindsOf(choice), keys: keys === null ? null : new Set(keys) }
      return { dataset: chosenDataset(dataset, chosen), plans: isWhole ? planFilesOf(db) : new Map<string, string>() }
    })()
  } finally {
    close()
  }
}

function needDataset(db: ReadDb): NonNullable<ReturnType<typeof readDataset>> {
  const dataset = readDataset(db)
  if (dataset !== null) return dataset
  throw new AppError('dataset-missing', '资源库还是空的，没有可以导出的数据。请先导入数据。', { path: 'dataset' })
}

function refuseTarget(target: string, shape: ExportChoice['shape']): void {
  if (shape === 'folder') refuseOccupied(target, target)
  else if (existsSync(target) && statSync(target).isDirectory()) {
    throw new AppError('target-not-writable', `“${target}”是一个文件夹，不能当文件写。请换一个文件名。`, {
      path: target,
    })
  }
}

function writePartial(
  partial: string,
  shape: ExportChoice['shape'],
  files: ExportFiles,
  watch: (name: string) => void,
): void {
  if (shape === 'zip') writeZip(partial, files, watch)
  else writeFiles(partial, files, watch)
}

function record(databasePath: string, finish: () => void, run: Parameters<typeof addExportRun>[1]): void {
  const { db, close } = openBesideWriter(databasePath)
  try {
    db.transaction(() => {
      addExportRun(db, run)
      finish()
    }).immediate()
  } finally {
    close()
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EACCES: '没有写权限',
  EPERM: '没有写权限',
  EROFS: '磁盘是只读的',
  ENOENT: '文件夹不存在',
  ENOTEMPTY: '文件夹里已有文件',
  ENAMETOOLONG: '名称太长',
}

function asTargetError(target: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^E[A-Z]+$/.test(code)) return error
  return new AppError(
    'target-not-writable',
    `写不进“${target}”：${CAUSES[code] ?? '系统拒绝'}（${code}）。没有留下任何文件；请换一个位置，或腾出磁盘空间后重试。`,
    { path: target, value: code, cause: error },
  )
}
