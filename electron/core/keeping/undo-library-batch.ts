import { recordOfText } from '#shared/domain/dataset/record-text.ts'
import { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import * as z from 'zod'
import type { WriteDb } from '../db/db-types.ts'
import { findBatch, readChanges, type StoredChange } from '../db/repositories/library-history.repo.ts'
import { applyLibraryBatch, type AppliedBatch } from './apply-library-batch.ts'
import type { BatchStamp, LibraryChange, LibraryHead } from './library-change.ts'

const Head = z.strictObject({ head: DatasetHead, roadsSchematic: z.boolean() })

/**
 * Takes a whole batch back, as a new batch. What was changed since stays: then nothing is taken back.
 *
 * @throws AppError `conflict` with the list of records that were changed since, or when others refer to what the batch
 * brought; `not-found`; `forbidden` for the data a database began with.
 */
export function undoLibraryBatch(db: WriteDb, batchId: number, stamp: BatchStamp): AppliedBatch {
  return db
    .transaction(() => {
      const batch = findBatch(db, batchId)
      if (batch === null) {
        throw new AppError('not-found', `没有编号为 ${batchId} 的改动；请刷新列表`, { path: 'batchId', value: batchId })
      }
      if (batch.kind === 'initial') {
        throw new AppError('forbidden', '建库时载入的数据不能整批撤销；请逐条停用，或导入另一份数据', {
          path: 'batchId',
          value: batchId,
        })
      }
      const changes = [...readChanges(db, batchId)].reverse().map(takenBack)
      return applyLibraryBatch(db, { ...stamp, kind: 'undo', undoes: batchId, changes })
    })
    .immediate()
}

function takenBack({ kind, key, before, after }: StoredChange): LibraryChange {
  if (kind === 'head') return { kind, before: headOf(after), after: headOf(before) }
  return {
    kind,
    key,
    before: after === null ? null : recordOfText(kind, after),
    after: before === null ? null : recordOfText(kind, before),
  }
}

function headOf(text: string | null): LibraryHead {
  return Head.parse(JSON.parse(text ?? ''))
}
