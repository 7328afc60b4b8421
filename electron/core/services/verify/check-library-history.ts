import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { RECORD_KINDS, recordKeyOf, recordsOf } from '#shared/domain/dataset/record-kinds.ts'
import { recordText } from '#shared/domain/dataset/record-text.ts'
import type { ReadDb } from '../../db/db-types.ts'
import {
  readAllBatches,
  readChanges,
  readDigests,
  readNewestChanges,
  type StoredBatch,
} from '../../db/repositories/library-history.repo.ts'
import { headText } from '../../keeping/apply-library-batch.ts'
import { batchHashOf, CHAIN_START, startChangesHash } from '../../keeping/batch-chain.ts'
import { recordTitleOf } from '../../keeping/library-change.ts'
import { digestsOf, hexOf, libraryVersionOf } from '../../keeping/library-digest.ts'
import type { Problem } from './problem.ts'

/**
 * The library against its history: the chain of batches and their changes is whole, every record that was changed is
 * what its newest change left, and the rows of every table add up to the digests and the version kept for them.
 */
export function checkLibraryHistory(db: ReadDb, dataset: Dataset): Problem[] {
  const batches = readAllBatches(db)
  if (batches.length === 0) {
    return [{ code: 'library-unrecorded', text: '资源库还没有改动记录；请用指挥台打开一次', table: 'library_batches' }]
  }
  return [...checkBatches(db, batches), ...checkRecords(db, dataset), ...checkSums(db, dataset, batches)]
}

function checkBatches(db: ReadDb, batches: readonly StoredBatch[]): Problem[] {
  let previous = { batchId: 0, hash: CHAIN_START }
  return batches.flatMap((batch) => {
    const faults: string[] = []
    if (batch.batchId !== previous.batchId + 1) faults.push(`之前缺少第 ${previous.batchId + 1} 批`)
    if (batch.prevHash !== previous.hash) faults.push('与上一批接不上')
    if (batchHashOf(batch) !== batch.hash) faults.push('内容被改动')
    const sum = startChangesHash()
    let count = 0
    for (const { kind, key, before, after } of readChanges(db, batch.batchId)) {
      count += 1
      sum.add({ kind, key, before, after })
    }
    if (count !== batch.changes) faults.push(`应有 ${batch.changes} 条改动，现有 ${count} 条`)
    else if (sum.end() !== batch.changesHash) faults.push('所记的改动被改写')
    previous = batch
    return faults.map((fault) => ({
      code: 'library-history',
      text: `资源库改动记录第 ${batch.batchId} 批${fault}`,
      table: 'library_batches',
      row: String(batch.batchId),
    }))
  })
}

function checkRecords(db: ReadDb, dataset: Dataset): Problem[] {
  const heads = readNewestChanges(db, 'head').filter(({ after }) => after !== headText(dataset))
  const ofHead = heads.map(({ key }) => differs('数据集说明', 'head', key))
  const ofRecords = RECORD_KINDS.flatMap((kind) => {
    const newest = readNewestChanges(db, kind)
    if (newest.length === 0) return []
    const wanted = new Map(newest.map(({ key, after }) => [key, after]))
    const found = new Map<string, string>()
    for (const value of recordsOf(dataset, kind)) {
      const key = recordKeyOf(kind, value)
      if (wanted.has(key)) found.set(key, recordText(kind, value))
    }
    return [...wanted]
      .filter(([key, after]) => (found.get(key) ?? null) !== after)
      .map(([key]) => differs(recordTitleOf(kind), kind, key))
  })
  return [...ofHead, ...ofRecords]
}

function differs(title: string, table: string, key: string): Problem {
  const text = `资源库的${title}“${key}”与其最近一次改动所记的不同：有人绕过程序改动了它`
  return { code: 'library-record-differs', text, table, row: key }
}

function checkSums(db: ReadDb, dataset: Dataset, batches: readonly StoredBatch[]): Problem[] {
  const kept = readDigests(db)
  const digests = digestsOf(dataset)
  const ofKinds = [...digests].flatMap(([kind, { rows, digest }]): Problem[] => {
    const known = kept.get(kind)
    if ((known?.rows ?? 0) === rows && (known?.digest ?? hexOf(0n)) === hexOf(digest)) return []
    const text = `资源库的${recordTitleOf(kind)}表与登记的摘要不符（登记 ${known?.rows ?? 0} 条，现有 ${rows} 条）：有记录被绕过程序改动`
    return [{ code: 'library-changed', text, table: kind }]
  })
  const version = libraryVersionOf(dataset, digests)
  if (ofKinds.length > 0 || (version === dataset.version && version === batches.at(-1)?.version)) return ofKinds
  return [
    { code: 'library-changed', text: '资源库的版本号与其内容不符：数据集说明被绕过程序改动', table: 'dataset_head' },
  ]
}
