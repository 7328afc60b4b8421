import { recordKeyOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordText } from '#shared/domain/dataset/record-text.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { WriteDb } from '../db/db-types.ts'
import { readStoredLibrary, saveLibraryHead } from '../db/repositories/dataset.repo.ts'
import {
  addBatch,
  openChangeWriter,
  readDigests,
  readLastBatch,
  saveDigest,
  type StoredChange,
} from '../db/repositories/library-history.repo.ts'
import { openRecordWriter, type RecordWriter } from '../db/repositories/library-table.repo.ts'
import { batchHashOf, CHAIN_START, startChangesHash } from './batch-chain.ts'
import { startReferenceCheck } from './check-references.ts'
import { recordTitleOf, type LibraryBatch, type LibraryHead, type RecordChange } from './library-change.ts'
import {
  digestOfHex,
  hexOf,
  libraryVersionOf,
  NO_ROWS,
  withoutRecord,
  withRecord,
  type KindDigest,
} from './library-digest.ts'
import { recordExistingLibrary } from './write-initial-library.ts'

/** What became of a batch. */
export interface AppliedBatch {
  /** Its number, or null when it changed nothing and none was kept. */
  readonly batchId: number | null
  /** Changes that were made. */
  readonly changes: number
  /** Version of the data set now. */
  readonly version: string
}

/** How many records a conflict names. */
const NAMED = 20

/**
 * Makes the changes of a batch in one transaction: records in their place, the history, the digests, the version. This
 * is the only way the library changes once a database has one. A change whose `before` and `after` say the same is
 * dropped; a batch of only such changes is not kept.
 *
 * @throws AppError `conflict` when a record is not what `before` says (with the list of those) or when one that leaves
 * its table is still referred to, `unknown-reference`, `dataset-missing` when there is no library yet.
 */
export function applyLibraryBatch(db: WriteDb, batch: LibraryBatch): AppliedBatch {
  return db.transaction(() => apply(db, batch)).immediate()
}

function apply(db: WriteDb, batch: LibraryBatch): AppliedBatch {
  const stored = readStoredLibrary(db)
  if (stored === null) {
    throw new AppError('dataset-missing', '数据库中还没有资源库；请先导入数据集', { path: 'dataset' })
  }
  recordExistingLibrary(db, batch)
  const previous = readLastBatch(db)
  const batchId = (previous?.batchId ?? 0) + 1
  const writer = startBatch(db, batchId, { head: stored.head, roadsSchematic: stored.roadsSchematic })
  for (const change of batch.changes) {
    if (change.kind === 'head') writer.changeHead(change.before, change.after)
    else writer.change(change)
  }
  const done = writer.end()
  if (done.changes === 0) return { batchId: null, changes: 0, version: stored.version }
  const { kind, recordedAt, who, role, seat, reason, undoes } = batch
  const version = libraryVersionOf(done.head, done.digests)
  const body = {
    ...{ batchId, kind, recordedAt, who, role, seat, reason, undoes },
    ...{ changes: done.changes, changesHash: done.changesHash, version, prevHash: previous?.hash ?? CHAIN_START },
  }
  addBatch(db, { ...body, hash: batchHashOf(body) })
  saveLibraryHead(db, { ...done.head, version })
  return { batchId, changes: done.changes, version }
}

interface BatchWriter {
  change(change: RecordChange): void
  changeHead(before: LibraryHead, after: LibraryHead): void
  end(): {
    changes: number
    changesHash: string
    head: LibraryHead
    digests: ReadonlyMap<RecordKind, KindDigest>
  }
}

function startBatch(db: WriteDb, batchId: number, standing: LibraryHead): BatchWriter {
  const digests = new Map<RecordKind, KindDigest>()
  for (const [kind, { rows, digest }] of readDigests(db)) digests.set(kind, { rows, digest: digestOfHex(digest) })
  const touched = new Set<RecordKind>()
  const writers = new Map<RecordKind, RecordWriter>()
  const keep = openChangeWriter(db, batchId)
  const sum = startChangesHash()
  const references = startReferenceCheck(db)
  const conflicts: { kind: RecordKind | 'head'; key: string }[] = []
  let head = standing
  let changes = 0
  const record = (change: StoredChange): void => {
    changes += 1
    keep(change)
    sum.add(change)
  }
  const writerOf = (kind: RecordKind): RecordWriter => {
    const known = writers.get(kind)
    if (known !== undefined) return known
    const opened = openRecordWriter(db, kind)
    writers.set(kind, opened)
    return opened
  }
  return {
    change: (change) => {
      const { kind, key } = change
      const texts = textsOf(change)
      if (texts.before === texts.after) return
      const writer = writerOf(kind)
      const standing = writer.find(change.after ?? change.before ?? {})
      if ((standing === null ? null : recordText(kind, standing)) !== texts.before) {
        conflicts.push({ kind, key })
        return
      }
      if (change.after === null) writer.remove(change.before ?? {})
      else if (change.before === null) writer.insert(change.after)
      else writer.update(change.after)
      let digest = digests.get(kind) ?? NO_ROWS
      if (texts.before !== null) digest = withoutRecord(digest, texts.before)
      if (texts.after !== null) digest = withRecord(digest, texts.after)
      digests.set(kind, digest)
      touched.add(kind)
      references.add(change)
      record({ kind, key, ...texts })
    },
    changeHead: (before, after) => {
      const texts = { before: headText(before), after: headText(after) }
      if (texts.before === texts.after) return
      if (headText(head) !== texts.before) conflicts.push({ kind: 'head', key: '' })
      head = after
      record({ kind: 'head', key: '', ...texts })
    },
    end: () => {
      refuseConflicts(conflicts)
      references.end()
      for (const kind of touched) {
        const { rows, digest } = digests.get(kind) ?? NO_ROWS
        saveDigest(db, kind, { rows, digest: hexOf(digest) })
      }
      return { changes, changesHash: sum.end(), head, digests }
    },
  }
}

function textsOf({ kind, key, before, after }: RecordChange): { before: string | null; after: string | null } {
  invariant(
    [before, after].every((value) => value === null || recordKeyOf(kind, value) === key),
    `a change of ${kind} ${key} has this key`,
  )
  return {
    before: before === null ? null : recordText(kind, before),
    after: after === null ? null : recordText(kind, after),
  }
}

/** Head and kind of road network as one text. */
export function headText({ head, roadsSchematic }: LibraryHead): string {
  return canonicalJson({ head, roadsSchematic })
}

function refuseConflicts(conflicts: readonly { kind: RecordKind | 'head'; key: string }[]): void {
  if (conflicts.length === 0) return
  const names = conflicts.slice(0, NAMED).map(({ kind, key }) => {
    return kind === 'head' ? '数据集说明' : `${recordTitleOf(kind)}“${key}”`
  })
  const more = conflicts.length > NAMED ? `等 ${conflicts.length} 条` : ''
  throw new AppError(
    'conflict',
    `这些记录在此期间已被改动：${names.join('、')}${more}；没有写入任何内容，请重新打开后再改`,
    { path: 'changes', value: conflicts },
  )
}
