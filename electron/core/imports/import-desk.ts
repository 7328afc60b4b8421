import { join } from 'node:path'
import type { ImportMapping, ImportProgress, ImportSource, ImportSystem } from '#shared/contract/imports.contract.ts'
import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { withFileErrors } from '../db/file-errors.ts'
import { openBesideWriter, openReadOnly } from '../db/open-database.ts'
import { readStoredLibrary } from '../db/repositories/dataset.repo.ts'
import { findMapping } from '../db/repositories/import.repo.ts'
import {
  assessCoordinates,
  headInWgs84,
  inWgs84,
  type CoordinateQuestion,
} from '../datasets/coordinates/assess-coordinates.ts'
import { knownPlacesOf } from '../datasets/coordinates/known-places.ts'
import { placesOfLibrary, readShippedPlaces } from '../datasets/coordinates/shipped-places.ts'
import { crossCheck, superiorsOf } from '../datasets/cross-check.ts'
import { readRows } from '../datasets/read-table.ts'
import type { ReadFile } from '../datasets/record-kind.ts'
import { undoLibraryBatch } from '../keeping/undo-library-batch.ts'
import { listSourceFiles } from '../datasets/source-files.ts'
import { headerSignature } from './column-names.ts'
import { writeExport } from '../exports/write-export.ts'
import { brokenRow, compareFile, countOutcomes, type RowOutcome } from './compare-file.ts'
import { markFiles, refuseChangedFiles, type FileMark } from './file-mark.ts'
import { absentIn, byPlace, describe, noteDoubts, type DeskSource } from './desk-source.ts'
import { cancelled, libraryChanged, rowsRefused, unanswered } from './desk-refusals.ts'
import type { CommitAsk, DeskParts, ImportDesk, OpenDesk } from './import-port.ts'
import { readStanding, type StandingLibrary } from './read-standing.ts'
import { refusedFiles } from './refused-files.ts'
import { reportPage } from './report-page.ts'
import { stageSources } from './stage-sources.ts'
import { identifyTables, type TablesOfSources } from './identity/identify-tables.ts'
import { openTableDesk, type TableDesk } from './table-desk.ts'
import { refuseOtherDataset, writeImport, type WrittenImport } from './write-import.ts'

/** What a check found, as long as nothing was answered anew. */
interface Checked {
  readonly version: string
  readonly rows: readonly RowOutcome[]
  readonly files: ReadonlyMap<number, ReadFile>
  readonly question: CoordinateQuestion | null
  readonly crs: ImportSystem | null
}

/**
 * The desk itself; it works on the thread it is called on. `isCancelled` is asked from time to time: work under way then
 * ends with `cancelled`.
 */
export function openImportDesk(parts: DeskParts, isCancelled: () => boolean): ImportDesk {
  const { databasePath, resourcesFolder, onProgress } = parts
  let sources: DeskSource[] = []
  let marks: FileMark[] = []
  let checked: Checked | null = null
  let isStopped = false

  const tell = (progress: ImportProgress): void => {
    if (isStopped || isCancelled()) throw cancelled()
    onProgress(progress)
  }
  const reading = <T>(work: (db: ReadDb) => T): T => {
    const { db, close } = openReadOnly(databasePath)
    try {
      return work(db)
    } finally {
      close()
    }
  }
  const listed = (): ImportSource[] => sources.map((source, index) => describe(source, index))
  const sourceAt = (index: number): DeskSource => {
    const found = sources[index]
    if (found === undefined) throw new AppError('not-found', '没有这个文件。请重新打开导入。', { path: 'source' })
    return found
  }
  const previewOf = (index: number): ReturnType<TableDesk['preview']> => {
    const source = sourceAt(index)
    const described = describe(source, index)
    if (source.table !== null) return source.table.preview(described)
    return { source: described, columns: [], rows: [], constants: {}, words: [], wanted: [] }
  }

  const headOf = (): DatasetHead | null =>
    sources.flatMap(({ staged }) => (staged.form === 'head' ? [staged.head] : [])).at(-1) ?? null

  /** Every row read under its columns, with positions in WGS84. */
  const readAll = (
    library: StandingLibrary,
    crs: ImportSystem | null,
  ): { files: Map<number, ReadFile>; tables: TablesOfSources; question: CoordinateQuestion | null } => {
    const files = new Map<number, ReadFile>()
    const tables = identifyTables(sources, library)
    for (const [index, { staged }] of sources.entries()) {
      if (staged.form === 'layer') files.set(index, staged.read)
      const found = tables.get(index)
      if (found === undefined) continue
      const { kind, table } = found
      const watch = (rows: number): void => tell({ phase: 'check', file: staged.file, rows, of: table.lines.length })
      files.set(index, readRows(kind, table, staged.file, watch))
    }
    const known = knownPlacesOf([
      readShippedPlaces(join(resourcesFolder, 'datasets')),
      placesOfLibrary(
        [...files.values()].map(({ kind }) => kind),
        (kind) => [...library.of(kind).values()],
      ),
    ])
    const head = headOf()
    const report = assessCoordinates([...files.values()], known, { chosen: crs, declared: head?.crs ?? null })
    const converted = inWgs84({ files: [...files.values()], head: null }, report).files
    return { files: byPlace(files, converted), tables, question: report.question }
  }

  const checkAll = (library: StandingLibrary, crs: ImportSystem | null): Checked => {
    const head = headOf()
    if (head !== null) refuseOtherDataset(library.head, head)
    const { files, tables, question } = readAll(library, crs)
    const superiors = superiorsOf(library.of('organisations').values())
    const sound = crossCheck([...files.values()], (kind) => new Set(library.of(kind).keys()), superiors)
    const byIndex = byPlace(files, sound)
    noteDoubts(sources, byIndex, library)
    const rows = [...byIndex].flatMap(([index, file]) =>
      compareFile(index, file, {
        standing: library.of(file.kind),
        text: tables.get(index)?.table ?? null,
        basis: tables.get(index)?.basis ?? new Map(),
        watch: (done) => tell({ phase: 'compare', file: file.file, rows: done, of: file.records.length }),
      }),
    )
    const broken = sources.flatMap(({ staged }, index) =>
      'problem' in staged && staged.problem !== '' ? [brokenRow(index, staged.file, staged.problem)] : [],
    )
    const all = [...broken, ...rows, ...absentIn(byIndex, rows, library)]
    return { version: library.version, rows: all, files: byIndex, question, crs }
  }

  const commit = ({ stamp, skipRefused, retireAbsent }: CommitAsk): WrittenImport & { plans: number } => {
    const found = needChecked(checked)
    if (found.question !== null) throw new AppError('coordinates-shifted', found.question.message, { path: 'crs' })
    const files = [...found.files.values()]
    const counts = countOutcomes(found.rows, files)
    if (!skipRefused && counts.refused > 0) throw rowsRefused(counts.refused)
    refuseChangedFiles(marks)
    return withFileErrors(databasePath, () => {
      const { db, close } = openBesideWriter(databasePath)
      try {
        // Another hand changed the library since: what was shown may no longer be what would be written.
        if ((readStoredLibrary(db)?.version ?? '') !== found.version) throw libraryChanged()
        const roads = files.filter(({ kind }) => kind === 'roads')
        const plans = sources.flatMap(({ staged }) =>
          staged.form === 'plan' && staged.written !== null ? [staged.written] : [],
        )
        const declaredHead = headOf()
        const storedHead = declaredHead === null ? null : headInWgs84(declaredHead)
        const written = writeImport(
          db,
          {
            ...{ stamp, rows: found.rows, retireAbsent, head: storedHead, plans, files: marks, counts },
            roadsSchematic: roads.length === 0 ? null : roads.some(({ schematic }) => schematic),
            mappings: sources.flatMap(({ table }) => table?.toRemember() ?? []),
          },
          (rows, of) => tell({ phase: 'write', file: '', rows, of }),
        )
        return { ...written, plans: plans.length }
      } finally {
        close()
      }
    })
  }

  return {
    open: async (paths) => {
      marks = markFiles(paths)
      const staged = await stageSources(listSourceFiles(paths), (file, rows, of) =>
        tell({ phase: 'read', file, rows, of }),
      )
      sources = reading((db) =>
        staged.map((source) => ({
          staged: source,
          table:
            source.form === 'table'
              ? openTableDesk(source, (kind) => findMapping(db, kind, headerSignature(source.header)))
              : null,
          counts: null,
          notes: [],
        })),
      )
      return listed()
    },
    preview: (source) => settle(() => previewOf(source)),
    setMapping: (source, mapping: ImportMapping) =>
      settle(() => {
        const { table } = sourceAt(source)
        if (table === null) throw new AppError('bad-input', '这个文件没有可以对应的列。', { path: 'source' })
        table.answer(mapping)
        checked = null
        for (const each of sources) {
          each.counts = null
          each.notes = []
        }
        return previewOf(source)
      }),
    check: (crs) =>
      settle(() => {
        const open = listed().find(
          ({ form, kind, missing }) => form === 'table' && (kind === null || missing.length > 0),
        )
        if (open !== undefined) throw unanswered(open)
        const found = reading((db) => checkAll(readStanding(db), crs))
        checked = found
        for (const [index, source] of sources.entries()) {
          const file = found.files.get(index)
          source.counts =
            file === undefined
              ? null
              : countOutcomes(
                  found.rows.filter((row) => row.source === index),
                  [file],
                )
        }
        const counts = countOutcomes(found.rows, [...found.files.values()])
        const { question } = found
        return {
          sources: listed(),
          counts,
          question: question === null ? null : { message: question.message, proposal: question.proposal },
        }
      }),
    commit: (ask) => settle(() => commit(ask)),
    undo: (batchId, stamp) =>
      settle(() => {
        const { db, close } = openBesideWriter(databasePath)
        try {
          const { batchId: undoneBy, changes } = undoLibraryBatch(db, batchId, stamp)
          return { batchId: undoneBy, changes }
        } finally {
          close()
        }
      }),
    exportTo: (ask) => writeExport(databasePath, ask, (file, rows, of) => tell({ phase: 'write', file, rows, of })),
    stop: () => {
      isStopped = true
    },
    report: (ask) =>
      settle(() =>
        reportPage(
          needChecked(checked).rows,
          sources.map(({ staged }) => staged.file),
          ask,
        ),
      ),
    refusedRows: () => settle(() => refusedFiles(sources, needChecked(checked).rows)),
    dispose: () => {
      sources = []
      marks = []
      checked = null
    },
  }
}

/** A desk on this thread, for programs without a worker; it can only be ended between two calls. */
export const openDeskHere: OpenDesk = (parts) => openImportDesk(parts, () => false)

/** Runs work on this thread and answers as a promise, refusals too. */
function settle<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()))
}

function needChecked(checked: Checked | null): Checked {
  if (checked !== null) return checked
  throw new AppError('conflict', '列对应改过，还没有重新核对。请先核对。', { path: 'sessionId' })
}
