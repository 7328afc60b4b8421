import { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { TABLE_NAMES, type TableName } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { isWorkbookName } from './excel/workbook-names.ts'
import { decodeText, parseJson } from './decode-text.ts'
import type { RowProblem } from './import-report.ts'
import type { NameProjection } from './gis/degrees.ts'
import { readGeoJson } from './gis/read-geojson.ts'
import { readLayer, unknownKind } from './gis/read-layer.ts'
import { isGisName, kindByHeader, kindByName, type FileKind } from './kind-of-file.ts'
import { readPlanSource, refuseRepeatedPlans, type ReadPlanSource } from './read-plan-source.ts'
import { readOsmRoads } from './osm/read-osm-roads.ts'
import { readTable } from './read-table.ts'
import { kindLabelOf, type ReadFile } from './record-kind.ts'
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
  const { projectionNamed } = await import('./gis/projection.ts')
  const read = readSources(
    sources.filter(({ name }) => !isWorkbookName(name) && !isGisName(name)),
    projectionNamed,
  )
  const files = [...read.files]
  const broken = [...read.broken]
  for (const source of sources) {
    try {
      files.push(...(await readWithLibrary(source)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      broken.push({
        file: source.name,
        kind: isWorkbookName(source.name) ? 'workbook' : labelByName(source.name),
        error,
      })
    }
  }
  return { ...read, files, broken }
}

/** Formats whose libraries are loaded only here: most calls meet none of them, and the program starts without. */
async function readWithLibrary(source: SourceFile): Promise<readonly ReadFile[]> {
  const { name, bytes } = source
  if (isWorkbookName(name)) return (await import('./excel/read-workbook-tables.ts')).readWorkbookTables(bytes(), name)
  return isGisName(name) ? (await import('./gis/read-gis-file.ts')).readGisFile(source) : []
}

/** Reads files one by one, without workbooks; a broken one is reported and the others are read all the same. */
export function readSources(sources: readonly SourceFile[], nameProjection?: NameProjection): ReadSources {
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
      const result = readSource(source, nameProjection)
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

function readSource(
  { name, bytes }: SourceFile,
  nameProjection?: NameProjection,
): ReadFile | NonNullable<ReadSources['head']> {
  const named = kindByName(name)
  if (named === 'osm') return readOsmRoads(bytes(), name)
  if (isWorkbookName(name) || isGisName(name)) {
    throw new AppError('bad-input', `“${name}”：随程序附带的数据集只收 CSV 和 GeoJSON。请转成这两种格式之一。`, {
      path: name,
    })
  }
  const text = decodeText(bytes(), name)
  if (named === 'dataset') return { file: name, value: readHead(text, name) }
  if (/\.(geo)?json$/i.test(name))
    return readLayer(readGeoJson(text, name, nameProjection), named === 'contingencyPlan' ? null : named)
  const kind = /\.csv$/i.test(name) ? tableOfCsv(named, text, name) : null
  if (kind !== null) return readTable(kind, text, name)
  throw unknownKind(name)
}

function tableOfCsv(named: FileKind | null, text: string, name: string): TableName | null {
  const table = TABLE_NAMES.find((each) => each === named)
  return table ?? kindByHeader(text, name)
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
