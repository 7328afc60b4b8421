import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, openReadOnly } from '#electron/core/db/open-database.ts'
import { LATEST_VERSION } from '#electron/core/db/migrations/all-migrations.ts'
import { saveContent } from '#electron/core/db/repositories/contents.repo.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let count = 0
let path = ''
beforeEach(() => {
  count += 1
  path = join(folder.path, String(count), 'console.db')
})

const OPTIONS = { nowMs: TEST_NOW_MS, damaged: 'set-aside' } as const

/** Makes a database with one content and closes it. */
function makeDatabase(): void {
  const opened = openDatabase(path, OPTIONS)
  saveContent(opened.db, 'a'.repeat(64), '内容')
  opened.close()
}

/** The code and message of an expected failure. */
function failureOf(work: () => unknown): { code: unknown; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof Error) return { code: 'code' in error ? error.code : '', message: error.message }
  }
  return { code: 'none', message: '' }
}

describe('opening the database', () => {
  it('makes a new one with WAL, full synchronisation and foreign keys', () => {
    const opened = openDatabase(path, OPTIONS)
    expect(opened).toMatchObject({ created: true, setAside: null })
    const pragma = (name: string): unknown => opened.db.pragma(name, { simple: true })
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'user_version'].map(pragma)).toEqual([
      'wal',
      2,
      1,
      5000,
      LATEST_VERSION,
    ])
    opened.close()
  })

  it('opens an existing one again with what was kept', () => {
    makeDatabase()
    const opened = openDatabase(path, OPTIONS)
    expect(opened.created).toBe(false)
    expect(opened.db.prepare('SELECT content FROM contents').pluck().get()).toBe('内容')
    opened.close()
  })

  it('refuses a second program on the same file with database-busy, until the first lets go', () => {
    const first = openDatabase(path, OPTIONS)
    const failure = failureOf(() => openDatabase(path, OPTIONS))
    expect(failure.code).toBe('database-busy')
    expect(failure.message).toContain(path)
    first.close()
    openDatabase(path, OPTIONS).close()
  })

  it('lets other programs read while it is open', () => {
    const opened = openDatabase(path, OPTIONS)
    saveContent(opened.db, 'b'.repeat(64), '新内容')
    const reader = openReadOnly(path)
    expect(reader.db.prepare('SELECT content FROM contents').pluck().get()).toBe('新内容')
    expect(() => reader.db.exec('DELETE FROM settings')).toThrow(/readonly/)
    reader.close()
    opened.close()
  })

  it.each([
    [
      'overwritten at its head',
      (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('not a database, '.repeat(8)), bytes.subarray(128)]),
    ],
    ['overwritten in the middle', (bytes: Buffer): Buffer => bytes.fill(0x5a, 4096, 12288)],
    ['cut in half', (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2)],
  ])('moves a database aside that was %s, whole and under a time-stamped name, and makes a new one', (_, damage) => {
    makeDatabase()
    const damaged = damage(readFileSync(path))
    writeFileSync(path, damaged)
    writeFileSync(`${path}.key`, 'key')

    const opened = openDatabase(path, OPTIONS)
    expect(opened).toMatchObject({ created: true, setAside: `${path}.damaged-20260714T022000Z` })
    expect(opened.damage).not.toBe('')
    expect(opened.db.prepare('SELECT count(*) FROM contents').pluck().get()).toBe(0)
    opened.close()
    expect(readFileSync(`${path}.damaged-20260714T022000Z`).equals(damaged)).toBe(true)
    expect(readFileSync(`${path}.damaged-20260714T022000Z.key`, 'utf8')).toBe('key')
    expect(existsSync(`${path}.key`)).toBe(false)
  })

  it('keeps every damaged file when it happens twice in one second', () => {
    for (let round = 0; round < 2; round += 1) {
      makeDatabase()
      writeFileSync(path, 'x'.repeat(5000))
      openDatabase(path, OPTIONS).close()
    }
    const names = readdirSync(join(folder.path, String(count)))
    expect(names.filter((name) => /damaged-[^.]*$/.test(name))).toHaveLength(2)
  })

  it('leaves a damaged file alone when asked to refuse', () => {
    mkdirSync(join(folder.path, String(count)))
    writeFileSync(path, 'no database at all, but long enough to look at'.repeat(50))
    const before = readFileSync(path)
    expect(failureOf(() => openDatabase(path, { ...OPTIONS, damaged: 'refuse' })).code).toBe('database-damaged')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('refuses a database of a newer version and does not touch it', () => {
    makeDatabase()
    const raw = new Database(path)
    raw.pragma('journal_mode = DELETE')
    raw.pragma(`user_version = ${LATEST_VERSION + 1}`)
    raw.close()
    const before = readFileSync(path)
    for (const open of [() => openDatabase(path, OPTIONS), () => openReadOnly(path)]) {
      const failure = failureOf(open)
      expect(failure.code).toBe('database-newer')
      expect(failure.message).toContain('安装新版本')
    }
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('never changes the database of another program', () => {
    mkdirSync(join(folder.path, String(count)))
    const other = new Database(path)
    other.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)')
    other.close()
    copyFileSync(path, `${path}.before`)
    expect(failureOf(() => openDatabase(path, OPTIONS)).code).toBe('database-damaged')
    expect(readFileSync(path).equals(readFileSync(`${path}.before`))).toBe(true)
  })

  it('says which file is missing, and which folder cannot be written', () => {
    expect(failureOf(() => openReadOnly(path))).toMatchObject({ code: 'database-missing' })
    mkdirSync(join(folder.path, String(count)))
    writeFileSync(join(folder.path, String(count), 'file'), '')
    const inside = join(folder.path, String(count), 'file', 'console.db')
    expect(failureOf(() => openDatabase(inside, OPTIONS))).toMatchObject({ code: 'target-not-writable' })
  })
})
