import { AppError } from '#shared/kernel/app-error.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'
import { planFilesOf } from '#electron/core/planning/add-dataset-plans.ts'
import { tableNamed } from '#electron/core/datasets/excel/workbook-names.ts'
import { EXPORT_FORMATS, type ExportFormat } from '#shared/contract/exports.contract.ts'
import { exportLibrary } from '#electron/core/datasets/export/export-library.ts'
import { writeFolder } from '#electron/core/datasets/write-folder.ts'
import type { CommandArguments, Outcome } from '../command.ts'
import { requireOption } from '../require-option.ts'
import { readDatabaseDataset, withDatabase } from '../read-database.ts'

/** `export`: the data set of a database as files in a new folder, or templates to be filled in. */
export async function runExport(given: CommandArguments): Promise<Outcome> {
  const template = given.options['template']
  if (typeof template === 'string') return exportTemplates(template, requireOption(given, 'to'))
  const path = requireOption(given, 'db')
  const folder = requireOption(given, 'to')
  const format = formatOf(given)
  const dataset = readDatabaseDataset(path)
  if (dataset === null)
    throw new AppError('dataset-missing', `数据库“${path}”里还没有数据集。请先用 import 导入。`, { path })
  const data = await exportLibrary(dataset, format)
  const files = new Map<string, string | Uint8Array>([...data, ...withDatabase(path, planFilesOf)])
  writeFolder(folder, files)
  return {
    exitCode: 0,
    document: { ok: true, folder, id: dataset.head.id, version: dataset.version, files: [...files.keys()] },
  }
}

async function exportTemplates(choice: string, folder: string): Promise<Outcome> {
  const one = tableNamed(choice)
  if (one === null && choice !== 'all') {
    const names = TABLE_NAMES.map((name) => TABLES[name].sqlTable).join('、')
    throw new AppError('bad-option', `没有“${choice}”这张表。可用：${names}；all 表示全部。`, {
      path: '--template',
      value: choice,
    })
  }
  const { writeTemplate } = await import('#electron/core/datasets/excel/table-template.ts')
  const files = new Map<string, Uint8Array>()
  for (const name of one === null ? TABLE_NAMES : [one]) {
    files.set(`${TABLES[name].sqlTable}-template.xlsx`, await writeTemplate(name))
  }
  writeFolder(folder, files)
  return { exitCode: 0, document: { ok: true, folder, files: [...files.keys()] } }
}

function formatOf(given: CommandArguments): ExportFormat {
  const wanted = given.options['format'] ?? 'csv'
  const format = EXPORT_FORMATS.find((each) => each === wanted)
  if (format !== undefined) return format
  throw new AppError('bad-option', `--format 的值“${String(wanted)}”不对。可用：${EXPORT_FORMATS.join('、')}。`, {
    path: '--format',
    value: wanted,
  })
}
