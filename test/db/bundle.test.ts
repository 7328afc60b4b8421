import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import { appendOp, readHeads } from '#electron/core/db/repositories/op-log.repo.ts'
import { readAttachments, saveAttachment } from '#electron/core/db/repositories/attachment.repo.ts'
import { readIncidents } from '#electron/core/db/repositories/incident.repo.ts'
import { PROJECTION_TABLES, readProjection } from '#electron/core/db/repositories/projection.repo.ts'
import { findSplit, readQuarantine } from '#electron/core/db/repositories/quarantine.repo.ts'
import { hashOp, signHash } from '#electron/core/replication/op-proof.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { openMachine, type Machine } from './bundle-fixture.ts'
import { AMENDMENT, writeThreeEntries } from './record-fixture.ts'

const folder = temporaryFolder()
const opened: Machine[] = []
let count = 0

function machine(name: string): Machine {
  const made = openMachine(join(folder.path, String(count)), name)
  opened.push(made)
  return made
}
function tablesOf({ db }: Machine): unknown {
  return PROJECTION_TABLES.map((table) => readProjection(db, table))
}
function amend(one: Machine, basis: readonly string[], title: string): string {
  const body = { ...AMENDMENT.body, incident: { ...AMENDMENT.body.incident, title } }
  return one.journal.commit((recorder) => recorder.append({ ...AMENDMENT, body, basis }).id)
}
function codeOf(work: () => unknown): string {
  try {
    work()
    return 'nothing was refused'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
function soundness({ db, path }: Machine): unknown {
  return verifyDatabase(db, path).problems
}

beforeEach(() => {
  count += 1
})
afterAll(() => {
  for (const { db, close } of opened) if (db.open) close()
  folder.remove()
})

describe('a record carried to another machine', () => {
  it('is refused until a person trusts its seat, then taken whole, and a second time changes nothing', () => {
    const [rear, forward] = [machine('rear'), machine('forward')]
    writeThreeEntries(rear)
    const file = rear.give()
    expect(codeOf(() => forward.take(file, []))).toBe('bundle-untrusted')
    expect(readHeads(forward.db)).toEqual([])
    expect(forward.take(file)).toMatchObject({ known: 0, isKnown: false, refused: [] })
    expect(tablesOf(forward)).toEqual(tablesOf(rear))
    expect(soundness(forward)).toEqual([])
    const before = JSON.stringify([tablesOf(forward), readHeads(forward.db)])
    expect(forward.take(file, [])).toMatchObject({ taken: [], known: 3, isKnown: true })
    expect(JSON.stringify([tablesOf(forward), readHeads(forward.db)])).toBe(before)
    expect(forward.db.prepare('SELECT count(*) FROM bundle_runs').pluck().get()).toBe(1)
  })

  it('lets both machines amend apart, shows both amendments, and one that names both settles it on both', () => {
    const [rear, forward] = [machine('rear'), machine('forward')]
    writeThreeEntries(rear)
    forward.take(rear.give())
    const base = `${rear.key.seat}:2`
    amend(rear, [base], '后方：三人被困')
    amend(forward, [base], '前方：五人被困')
    rear.take(forward.give({ [rear.key.seat]: 3 }))
    forward.take(rear.give({ [rear.key.seat]: 3 }))
    expect(tablesOf(forward)).toEqual(tablesOf(rear))
    for (const one of [rear, forward]) {
      const [incident] = readIncidents(one.db)
      expect(incident?.contestedFacts.map(({ title }) => title).sort()).toEqual(['前方：五人被困', '后方：三人被困'])
      expect(soundness(one)).toEqual([])
    }
    const heads = readIncidents(rear.db)[0]?.contestedFacts.map(({ opId }) => opId) ?? []
    amend(rear, heads, '经核对：五人被困')
    forward.take(rear.give({ [rear.key.seat]: 4, [forward.key.seat]: 1 }))
    for (const one of [rear, forward]) {
      expect(readIncidents(one.db)).toMatchObject([{ title: '经核对：五人被困', contestedFacts: [] }])
    }
    expect(tablesOf(forward)).toEqual(tablesOf(rear))
  })

  it('goes on to a third machine by way of the second, with what proves it', () => {
    const [rear, vehicle, street] = [machine('rear'), machine('vehicle'), machine('street')]
    writeThreeEntries(rear)
    vehicle.take(rear.give())
    writeThreeEntries(vehicle, 'incident-2')
    expect(street.take(vehicle.give()).taken).toHaveLength(6)
    expect(tablesOf(street)).toEqual(tablesOf(vehicle))
    expect(
      readIncidents(street.db)
        .map(({ number }) => number)
        .sort(),
    ).toEqual([rear, vehicle].map(({ key }) => `BL-20260714-001·${key.seat.slice(5, 9)}`).sort())
    expect(soundness(street)).toEqual([])
    // The tail of the first machine is cut off on the third: the head sealed there tells.
    const cut = `seat = '${rear.key.seat}'`
    street.db.exec(`DROP TRIGGER op_log_no_delete; DELETE FROM plan_versions WHERE op_id = '${rear.key.seat}:3';
      DELETE FROM op_log WHERE ${cut} AND seq = 3;
      UPDATE log_head SET seq = 2, hash = (SELECT hash FROM op_log WHERE ${cut} AND seq = 2) WHERE ${cut}`)
    expect(soundness(street)).toContainEqual(
      expect.objectContaining({ code: 'journal-truncated', seat: rear.key.seat, seq: 3 }),
    )
  })

  it('is refused whole when entries in between are missing', () => {
    const [rear, forward] = [machine('rear'), machine('forward')]
    writeThreeEntries(rear)
    expect(codeOf(() => forward.take(rear.give({ [rear.key.seat]: 2 })))).toBe('bundle-gap')
    expect(readHeads(forward.db)).toEqual([])
    expect(forward.db.prepare('SELECT count(*) FROM seats').pluck().get()).toBe(1)
  })

  it('brings the photographs that its entries name, by their hash', () => {
    const [rear, forward] = [machine('rear'), machine('forward')]
    writeThreeEntries(rear)
    const bytes = Buffer.from([0xff, 0xd8, 0, 1, 2])
    const hash = createHash('sha256').update(bytes).digest('hex')
    for (const kept of [bytes, Buffer.from('named by nobody')]) {
      const named = createHash('sha256').update(kept).digest('hex')
      saveAttachment(rear.db, { hash: named, mime: 'image/jpeg', bytes: kept })
    }
    appendRaw(rear, { kind: 'v9.photo.taken', body: { photo: hash } })
    forward.take(rear.give())
    expect([...readAttachments(forward.db)]).toEqual([{ hash, mime: 'image/jpeg', bytes }])
  })

  it('keeps an entry of a kind this version does not know, and carries it on', () => {
    const [rear, forward] = [machine('rear'), machine('forward')]
    writeThreeEntries(rear)
    appendRaw(rear, { kind: 'v9.drone.launched', body: { height: 120 } })
    expect(forward.take(rear.give()).taken).toHaveLength(4)
    expect(forward.db.prepare("SELECT body FROM op_log WHERE kind = 'v9.drone.launched'").pluck().all()).toEqual([
      '{"height":120}',
    ])
    expect(soundness(forward)).toEqual([])
  })
})

/** Appends an entry of a seat as only its own key can, whatever it says. */
function appendRaw(
  one: Machine,
  change: { kind?: string; body?: unknown; seen?: Record<string, number>; hlc?: string },
): void {
  const head = readHeads(one.db).find(({ seat }) => seat === one.key.seat)
  if (head === undefined) throw new Error('the seat has written something')
  const seq = head.seq + 1
  const op = {
    ...{
      v: 1 as const,
      id: `${head.seat}:${seq}`,
      seat: head.seat,
      seq,
      prev: head.hash,
      seen: { [head.seat]: head.seq },
    },
    ...{ hlc: `00178${String(4e9 + seq)}.00000`, wall: '2026-07-14T10:25:00+08:00', inc: 'incident-1', ent: 'e' },
    ...{ kind: 'v1.incident.amended', basis: [], by: AMENDMENT.by, body: AMENDMENT.body as unknown },
    ...change,
  }
  const hash = hashOp(op)
  appendOp(one.db, { op, hash, signature: signHash(hash, one.key.privateKey) })
}

describe('entries that do not hold', () => {
  it.each([
    ['a body its kind does not have', { body: { revision: 'two' } }, 'body'],
    ['a cause nobody has told of', { seen: {} }, 'causes'],
    ['a clock that went back', { hlc: '000000000000001.00000' }, 'clock'],
  ])('are kept apart with the reason: %s; everything else is taken', (_, change, reason) => {
    const [rear, forward, street] = [machine('rear'), machine('forward'), machine('street')]
    writeThreeEntries(rear)
    appendRaw(rear, change)
    appendRaw(rear, {})
    street.take(rear.give())
    writeThreeEntries(street, 'incident-2')
    const taken = forward.take(street.give())
    expect(taken.taken).toHaveLength(3 + 3)
    expect(readQuarantine(street.db).map(({ seat, seq, reason: why }) => [seat, seq, why])).toEqual([
      [rear.key.seat, 4, reason],
      [rear.key.seat, 5, 'after-refused'],
    ])
    expect(street.take(rear.give())).toMatchObject({ isKnown: true })
    for (const one of [street, forward]) expect(soundness(one)).toEqual([])
  })

  it('are found in what a dishonest carrier hands on: nothing of it gets into the record', () => {
    const [rear, carrier, forward] = [machine('rear'), machine('carrier'), machine('forward')]
    writeThreeEntries(rear)
    carrier.take(rear.give())
    carrier.db.exec("DROP TRIGGER op_log_no_update; UPDATE op_log SET body = replace(body, '第二次通报', '无人被困')")
    writeThreeEntries(carrier, 'incident-2')
    const taken = forward.take(carrier.give())
    expect(taken.taken.map(({ op }) => op.id)).toEqual([
      `${rear.key.seat}:1`,
      ...[1, 2, 3].map((seq) => `${carrier.key.seat}:${seq}`),
    ])
    expect(readQuarantine(forward.db).map(({ seq, reason }) => [seq, reason])).toEqual([
      [2, 'hash'],
      [3, 'after-refused'],
    ])
    // The honest machine itself can still hand over what the carrier spoilt.
    expect(forward.take(rear.give()).taken).toHaveLength(2)
    expect(soundness(forward)).toEqual([])
  })

  it('freeze a seat that wrote one number twice, name both contents, and the machine itself goes on as a new seat', () => {
    const [rear, forward] = [machine('rear'), machine('forward')]
    writeThreeEntries(rear)
    rear.close()
    const at = join(folder.path, String(count))
    cpSync(join(at, 'rear'), join(at, 'clone'), { recursive: true })
    const [again, clone] = [machine('rear'), machine('clone')]
    const first = amend(again, [], '本机')
    amend(clone, [], '克隆机')
    const later = amend(clone, [], '克隆机再报')
    expect(again.key.seat).toBe(clone.key.seat)
    forward.take(again.give())
    const taken = forward.take(clone.give())
    expect(taken.taken).toEqual([])
    const [split] = taken.newlyRefused
    expect(split).toMatchObject({ reason: 'split', op: { id: first } })
    expect(split?.ownHash).toBe(readHeads(forward.db).find(({ seat }) => seat === again.key.seat)?.hash)
    expect(split?.hash).not.toBe(split?.ownHash)
    expect(taken.refused[1]?.op.id).toBe(later)
    expect(findSplit(forward.db, again.key.seat)).toMatchObject({ seq: 4 })
    amend(again, [], '此后不收')
    expect(forward.take(again.give()).newlyRefused).toMatchObject([{ reason: 'seat-frozen' }])
    expect(soundness(forward)).toEqual([])
    // The machine that learns of it writes on under a new name, which the others take again.
    again.take(clone.give())
    again.close()
    const anew = machine('rear')
    expect(anew.alarm).toContain('第 4 条在另一台机器上有不同内容')
    expect(anew.key.seat).not.toBe(clone.key.seat)
    writeThreeEntries(anew, 'incident-3')
    expect(forward.take(anew.give()).taken).toHaveLength(3)
    expect(soundness(anew)).toEqual([])
  })
})
