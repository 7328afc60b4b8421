import { createHash } from 'node:crypto'
import { attachmentHashesOf } from '#shared/replication/op-contents.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { hasAttachment, readAttachments } from '../../db/repositories/attachment.repo.ts'
import { readRawOps, storedOpOf } from '../../db/repositories/op-log.repo.ts'
import { readKnownOp } from '../../replication/known-op.ts'
import type { Problem } from './problem.ts'

/** Every kept picture has the hash it is kept under, and every picture a note names is there. */
export function checkAttachments(db: ReadDb): Problem[] {
  const problems: Problem[] = []
  for (const { hash, bytes } of readAttachments(db)) {
    if (createHash('sha256').update(bytes).digest('hex') === hash) continue
    problems.push({
      code: 'attachment-edited',
      text: `照片 ${hash.slice(0, 12)}… 与其摘要不符，已被改动`,
      table: 'attachments',
      row: hash,
    })
  }
  for (const row of readRawOps(db)) {
    if (row['kind'] !== 'v1.note.added') continue
    const { op } = storedOpOf(row)
    const known = readKnownOp(op)
    const missing = known === null ? [] : attachmentHashesOf(known).filter((hash) => !hasAttachment(db, hash))
    for (const hash of missing) {
      const text = `席位 ${op.seat} 第 ${op.seq} 条的照片 ${hash.slice(0, 12)}… 不存在`
      problems.push({ code: 'attachment-missing', text, seat: op.seat, seq: op.seq, row: hash })
    }
  }
  return problems
}
