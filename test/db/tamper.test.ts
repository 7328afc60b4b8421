import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { allRows, type SqlRow } from '#electron/core/db/rows.ts'
import { findOpHash, storedOpOf } from '#electron/core/db/repositories/op-log.repo.ts'
import { hashOp, signHash } from '#electron/core/replication/op-proof.ts'
import { generateSeatKey, keyPathOf } from '#electron/core/replication/seat-key.ts'
import { headPathOf } from '#electron/core/replication/sealed-head.ts'
import type { Problem } from '#electron/core/services/verify/problem.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { folderInMemory } from '#test/harness/surroundings.ts'
import { openRecord, type RecordFixture } from './record-fixture.ts'
import { writeManyEntries } from './tampered-record.ts'

const folder = folderInMemory()
afterAll(folder.remove)
const chance = createChance(7)
const anyOf = (count: number): number => Math.floor(chance() * count)
let record: RecordFixture
let seat = ''
let rows: SqlRow[] = []

beforeAll(() => {
  const place = join(folder.path, 'record')
  mkdirSync(place)
  record = openRecord(place)
  writeManyEntries(record)
  seat = record.journal.seat
  rows = allRows(record.db, 'SELECT * FROM op_log ORDER BY seq')
  expect(verifyDatabase(record.db, record.path)).toEqual({ ok: true, problems: [] })
})
afterAll(() => record.close())

/** What verification says of a record that somebody changed behind the program's back; the change is undone after. */
function problemsAfter(change: () => void): Problem[] {
  const { db } = record
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  db.exec('SAVEPOINT before')
  for (const guard of ['op_log_no_update', 'op_log_no_delete', 'contents_no_update', 'contents_no_delete']) {
    db.exec(`DROP TRIGGER ${guard}`)
  }
  try {
    change()
    return verifyDatabase(db, record.path).problems.filter(({ code }) => code !== 'schema')
  } finally {
    db.exec('ROLLBACK TO before; RELEASE before')
    db.pragma('ignore_check_constraints = OFF')
    db.pragma('foreign_keys = ON')
  }
}

const names = (problems: readonly Problem[], seq: unknown): boolean =>
  problems.some((problem) => problem.seat === seat && problem.seq === seq)

/** SQL for a value with one bit of one byte changed; a number gets one it does not have yet. */
function withOneBitChanged(value: unknown): string {
  if (typeof value === 'number') return String(value + (64 << anyOf(8)))
  const bytes = Buffer.from(String(value), 'utf8')
  if (bytes.length === 0) return "'x'"
  const at = anyOf(bytes.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << anyOf(8)), at)
  return `CAST(x'${bytes.toString('hex')}' AS TEXT)`
}

describe('verification of a record with a few dozen entries', () => {
  it('finds any bit of any column of any entry, and names seat and number', () => {
    const columns = Object.keys(rows[0] ?? {})
    const missed: string[] = []
    let tried = 0
    const tryOne = (row: SqlRow, column: string): void => {
      const place = `${column} of entry ${String(row['seq'])}`
      const value = withOneBitChanged(row[column])
      const found = problemsAfter(() => {
        record.db.exec(`UPDATE op_log SET ${column} = ${value} WHERE seq = ${String(row['seq'])}`)
      })
      tried += 1
      if (!names(found, row['seq'])) missed.push(`${place}: ${value} ${JSON.stringify(found)}`)
    }
    // Every column of every fifth entry, and anything anywhere.
    rows.forEach((row, index) => {
      if (index % 5 === 0) for (const column of columns) tryOne(row, column)
    })
    for (let count = 0; count < 150; count += 1) {
      const row = rows[anyOf(rows.length)]
      const column = columns[anyOf(columns.length)]
      if (row !== undefined && column !== undefined) tryOne(row, column)
    }
    expect(missed).toEqual([])
    expect(tried).toBe(Math.ceil(rows.length / 5) * columns.length + 150)
  })

  it('finds any entry that was taken out, and says which', () => {
    for (const { seq } of rows) {
      const found = problemsAfter(() => record.db.exec(`DELETE FROM op_log WHERE seq = ${String(seq)}`))
      expect(names(found, seq), `entry ${String(seq)}: ${JSON.stringify(found)}`).toBe(true)
    }
  })

  it('finds any two entries that changed places, and names the first', () => {
    for (let count = 0; count < 25; count += 1) {
      const first = 1 + anyOf(rows.length - 1)
      const second = first + 1 + anyOf(rows.length - first)
      const found = problemsAfter(() => {
        record.db
          .exec(`UPDATE op_log SET seq = -1 WHERE seq = ${first}; UPDATE op_log SET seq = ${first} WHERE seq = ${second};
          UPDATE op_log SET seq = ${second} WHERE seq = -1`)
      })
      expect(names(found, first), `${first} and ${second}: ${JSON.stringify(found)}`).toBe(true)
    }
  })

  it('finds a tail of any length that was cut off, also when the head table was corrected', () => {
    for (let kept = 0; kept < rows.length; kept += 1) {
      const found = problemsAfter(() => {
        record.db.exec(`DELETE FROM op_log WHERE seq > ${kept}; DELETE FROM log_head;
          INSERT INTO log_head SELECT seat, seq, hash FROM op_log WHERE seq = ${kept} AND seq > 0`)
      })
      const cut = found.filter(({ code }) => code === 'journal-truncated')
      expect(cut, `after ${kept}`).toEqual([expect.objectContaining({ seat, seq: kept + 1 })])
    }
  })

  it('finds a chain that was written again with another key, from any entry on', () => {
    const forger = generateSeatKey()
    for (let count = 0; count < 10; count += 1) {
      const from = 1 + anyOf(rows.length)
      const found = problemsAfter(() => {
        let prev = findOpHash(record.db, seat, from - 1) ?? '0'.repeat(64)
        for (const row of rows.slice(from - 1)) {
          const { op } = storedOpOf({ ...row, prev })
          const hash = hashOp(op)
          const signature = signHash(hash, forger.privateKey)
          record.db
            .prepare('UPDATE op_log SET prev = ?, hash = ?, signature = ? WHERE seq = ?')
            .run(prev, hash, signature, op.seq)
          prev = hash
        }
        record.db.prepare('UPDATE log_head SET hash = ?').run(prev)
        // Half of the forgers also put their key in the place of the seat's.
        if (count % 2 === 0) record.db.prepare('UPDATE seats SET public_key = ?').run(forger.publicKey)
      })
      const named = count % 2 === 0 ? found.some(({ code }) => code === 'seat-key') : names(found, from)
      expect(named, JSON.stringify(found)).toBe(true)
    }
  })

  it('finds any bit of any content, and names the row', () => {
    for (const { hash, content } of allRows(record.db, 'SELECT * FROM contents')) {
      const found = problemsAfter(() => {
        record.db.exec(`UPDATE contents SET content = ${withOneBitChanged(content)} WHERE hash = '${String(hash)}'`)
      })
      expect(found).toContainEqual(expect.objectContaining({ table: 'contents', row: hash }))
    }
  })
})

/** Everything a database keeps, as text. Answers kept for repeated commands are no part of the record. */
function contentOf(opened: RecordFixture): string {
  const tables = allRows(
    opened.db,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'command_answers' ORDER BY name",
  )
  return tables
    .map(({ name }) => `${String(name)} ${JSON.stringify(allRows(opened.db, `SELECT * FROM "${String(name)}"`))}`)
    .join('\n')
}

/** With this seed: 76 set aside, 64 found by verification, 160 say the same as before (free bytes of a page), none believed. */
describe('a database file in which the disk turned one bit', () => {
  it('is refused, set aside or found by verification, or says the same as before, in each of 300 cases', () => {
    const source = join(folder.path, 'source')
    mkdirSync(source)
    const sound = openRecord(source)
    writeManyEntries(sound)
    const before = contentOf(sound)
    sound.close()
    const bytes = readFileSync(sound.path)
    const outcomes = { refused: 0, setAside: 0, alarm: 0, found: 0, unchanged: 0 }
    const believed: string[] = []
    for (let image = 0; image < 300; image += 1) {
      const place = join(folder.path, `image ${image}`)
      mkdirSync(place)
      const path = join(place, 'console.db')
      const damaged = Buffer.from(bytes)
      // Most of a small database is empty: every second case hits a byte that is not.
      let at = anyOf(damaged.length)
      while (image % 2 === 0 && damaged[at] === 0) at = anyOf(damaged.length)
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << anyOf(8)), at)
      writeFileSync(path, damaged)
      for (const beside of [keyPathOf, headPathOf]) writeFileSync(beside(path), readFileSync(beside(sound.path)))
      try {
        const opened = openRecord(place)
        if (opened.setAside !== null) outcomes.setAside += 1
        else if (opened.alarm !== null) outcomes.alarm += 1
        else if (!verifyDatabase(opened.db, path).ok) outcomes.found += 1
        else if (contentOf(opened) === before) outcomes.unchanged += 1
        else believed.push(`bit at ${at}`)
        opened.close()
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        outcomes.refused += 1
      }
      rmSync(place, { recursive: true })
    }
    expect(believed, JSON.stringify(outcomes)).toEqual([])
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(300)
    expect(outcomes.setAside + outcomes.found + outcomes.alarm + outcomes.refused).toBeGreaterThan(100)
  })
})
