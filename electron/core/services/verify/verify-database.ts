import type { ReadDb } from '../../db/db-types.ts'
import { readSealedHeads, type SealedHead } from '../../replication/sealed-head.ts'
import { checkAttachments } from './check-attachments.ts'
import { checkChains } from './check-chain.ts'
import { checkHeads } from './check-heads.ts'
import { checkLibrary } from './check-library.ts'
import { checkContents, checkProjections } from './check-projections.ts'
import { checkForeignKeys, checkIntegrity, checkSchema } from './check-storage.ts'
import type { Problem } from './problem.ts'

/** What verification found; `ok` only when nothing at all. */
export interface VerifyReport {
  readonly ok: boolean
  readonly problems: Problem[]
}

/**
 * Checks a database as a whole: file integrity, schema and guards, references, each seat's chain with signatures, the
 * sealed heads, the tables against the log, and the records that stored plans name. Only reads.
 */
export function verifyDatabase(db: ReadDb, databasePath: string): VerifyReport {
  // The heads first, then one snapshot of the database: a console that writes meanwhile can only make it longer.
  const sealed = readSealedHeads(databasePath)
  const found: Problem[] = []
  // On a damaged file even the end of a reading transaction can fail; what was found by then stands.
  const rest = guarded('数据库', () => {
    db.transaction(() => found.push(...checkAll(db, sealed)))()
    return []
  })
  const problems = [...found, ...rest]
  return { ok: problems.length === 0, problems }
}

function checkAll(db: ReadDb, sealed: readonly SealedHead[] | null): Problem[] {
  return [
    ...guarded('文件完整性', () => checkIntegrity(db)),
    ...guarded('数据库结构', () => checkSchema(db)),
    ...guarded('引用', () => checkForeignKeys(db)),
    ...guarded('日志链', () => {
      const walk = checkChains(db)
      return [...walk.problems, ...checkHeads(db, walk.ends, sealed)]
    }),
    ...guarded('方案内容', () => checkContents(db)),
    ...guarded('现场照片', () => checkAttachments(db)),
    ...guarded('日志还原', () => checkProjections(db)),
    ...guarded('资源库', () => checkLibrary(db)),
  ]
}

/** A page too damaged to read ends one check, not the whole report. */
function guarded(check: string, work: () => Problem[]): Problem[] {
  try {
    return work()
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return [{ code: 'unreadable', text: `${check}：数据已损坏到无法检查（${reason}）` }]
  }
}
