import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openReadOnly } from '#electron/core/db/open-database.ts'
import { openJournal } from '#electron/core/replication/journal.ts'
import { headPathOf } from '#electron/core/replication/sealed-head.ts'
import { loadSeatKey } from '#electron/core/replication/seat-key.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'
import { AMENDMENT, openRecord, writeThreeEntries, type RecordFixture } from './record-fixture.ts'

const folder = temporaryFolder()
chmodSync(folder.path, 0o755)
afterAll(folder.remove)

function aFolder(name: string): string {
  const path = join(folder.path, name)
  mkdirSync(path)
  return path
}

function amend(record: RecordFixture, revision: number, content = ''): void {
  record.journal.commit((recorder) => {
    if (content !== '') recorder.keep(content)
    recorder.append({ ...AMENDMENT, basis: [], body: { ...AMENDMENT.body, revision } })
  })
}

function failureOf(work: () => unknown): { code: string; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message }
    throw error
  }
  return { code: 'none', message: '' }
}

/** Does something as a user who is not above the rights of files, as the superuser of a build machine is. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return work()
  const nobody = 65_534
  process.seteuid(nobody)
  try {
    return work()
  } finally {
    process.seteuid(0)
  }
}

describe('a record that finds no room', () => {
  it('refuses the whole commit as disk-full, keeps what was acknowledged, reads on, and writes again once there is room', () => {
    const record = openRecord(aFolder('full'))
    writeThreeEntries(record)
    const pages = Number(record.db.pragma('page_count', { simple: true }))
    record.db.pragma(`max_page_count = ${pages}`)
    const failure = failureOf(() => amend(record, 3, 'x'.repeat(100_000)))
    expect(failure.code).toBe('disk-full')
    expect(failure.message).toContain(record.path)
    expect(failure.message).toContain('请删除或移走这个磁盘上不需要的文件')
    expect(record.db.prepare('SELECT count(*) FROM op_log').pluck().get()).toBe(3)
    expect(verifyDatabase(record.db, record.path)).toEqual({ ok: true, problems: [] })
    record.db.pragma('max_page_count = 1000000')
    amend(record, 3, 'x'.repeat(100_000))
    expect(record.db.prepare('SELECT count(*) FROM op_log').pluck().get()).toBe(4)
    expect(verifyDatabase(record.db, record.path)).toEqual({ ok: true, problems: [] })
    record.close()
  })

  it('acknowledges an entry whose seal could not be written, says so, and seals it with the next', () => {
    const record = openRecord(aFolder('unsealed'))
    writeThreeEntries(record)
    const told: string[] = []
    const journal = openJournal({
      db: record.db,
      key: loadSeatKey(record.path, ''),
      databasePath: record.path,
      nowMs: () => TEST_NOW_MS,
      logBug: (where) => told.push(where),
    })
    const newHead = `${headPathOf(record.path)}.new`
    mkdirSync(newHead) // no file can be written under this name now
    mkdirSync(join(newHead, 'in the way'))
    amend({ ...record, journal }, 3)
    expect(told).toEqual(['journal.seal'])
    expect(readFileSync(headPathOf(record.path), 'utf8')).toContain('"seq":3')
    expect(verifyDatabase(record.db, record.path)).toEqual({ ok: true, problems: [] })
    rmSync(newHead, { recursive: true })
    amend({ ...record, journal }, 4)
    expect(readFileSync(headPathOf(record.path), 'utf8')).toContain('"seq":5')
    record.close()
  })
})

describe('a record that may not be written', () => {
  it.each([
    ['the file', 0o444, 0o777],
    ['the folder', 0o444, 0o555],
  ])('is refused with its path and what to do when %s is read-only, and not touched', (name, fileMode, folderMode) => {
    const place = aFolder(`read-only ${name}`)
    const record = openRecord(place)
    writeThreeEntries(record)
    record.close()
    const before = readFileSync(record.path)
    for (const file of ['', '.key', '.head', '.lock']) chmodSync(`${record.path}${file}`, fileMode)
    chmodSync(place, folderMode)
    const failure = asOrdinaryUser(() => failureOf(() => openRecord(place)))
    expect(failure.code).toBe('target-not-writable')
    expect(failure.message).toContain(record.path)
    expect(failure.message).toMatch(/只读|权限/)
    expect(readFileSync(record.path).equals(before)).toBe(true)
    for (const file of ['', '.key', '.head', '.lock']) chmodSync(`${record.path}${file}`, 0o644)
    chmodSync(place, 0o755)
    const reader = openReadOnly(record.path)
    expect(verifyDatabase(reader.db, record.path)).toEqual({ ok: true, problems: [] })
    reader.close()
  })
})
