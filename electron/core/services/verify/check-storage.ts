import { openMemoryDatabase } from '../../db/open-database.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { readForeignKeyProblems, readIntegrityProblems, readSchema } from '../../db/repositories/storage-check.repo.ts'
import type { Problem } from './problem.ts'

/** SQLite's own integrity check. */
export function checkIntegrity(db: ReadDb): Problem[] {
  return readIntegrityProblems(db).map((line) => ({ code: 'integrity', text: `数据库文件内部损坏：${line}` }))
}

/** Every reference points to a row. */
export function checkForeignKeys(db: ReadDb): Problem[] {
  return readForeignKeyProblems(db).map(({ table, row, parent }) => ({
    code: 'foreign-key',
    text: `表 ${table} 第 ${row ?? '?'} 行指向 ${parent} 中不存在的记录`,
    table,
    row: String(row ?? ''),
  }))
}

/** Tables and guards are those of this version: a removed guard would let the log be rewritten. */
export function checkSchema(db: ReadDb): Problem[] {
  schemaOfVersion ??= readFreshSchema()
  const expected = schemaOfVersion
  const actual = readSchema(db)
  const names = new Set([...expected.keys(), ...actual.keys()])
  return [...names]
    .filter((name) => expected.get(name) !== actual.get(name))
    .map((name) => ({ code: 'schema', text: `数据库结构与本版本不一致：${name}`, table: name }))
}

/** Read once: walking through every step takes longer than the rest of the check. */
let schemaOfVersion: ReturnType<typeof readSchema> | null = null

function readFreshSchema(): ReturnType<typeof readSchema> {
  const fresh = openMemoryDatabase()
  try {
    return readSchema(fresh)
  } finally {
    fresh.close()
  }
}
