import { createHash } from 'node:crypto'
import { rmSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAttachment } from '#electron/core/db/repositories/attachment.repo.ts'
import { allRows, textOf } from '#electron/core/db/rows.ts'
import { headPathOf } from '#electron/core/replication/sealed-head.ts'
import type { Problem } from '#electron/core/services/verify/problem.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { AMENDMENT, openRecord, writeThreeEntries, type RecordFixture } from './record-fixture.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let count = 0
let record: RecordFixture
let seat = ''

beforeEach(() => {
  count += 1
  mkdirSync(join(folder.path, String(count)))
  record = openRecord(join(folder.path, String(count)))
  writeThreeEntries(record)
  seat = record.journal.seat
})
afterEach(() => {
  record.close()
})

/** Changes the file as somebody with a database editor would: without guards and references, the guards put back after. */
function tamper(sql: string): void {
  const made = allRows(record.db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").map((row) => ({
    name: textOf(row, 'name'),
    sql: textOf(row, 'sql'),
  }))
  record.db.pragma('foreign_keys = OFF')
  for (const { name } of made) record.db.exec(`DROP TRIGGER ${name}`)
  record.db.exec(sql)
  for (const trigger of made) record.db.exec(trigger.sql)
  record.db.pragma('foreign_keys = ON')
}

function problems(): Problem[] {
  return verifyDatabase(record.db, record.path).problems
}

function codes(): string[] {
  return [...new Set(problems().map(({ code }) => code))]
}

/** The value with its last letter or number changed by one bit. */
function flipped(value: unknown): string {
  if (typeof value === 'number') return String(value ^ 8)
  if (typeof value !== 'string') return "'I'"
  const last = value.slice(-1)
  const changed = value === '' ? 'x' : value.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) ^ 1)
  return `'${changed.replaceAll("'", "''")}'`
}

describe('verification', () => {
  it('finds nothing in a sound record, also after it was closed and opened again', () => {
    expect(verifyDatabase(record.db, record.path)).toEqual({ ok: true, problems: [] })
    record.close()
    record = openRecord(join(folder.path, String(count)))
    expect(record.alarm).toBeNull()
    expect(record.journal.seat).toBe(seat)
    expect(problems()).toEqual([])
  })

  it('finds one bit changed in any column of any entry, and names seat and number', () => {
    const rows = allRows(record.db, 'SELECT * FROM op_log')
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      for (const column of Object.keys(row)) {
        record.db.exec('SAVEPOINT before')
        record.db.exec('DROP TRIGGER op_log_no_update')
        record.db.pragma('defer_foreign_keys = ON')
        record.db.exec(`UPDATE op_log SET ${column} = ${flipped(row[column])} WHERE seq = ${String(row['seq'])}`)
        const found = problems().filter(({ code }) => code !== 'schema')
        record.db.exec('ROLLBACK TO before; RELEASE before')
        const place = `${column} of entry ${String(row['seq'])}`
        expect(found, place).not.toEqual([])
        if (column !== 'seat') {
          const named = found.some((problem) => problem.seat === seat && problem.seq === row['seq'])
          expect(named, `${place}: ${JSON.stringify(found)}`).toBe(true)
        }
      }
    }
    expect(problems()).toEqual([])
  })

  it.each([
    ['incidents', 'incident_id'],
    ['incident_facts', 'op_id'],
    ['plan_versions', 'op_id'],
    ['replaced_ops', 'by_op'],
    ['contents', 'hash'],
    ['log_head', 'seat'],
    ['seats', 'seat'],
  ])('finds one bit changed in any column of %s', (table, key) => {
    for (const row of allRows(record.db, `SELECT *, ${key} AS row_key FROM ${table}`)) {
      for (const [column, value] of Object.entries(row)) {
        if (column === 'row_key') continue
        record.db.pragma('ignore_check_constraints = ON')
        record.db.exec('SAVEPOINT before')
        record.db.exec('DROP TRIGGER contents_no_update')
        record.db.pragma('defer_foreign_keys = ON')
        record.db.exec(`UPDATE ${table} SET ${column} = ${flipped(value)} WHERE ${key} = '${String(row['row_key'])}'`)
        const found = problems().filter(({ code }) => code !== 'schema')
        record.db.exec('ROLLBACK TO before; RELEASE before')
        record.db.pragma('ignore_check_constraints = OFF')
        expect(found, `${table}.${column}`).not.toEqual([])
      }
    }
    expect(problems()).toEqual([])
  })

  it('finds a deleted entry in the middle and says which', () => {
    tamper('DELETE FROM op_log WHERE seq = 2')
    expect(problems()).toContainEqual(expect.objectContaining({ code: 'journal-gap', seat, seq: 2 }))
    expect(codes()).toContain('projection-differs')
  })

  it('finds a cut tail by the head sealed outside the database, also when the head table was corrected', () => {
    tamper(`DELETE FROM plan_versions; DELETE FROM op_log WHERE seq = 3;
      UPDATE log_head SET seq = 2, hash = (SELECT hash FROM op_log WHERE seq = 2)`)
    const found = problems()
    expect(found).toEqual([expect.objectContaining({ code: 'journal-truncated', seat, seq: 3 })])
    expect(found[0]?.text).toContain('缺第 3 至 3 条')
  })

  it('finds the whole record cut off', () => {
    tamper(
      'DELETE FROM plan_versions; DELETE FROM incident_facts; DELETE FROM replaced_ops; DELETE FROM incidents; DELETE FROM op_log; DELETE FROM log_head',
    )
    expect(problems()).toEqual([expect.objectContaining({ code: 'journal-truncated', seat, seq: 1 })])
    tamper('DELETE FROM seats')
    expect(problems()).toEqual([expect.objectContaining({ code: 'journal-truncated', seat, seq: 1 })])
  })

  it('finds two entries that changed places', () => {
    tamper(`CREATE TEMP TABLE swap AS SELECT * FROM op_log WHERE seq IN (2, 3); DELETE FROM op_log WHERE seq IN (2, 3);
      UPDATE swap SET seq = 5 - seq; INSERT INTO op_log SELECT * FROM swap; DROP TABLE swap`)
    const found = problems()
    expect(found).toContainEqual(expect.objectContaining({ code: 'journal-order', seat, seq: 2 }))
    expect(found).toContainEqual(expect.objectContaining({ code: 'journal-edited', seat, seq: 3 }))
  })

  it('finds a record that was written again under another key', () => {
    const other = join(folder.path, `${count}-forged`)
    mkdirSync(other)
    const forged = openRecord(other)
    writeThreeEntries(forged)
    forged.close()
    record.close()
    writeFileSync(record.path, readFileSync(forged.path))
    record = openRecord(join(folder.path, String(count)))
    expect(record.alarm).toContain('请运行核验')
    expect(problems()).toContainEqual(expect.objectContaining({ code: 'journal-truncated', seat, seq: 1 }))
  })

  it('finds a sealed head that was removed or changed', () => {
    const head = headPathOf(record.path)
    const text = readFileSync(head, 'utf8')
    writeFileSync(head, text.replace('"seq":3', '"seq":2'))
    expect(codes()).toEqual(['head-damaged'])
    writeFileSync(head, '{')
    expect(codes()).toEqual(['head-missing'])
    rmSync(head)
    expect(codes()).toEqual(['head-missing'])
  })

  it('finds a removed guard', () => {
    record.db.exec('DROP TRIGGER op_log_no_delete')
    expect(problems()).toEqual([expect.objectContaining({ code: 'schema', table: 'trigger op_log_no_delete' })])
  })

  it('rebuilds levels set by officers, rises and who saw them from the record, and finds a changed one', () => {
    const common = { incidentId: 'incident-1', by: { user: 'local', role: 'tactical', onBehalf: null }, basis: [] }
    record.journal.commit((recorder) => {
      const rose = recorder.append({
        ...common,
        kind: 'v1.incident.levelRose',
        entity: 'rise:event:incident-1',
        body: { of: 'event', from: 'IV', to: 'III', revision: 2, rule: 'accident.deaths.III', text: '死亡 3 人' },
      })
      recorder.append({ ...common, kind: 'v1.incident.riseSeen', entity: 'rise', body: { rise: rose.id } })
      recorder.append({
        ...common,
        kind: 'v1.incident.graded',
        entity: 'level:event:incident-1',
        body: { of: 'event', value: 'II', withdrawn: false, computed: 'III', revision: 2, reason: '跨区' },
      })
    })
    expect(problems()).toEqual([])
    expect(allRows(record.db, 'SELECT kind FROM level_records ORDER BY hlc').map((row) => row['kind'])).toEqual([
      'rise',
      'seen',
      'override',
    ])
    record.db.exec("UPDATE level_records SET body = replace(body, '跨区', '无') WHERE kind = 'override'")
    expect(problems()).toEqual([expect.objectContaining({ code: 'projection-differs', table: 'level_records' })])
  })

  it('finds rows that no entry accounts for', () => {
    record.db.exec("INSERT INTO incidents VALUES ('incident-9', 'BL-20260714-009', 'seat:9')")
    const found = problems()
    expect(found).toEqual([
      expect.objectContaining({ code: 'projection-differs', table: 'incidents', row: 'incident-9' }),
    ])
    expect(found[0]?.text).toContain('没有来历')
  })

  it('still reports when an entry is no longer readable at all', () => {
    tamper("UPDATE op_log SET body = '{', seen = 'x' WHERE seq = 1")
    expect(problems()).toContainEqual(expect.objectContaining({ code: 'journal-edited', seat, seq: 1 }))
    expect(codes()).toContain('projection-differs')
  })
})

describe('the seat', () => {
  it('goes on as a new seat when its record was cut, and keeps the old head as evidence', () => {
    tamper(`DELETE FROM plan_versions; DELETE FROM op_log WHERE seq = 3;
      UPDATE log_head SET seq = 2, hash = (SELECT hash FROM op_log WHERE seq = 2)`)
    record.close()
    record = openRecord(join(folder.path, String(count)))
    expect(record.alarm).toContain('第 3 条')
    expect(record.journal.seat).not.toBe(seat)
    writeThreeEntries(record, 'incident-2')
    expect(problems()).toEqual([expect.objectContaining({ code: 'journal-truncated', seat, seq: 3 })])
  })

  it('accepts a record that is one commit ahead of its seal, as after a stop between the two', () => {
    const before = readFileSync(headPathOf(record.path), 'utf8')
    writeThreeEntries(record, 'incident-2')
    writeFileSync(headPathOf(record.path), before)
    expect(problems()).toEqual([])
    record.close()
    record = openRecord(join(folder.path, String(count)))
    expect(record.alarm).toBeNull()
    expect(readFileSync(headPathOf(record.path), 'utf8')).toContain('"seq":6')
  })

  it('rolls back entries, rows and contents together when the work fails', () => {
    expect(() =>
      record.journal.commit((recorder) => {
        recorder.keep('half')
        recorder.append({ ...AMENDMENT, basis: [] })
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(allRows(record.db, 'SELECT seq FROM op_log')).toHaveLength(3)
    expect(allRows(record.db, 'SELECT hash FROM contents')).toHaveLength(1)
    expect(problems()).toEqual([])
  })

  it('finds a picture of a note that was changed or taken away', () => {
    const bytes = Buffer.from('picture')
    const hash = createHash('sha256').update(bytes).digest('hex')
    saveAttachment(record.db, { hash, mime: 'image/png', bytes })
    const attachment = { hash, name: '现场.png', mime: 'image/png' as const, size: 7, width: 1, height: 1 }
    const note = { noteId: 'n1', text: '', place: '', position: null, takenAt: null, author: '赵', pinnedTo: [] }
    record.journal.commit((recorder) => {
      recorder.append({
        kind: 'v1.note.added',
        incidentId: 'incident-1',
        entity: 'note:n1',
        basis: [],
        by: { user: 'local', role: 'tactical', onBehalf: null },
        body: { ...note, attachments: [attachment], corrects: null },
      })
    })
    expect(codes()).toEqual([])
    tamper("UPDATE attachments SET bytes = x'00000000000000'")
    expect(problems()).toMatchObject([{ code: 'attachment-edited', row: hash }])
    tamper('DELETE FROM attachments')
    expect(problems()).toMatchObject([{ code: 'attachment-missing', seat, seq: 4, row: hash }])
  })
})
