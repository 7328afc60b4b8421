import { RECORD_KINDS, type RecordKind } from '../datasets/record-kind.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { WriteDb } from '../db/db-types.ts'
import { readStoredLibrary } from '../db/repositories/dataset.repo.ts'
import { addImportRun, saveMapping } from '../db/repositories/import.repo.ts'
import { applyLibraryBatch } from '../keeping/apply-library-batch.ts'
import type { BatchStamp, LibraryChange, LibraryHead } from '../keeping/library-change.ts'
import { addDatasetPlans } from '../planning/add-dataset-plans.ts'
import type { WrittenPlan } from '../planning/record-plan-change.ts'
import type { RowOutcome } from './compare-file.ts'
import type { FileMark } from './file-mark.ts'

/** Everything one import writes. */
export interface ImportToWrite {
  readonly stamp: BatchStamp
  readonly rows: readonly RowOutcome[]
  readonly retireAbsent: boolean
  /** Head of the data set, when a file brings one. */
  readonly head: DatasetHead | null
  /** Whether roads of the files are hand-drawn; null when they bring none. */
  readonly roadsSchematic: boolean | null
  readonly plans: readonly WrittenPlan[]
  readonly files: readonly FileMark[]
  readonly mappings: readonly {
    readonly kind: TableName
    readonly signature: string
    readonly columns: Readonly<Record<string, string | null>>
  }[]
  readonly counts: Readonly<Record<string, number>>
}

/** What was written: the batch of the library's history, or null when no record changed. */
export interface WrittenImport {
  readonly batchId: number | null
  readonly changes: number
}

/**
 * Writes an import in one transaction: the batch, drafts of contingency plans, the answers about columns, and the line of
 * the list of imports. `watch` is told how many changes were made and may throw: then nothing is written.
 */
export function writeImport(
  db: WriteDb,
  given: ImportToWrite,
  watch: (changes: number, of: number) => void,
): WrittenImport {
  return db
    .transaction((): WrittenImport => {
      const { stamp } = given
      const changes = changesOf(db, given)
      const { batchId, changes: made } = applyLibraryBatch(db, {
        ...stamp,
        kind: 'import',
        undoes: null,
        changes: watched(changes, watch),
      })
      addDatasetPlans(db, given.plans, stamp.recordedAt)
      for (const mapping of given.mappings) saveMapping(db, { ...mapping, usedAt: stamp.recordedAt })
      addImportRun(db, {
        ...{ batchId, at: stamp.recordedAt, who: stamp.who, role: stamp.role, reason: stamp.reason },
        files: given.files.map(({ name, sha256, sizeBytes }) => ({ name, sha256, sizeBytes })),
        counts: { ...given.counts, plans: given.plans.length },
      })
      return { batchId, changes: made }
    })
    .immediate()
}

const WATCH_EVERY = 1000

function* watched(
  changes: readonly LibraryChange[],
  watch: (changes: number, of: number) => void,
): Generator<LibraryChange> {
  for (const [index, change] of changes.entries()) {
    if (index % WATCH_EVERY === 0) watch(index, changes.length)
    yield change
  }
  // The last chance to stop: from here on it is written.
  watch(changes.length, changes.length)
}

/** Records that others point to come first and leave last. */
function changesOf(db: WriteDb, given: ImportToWrite): LibraryChange[] {
  const byKind = new Map<RecordKind, { brought: LibraryChange[]; gone: LibraryChange[] }>(
    RECORD_KINDS.map((kind) => [kind, { brought: [], gone: [] }]),
  )
  for (const { kind, key, before, after, outcome } of given.rows) {
    if (kind === null) continue
    const of = byKind.get(kind)
    if (outcome === 'new' || outcome === 'changed') of?.brought.push({ kind, key, before, after })
    // Roads replace roads: what the new network does not have is gone.
    else if (outcome === 'absent' && (given.retireAbsent || kind === 'roads'))
      of?.gone.push({ kind, key, before, after: null })
  }
  const kinds = [...byKind.values()]
  return [
    ...headChange(db, given),
    ...kinds.flatMap(({ brought }) => brought),
    ...kinds.reverse().flatMap(({ gone }) => gone),
  ]
}

function headChange(db: WriteDb, { head, roadsSchematic }: ImportToWrite): LibraryChange[] {
  const stored = readStoredLibrary(db)
  if (stored === null || (head === null && roadsSchematic === null)) return []
  const before: LibraryHead = { head: stored.head, roadsSchematic: stored.roadsSchematic }
  return [
    {
      kind: 'head',
      before,
      after: { head: head ?? before.head, roadsSchematic: roadsSchematic ?? before.roadsSchematic },
    },
  ]
}

/** Two data sets in one database would mix two counties under one head. */
export function refuseOtherDataset(stored: DatasetHead | null, brought: DatasetHead): void {
  if (stored === null || stored.id === brought.id || stored.id === 'imported') return
  throw new AppError(
    'conflict',
    `资源库里是数据集“${stored.name}”（${stored.id}），文件是“${brought.name}”（${brought.id}）。两个县区不能混在一起，请核对是不是选错了文件夹。`,
    { path: 'id', value: brought.id },
  )
}
