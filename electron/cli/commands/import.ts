import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Dataset, DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { AppError, type ErrorReport } from '#shared/kernel/app-error.ts'
import {
  assessCoordinates,
  coordinateRefusal,
  inWgs84,
} from '#electron/core/datasets/coordinates/assess-coordinates.ts'
import {
  COORDINATE_SYSTEMS,
  isCoordinateSystem,
  type CoordinateSystem,
} from '#electron/core/datasets/coordinates/coordinate-system.ts'
import { knownPlacesOf } from '#electron/core/datasets/coordinates/known-places.ts'
import { placesOfLibrary, readShippedPlaces } from '#electron/core/datasets/coordinates/shipped-places.ts'
import { crossCheck, superiorsOf } from '#electron/core/datasets/cross-check.ts'
import { doubtNotes, findDoubts } from '#electron/core/datasets/find-doubts.ts'
import type { ImportReport } from '#electron/core/datasets/import-report.ts'
import { emptyDataset, mergeDataset } from '#electron/core/datasets/merge-dataset.ts'
import { readAllSources, type ReadSources } from '#electron/core/datasets/read-sources.ts'
import { recordKeyOf, recordsOf } from '#electron/core/datasets/record-kind.ts'
import { reportOf, type PlanStanding } from '#electron/core/datasets/report-of.ts'
import { listSourceFiles } from '#electron/core/datasets/source-files.ts'
import { addDatasetPlans, standingOf } from '#electron/core/planning/add-dataset-plans.ts'
import type { WrittenPlan } from '#electron/core/planning/record-plan-change.ts'
import { wallTimeOf } from '#electron/core/replication/wall-time.ts'
import { openDatabase } from '#electron/core/db/open-database.ts'
import { readDataset } from '#electron/core/db/repositories/dataset.repo.ts'
import { applyLibraryBatch } from '#electron/core/keeping/apply-library-batch.ts'
import { changesBetween } from '#electron/core/keeping/changes-between.ts'
import type { BatchStamp } from '#electron/core/keeping/library-change.ts'
import { recordExistingLibrary, writeInitialLibrary } from '#electron/core/keeping/write-initial-library.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { datasetsFolder } from '../choose-dataset.ts'
import { requireOption } from '../require-option.ts'
import { readDatabaseDataset, withDatabase } from '../read-database.ts'

/** `import`: files into a database, whole or not at all, with a row-by-row report. The database is created. */
export async function runImport(given: CommandArguments, surroundings: Surroundings): Promise<Outcome> {
  const { nowMs } = surroundings
  const path = requireOption(given, 'db')
  const chosen = chosenSystem(given)
  const read = await readAllSources(listSourceFiles(given.rest))
  const stored = existsSync(path) ? readDatabaseDataset(path) : null
  const known = knownPlacesOf([
    readShippedPlaces(datasetsFolder(surroundings)),
    stored === null
      ? []
      : placesOfLibrary(
          read.files.map(({ kind }) => kind),
          (kind) => recordsOf(stored, kind),
        ),
  ])
  const crs = assessCoordinates(read.files, known, { chosen, declared: read.head?.value.crs ?? null })
  const sources = { ...read, ...inWgs84(read, crs) }
  const base = stored ?? emptyDataset(sources.head?.value ?? unnamedHead(nowMs()))
  const sound = crossCheck(sources.files, (kind) => keysOf(base, kind), superiorsOf(base.organisations))
  const areas = mergeDataset(
    base,
    null,
    sound.filter(({ kind }) => kind === 'areas'),
  ).areas
  const checked = {
    ...sources,
    files: sound.map((file) => ({ ...file, notes: [...(file.notes ?? []), ...doubtNotes(findDoubts(file, areas))] })),
  }
  const before = stored ?? emptyDataset(unnamedHead(nowMs()))
  const report = { ...reportOf(before, checked, standingIn(path)), ...(crs.files.length === 0 ? {} : { crs }) }

  const skips = given.options['skip-bad-rows'] === true
  if (checked.broken.length > 0 || (!report.ok && !skips)) {
    return { exitCode: 2, document: { ...report, ok: false }, error: refusal(report, checked) }
  }
  if (crs.question !== null) {
    return { exitCode: 2, document: { ...report, ok: false }, error: coordinateRefusal(crs.question).toReport() }
  }
  if (checked.files.length === 0 && checked.plans.length === 0 && checked.head === null) {
    throw new AppError(
      'bad-input',
      `“${given.rest.join('、')}”里没有数据文件。请给出 CSV、.xlsx、GeoJSON、KML、Shapefile 的 zip、.osm.pbf 或数据集文件夹。`,
      {
        path: given.rest[0] ?? '',
      },
    )
  }
  refuseOtherDataset(path, stored, checked)
  const dataset = mergeDataset(base, checked.head?.value ?? null, checked.files)
  const plans = checked.plans.flatMap(({ written }) => written ?? [])
  const stamp = stampOf(given.rest, wallTimeOf(nowMs()))
  store(path, stored, { dataset, plans, stamp }, nowMs())
  return { exitCode: 0, document: { ...report, ok: true } }
}

function chosenSystem({ options }: CommandArguments): CoordinateSystem | null {
  const crs = options['crs'] ?? null
  if (crs === null || isCoordinateSystem(crs)) return crs
  throw new AppError('bad-option', `--crs 的值“${String(crs)}”不对。可用：${COORDINATE_SYSTEMS.join('、')}。`, {
    path: '--crs',
    value: crs,
  })
}

/** Two data sets in one database would mix two counties under one head. */
function refuseOtherDataset(path: string, stored: Dataset | null, { head }: ReadSources): void {
  if (stored === null || head === null || stored.head.id === head.value.id || stored.head.id === UNNAMED) return
  throw new AppError(
    'conflict',
    `数据库“${path}”里是数据集“${stored.head.id}”，要导入的是“${head.value.id}”。请为它另建数据库（换一个 --db 文件）。`,
    { path: 'id', value: head.value.id },
  )
}

/** Who imports: whoever sits at the command line, with the names of what was given. */
function stampOf(given: readonly string[], recordedAt: string): BatchStamp {
  const reason = `导入 ${given.map((path) => basename(path)).join('、')}`
  return { recordedAt, who: '命令行', role: 'commandLine', seat: '', reason }
}

/** Writes in one transaction. A database that could not be filled is not left behind half made. */
function store(
  path: string,
  before: Dataset | null,
  { dataset, plans, stamp }: { dataset: Dataset; plans: readonly WrittenPlan[]; stamp: BatchStamp },
  nowMs: number,
): void {
  const existed = existsSync(path)
  let isWritten = false
  try {
    const opened = openDatabase(path, { nowMs, damaged: 'refuse' })
    try {
      const { db } = opened
      const standing = readDataset(db)
      if ((standing?.version ?? null) !== (before?.version ?? null)) {
        throw new AppError('database-busy', `数据库“${path}”在核对期间被另一个程序改动，没有写入。请重试。`, { path })
      }
      db.transaction(() => {
        if (standing === null || before === null) writeInitialLibrary(db, dataset, stamp)
        else {
          recordExistingLibrary(db, stamp)
          applyLibraryBatch(db, { ...stamp, kind: 'import', undoes: null, changes: changesBetween(before, dataset) })
        }
        addDatasetPlans(db, plans, wallTimeOf(nowMs))
      }).immediate()
      isWritten = true
    } finally {
      opened.close()
    }
  } finally {
    if (!existed && !isWritten)
      for (const ending of ['', '-wal', '-shm', '.lock']) rmSync(`${path}${ending}`, { force: true })
  }
}

/** What each contingency plan is beside those of the database, if there is one. */
function standingIn(path: string): PlanStanding {
  return (written) => (existsSync(path) ? withDatabase(path, (db) => standingOf(db, written)) : 'new')
}

function keysOf(base: Dataset, kind: Parameters<typeof recordsOf>[1]): ReadonlySet<string> {
  return new Set(recordsOf(base, kind).map((value) => recordKeyOf(kind, value)))
}

function refusal(report: ImportReport, { broken }: ReadSources): ErrorReport {
  const [fault] = broken
  if (fault !== undefined) return fault.error.toReport()
  const file = report.files.find(({ problems }) => problems.length > 0)
  const problem = file?.problems[0]
  const reason = (problem?.message ?? '').replace(/。?$/, '。')
  const refused = report.files.reduce((sum, entry) => sum + entry.refused, 0)
  return {
    code: 'rows-refused',
    message: `有 ${refused} 行不合格，没有写入任何内容。首处：${file?.file ?? ''} 第 ${problem?.line ?? 0} 行：${reason}改正后重试，或加 --skip-bad-rows 跳过这些行。`,
    path: `${file?.file ?? ''}:${problem?.line ?? 0}:${problem?.column ?? ''}`,
    value: problem?.value ?? null,
  }
}

const UNNAMED = 'imported'

/** Head of a data set that came without `dataset.json`. */
function unnamedHead(nowMs: number): DatasetHead {
  const asOf = new Date(nowMs).toISOString().slice(0, 10)
  return { schema: 'dataset/1', id: UNNAMED, name: '导入的数据集', region: '', asOf, isDemo: false, sources: [] }
}
