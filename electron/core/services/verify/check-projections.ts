import { canonicalJson } from '#shared/kernel/digest.ts'
import { applyOp } from '#shared/replication/apply-op.ts'
import { contentHashOf } from '#shared/replication/op-contents.ts'
import type { ReadDb, WriteDb } from '../../db/db-types.ts'
import { openMemoryDatabase } from '../../db/open-database.ts'
import { findContent, readContents, saveContent } from '../../db/repositories/contents.repo.ts'
import { readRawOps, saveSeat, readSeats, storedOpOf } from '../../db/repositories/op-log.repo.ts'
import { PROJECTION_TABLES, readProjection, writeProjection } from '../../db/repositories/projection.repo.ts'
import { textOf, type SqlRow } from '../../db/rows.ts'
import { readKnownOp } from '../../replication/known-op.ts'
import { hashText } from '../../replication/op-proof.ts'
import type { Problem } from './problem.ts'

/** Every kept content has the hash it is kept under. */
export function checkContents(db: ReadDb): Problem[] {
  const problems: Problem[] = []
  for (const row of readContents(db)) {
    const hash = textOf(row, 'hash')
    if (hashText(textOf(row, 'content')) === hash) continue
    problems.push({
      code: 'content-edited',
      text: `内容 ${hash.slice(0, 12)}… 与其摘要不符，已被改动`,
      table: 'contents',
      row: hash,
    })
  }
  return problems
}

/** Where projections are rebuilt; kept empty, since making it takes most of a verification. */
let workshop: WriteDb | null = null

/** Rebuilds the projected tables from the log in memory and compares them row by row. */
export function checkProjections(db: ReadDb): Problem[] {
  workshop ??= openMemoryDatabase()
  const rebuilt = workshop
  // A damaged log may name rows that are gone; the comparison reports them, so nothing is refused here.
  rebuilt.pragma('foreign_keys = OFF')
  rebuilt.exec('BEGIN')
  try {
    const problems = rebuildProjections(db, rebuilt)
    return [...problems, ...PROJECTION_TABLES.flatMap((projection) => compareTable(projection, db, rebuilt))]
  } finally {
    rebuilt.exec('ROLLBACK')
  }
}

/**
 * Writes the projected tables of an empty database from another database's log. Entries that cannot be applied are
 * returned as problems with seat and number; all others are applied.
 */
function rebuildProjections(log: ReadDb, target: WriteDb): Problem[] {
  const problems: Problem[] = []
  for (const seat of readSeats(log)) saveSeat(target, seat)
  for (const row of readRawOps(log)) {
    try {
      const op = readKnownOp(storedOpOf(row).op)
      if (op === null) continue
      const hash = contentHashOf(op)
      if (hash !== null) {
        const content = findContent(log, hash)
        if (content === null) problems.push(missingContent(op.seat, op.seq, hash))
        else saveContent(target, hash, content)
      }
      for (const projected of applyOp(op)) writeProjection(target, projected)
    } catch (error) {
      const [seat, seq] = [String(row['seat']), Number(row['seq'])]
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      problems.push({
        code: 'journal-not-applicable',
        text: `席位 ${seat} 第 ${seq} 条无法还原为数据：${reason}`,
        seat,
        seq,
      })
    }
  }
  return problems
}

function missingContent(seat: string, seq: number, hash: string): Problem {
  return {
    code: 'content-missing',
    text: `席位 ${seat} 第 ${seq} 条引用的方案或报告内容 ${hash.slice(0, 12)}… 不存在`,
    seat,
    seq,
    row: hash,
  }
}

function compareTable(projection: (typeof PROJECTION_TABLES)[number], db: ReadDb, rebuilt: ReadDb): Problem[] {
  const keyOf = (row: SqlRow): string => projection.key.map((column) => String(row[column])).join(' ')
  const actual = new Map(readProjection(db, projection).map((row) => [keyOf(row), canonicalJson(row)]))
  const expected = new Map(readProjection(rebuilt, projection).map((row) => [keyOf(row), canonicalJson(row)]))
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((key) => expected.get(key) !== actual.get(key))
    .map((key) => ({
      code: 'projection-differs',
      text: `表 ${projection.table} 的记录 ${key} ${differenceOf(expected.has(key), actual.has(key))}`,
      table: projection.table,
      row: key,
    }))
}

function differenceOf(expected: boolean, actual: boolean): string {
  if (!actual) return '缺失（日志中有）'
  return expected ? '与日志还原的结果不同' : '在日志中没有来历'
}
