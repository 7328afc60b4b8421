import { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { isWorkbookName } from './excel/workbook-names.ts'
import { decodeText, parseJson } from './decode-text.ts'
import type { RowProblem } from './import-report.ts'
import { kindByHeader, kindByName, kindByProperties } from './kind-of-file.ts'
import { readPlanSource, refuseRepeatedPlans, type ReadPlanSource } from './read-plan-source.ts'
import { readOsmRoads } from './osm/read-osm-roads.ts'
import { readAreas, readRiskAreas } from './read-areas.ts'
import { readRoads } from './read-roads.ts'
import { readTable } from './read-table.ts'
import { isTableName, kindLabelOf, type ReadFile, type RecordKind } from './record-kind.ts'
import type { SourceFile } from './source-files.ts'

/** A file that could not be read at all, with the reason. */
export interface BrokenFile {
  readonly file: string
  readonly kind: string
  readonly error: AppError
}

/** Everything a list of files held. */
export interface ReadSources {
  readonly head: { readonly file: string; readonly value: DatasetHead } | null
  readonly files: readonly ReadFile[]
  /** Contingency plans, one a file. */
  readonly plans: readonly ReadPlanSource[]
  readonly broken: readonly BrokenFile[]
}

/** Reads files and workbooks one by one; a broken one is reported and the others are read all the same. */
export async function readAllSources(sources: readonly SourceFile[]): Promise<ReadSources> {
  const read = readSources(sources.filter(({ name }) => !isWorkbookName(name)))
  const workbooks = sources.filter(({ name }) => isWorkbookName(name))
  if (workbooks.length === 0) return read
  // Loaded only here: most calls meet no workbook, and the program starts without the library.
  const { readWorkbookTables } = await import('./excel/read-workbook-tables.ts')
  const files = [...read.files]
  const broken = [...read.broken]
  for (const { name, bytes } of workbooks) {
    try {
      files.push(...(await readWorkbookTables(bytes(), name)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      broken.push({ file: name, kind: 'workbook', error })
    }
  }
  return { ...read, files, broken }
}

/** Reads files one by one, without workbooks; a broken one is reported and the others are read all the same. */
export function readSources(sources: readonly SourceFile[]): ReadSources {
  let head: ReadSources['head'] = null
  const files: ReadFile[] = []
  const plans: ReadPlanSource[] = []
  const broken: BrokenFile[] = []
  for (const source of sources) {
    try {
      if (kindByName(source.name) === 'contingencyPlan') {
        plans.push(readPlanSource(source))
        continue
      }
      const result = readSource(source)
      if ('records' in result) files.push(result)
      else head = result
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      broken.push({ file: source.name, kind: labelByName(source.name), error })
    }
  }
  return { head, files, plans: refuseRepeatedPlans(plans), broken }
}

/** The fault of a broken file as a problem of its report. */
export function problemOfBroken({ error }: BrokenFile): RowProblem {
  return {
    line: 0,
    column: error.path,
    value: typeof error.value === 'string' ? error.value : '',
    code: error.code,
    message: error.message,
  }
}

function readSource({ name, bytes }: SourceFile): ReadFile | NonNullable<ReadSources['head']> {
  const named = kindByName(name)
  if (named === 'osm') return readOsmRoads(bytes(), name)
  if (isWorkbookName(name)) {
    throw new AppError('bad-input', `“${name}”是 Excel 工作簿，随程序附带的数据集只收 CSV。请逐表另存为“CSV UTF-8”。`, {
      path: name,
    })
  }
  const text = decodeText(bytes(), name)
  if (named === 'dataset') return { file: name, value: readHead(text, name) }
  const kind = named === null || named === 'contingencyPlan' ? kindByContent(name, text) : named
  if (kind === null) {
    throw new AppError(
      'bad-input',
      `看不出“${name}”是什么数据。请按数据集文件命名（如 teams.csv），或使用样表的表头。`,
      { path: name },
    )
  }
  return readKind(kind, text, name)
}

function readKind(kind: RecordKind, text: string, file: string): ReadFile {
  if (isTableName(kind)) return readTable(kind, text, file)
  if (kind === 'roads') return readRoads(text, file)
  return kind === 'areas' ? readAreas(text, file) : readRiskAreas(text, file)
}

function kindByContent(name: string, text: string): RecordKind | null {
  if (/\.csv$/i.test(name)) return kindByHeader(text, name)
  return /\.(geo)?json$/i.test(name) ? kindByProperties(text) : null
}

function labelByName(name: string): string {
  const kind = kindByName(name)
  if (kind === null) return 'unknown'
  if (kind === 'osm') return 'roads'
  return kind === 'dataset' ? 'dataset' : kind === 'contingencyPlan' ? 'contingency_plans' : kindLabelOf(kind)
}

function readHead(text: string, file: string): DatasetHead {
  const parsed = DatasetHead.safeParse(parseJson(text, file))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = (issue?.path ?? []).map(String).join('.')
  throw new AppError(
    'bad-input',
    `${file} 的字段 ${path === '' ? '（整体）' : path} 不对：${issue?.message ?? ''}。请按 dataset/1 格式改正。`,
    {
      path: `${file}:${path}`,
    },
  )
}
