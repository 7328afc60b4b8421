import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startNewConsole } from '#test/harness/new-console.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let count = 0
let path = ''
beforeEach(() => {
  count += 1
  path = join(folder.path, String(count), 'console.db')
})

function start(): ReturnType<typeof startNewConsole> {
  return startNewConsole(path, { planDispatch: stubPlan })
}

describe('starting the console', () => {
  it('brings the Beilun library on the first start and says so once', async () => {
    const first = start()
    const info = valueOf(await first.tactical.client.system.info({}))
    expect(info).toMatchObject({ ready: true, runtime: 'test', databasePath: path })
    expect(info.notices.map(({ code }) => code)).toEqual(['database-created', 'dataset-imported'])
    const library = valueOf(await first.tactical.client.reference.dataset({}))
    expect(library.head.id).toBe('beilun')
    expect(library.counts).toMatchObject({ shelters: 157 })
    first.stop()

    const second = start()
    expect(valueOf(await second.tactical.client.system.info({})).notices).toEqual([])
    expect(valueOf(await second.tactical.client.reference.dataset({}))).toEqual(library)
    second.stop()
  })

  it('keeps incidents, plans, journal and answered commands over a restart, and verifies sound', async () => {
    const first = start()
    const open = { commandId: commandId(1), incident: ammoniaTanker() }
    const opened = valueOf(await first.administrative.client.incident.open(open))
    const { incidentId } = opened
    valueOf(await first.administrative.client.plan.build({ commandId: commandId(2), incidentId }))
    const plan = valueOf(await first.administrative.client.plan.latest({ incidentId }))
    const journal = valueOf(await first.administrative.client.system.journal({}))
    first.stop()

    const second = start()
    expect(valueOf(await second.tactical.client.plan.latest({ incidentId }))).toEqual(plan)
    expect(valueOf(await second.tactical.client.system.journal({}))).toEqual(journal)
    expect(valueOf(await second.tactical.client.incident.open(open))).toEqual(opened)
    expect(valueOf(await second.tactical.client.incident.list({}))).toHaveLength(1)
    expect(valueOf(await second.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
    second.stop()
  })

  it('tells after a run that was cut off what the record has, writes it down, and is silent after an ordinary one', async () => {
    const first = start()
    valueOf(await first.tactical.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }))
    // What a power cut leaves: every file as it stands while the console works.
    const cut = join(folder.path, `${count}-cut`)
    cpSync(dirname(path), cut, { recursive: true })
    first.stop()

    path = join(cut, 'console.db')
    const second = start()
    const info = valueOf(await second.tactical.client.system.info({}))
    expect(info.notices.map(({ code }) => code)).toEqual(['unclean-stop'])
    expect(info.notices[0]?.text).toContain('上次运行（2026-07-14 10:20 启动）没有正常结束')
    expect(info.notices[0]?.detail).toContain('本席位 1 条记录与封存的末端相符')
    const [entry] = valueOf(await second.tactical.client.system.journal({ limit: 1 }))
    expect(entry).toMatchObject({ kind: 'v1.console.uncleanStop', who: 'program' })
    expect(entry?.text).toContain('没有正常结束；重新启动后核对，本席位 1 条记录都在')
    second.stop()

    const third = start()
    expect(valueOf(await third.tactical.client.system.info({})).notices).toEqual([])
    third.stop()
  })

  it('refuses a newer database with a clear reason on every call, and leaves it alone', async () => {
    start().stop()
    const raw = new Database(path)
    raw.pragma('journal_mode = DELETE')
    raw.pragma('user_version = 99')
    raw.close()
    const before = readFileSync(path)

    const console = start()
    const info = valueOf(await console.tactical.client.system.info({}))
    expect(info).toMatchObject({ ready: false, notices: [{ code: 'database-newer' }] })
    expect(info.notices[0]?.text).toContain('请安装新版本')
    const answers = [
      await console.tactical.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }),
      await console.tactical.client.reference.dataset({}),
      await console.tactical.client.system.verify({}),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'database-newer' } })
    console.stop()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('sets a damaged database aside, says where, and works with a new one under a new seat', async () => {
    const first = start()
    const seat = valueOf(await first.tactical.client.system.info({})).seat
    first.stop()
    writeFileSync(path, 'damaged'.repeat(1000))

    const second = start()
    const info = valueOf(await second.tactical.client.system.info({}))
    expect(info.ready).toBe(true)
    expect(info.notices.map(({ code }) => code)).toEqual(['database-set-aside', 'database-created', 'dataset-imported'])
    expect(info.notices[0]?.detail).toContain(`${path}.damaged-20260714T022000Z`)
    expect(info.seat).not.toBe(seat)
    expect(valueOf(await second.tactical.client.system.verify({}))).toMatchObject({ ok: true })
    second.stop()
  })

  it('does not let a second console work on the same database', async () => {
    const first = start()
    const second = start()
    const info = valueOf(await second.tactical.client.system.info({}))
    expect(info).toMatchObject({ ready: false, notices: [{ code: 'database-failed' }] })
    expect(await second.tactical.client.incident.list({})).toMatchObject({
      ok: false,
      error: { code: 'database-busy' },
    })
    expect(valueOf(await first.tactical.client.incident.list({}))).toEqual([])
    second.stop()
    first.stop()
  })

  it('says what is missing when the embedded library cannot be read, and tries again at the next start', async () => {
    const broken = startNewConsole(path, { resourcesFolder: join(folder.path, 'nowhere') })
    expect(valueOf(await broken.tactical.client.system.info({}))).toMatchObject({ ready: false })
    expect(await broken.tactical.client.incident.list({})).toMatchObject({
      ok: false,
      error: { code: 'dataset-missing' },
    })
    broken.stop()
    const repaired = start()
    expect(valueOf(await repaired.tactical.client.system.info({})).ready).toBe(true)
    repaired.stop()
  })

  it('raises the alarm when the record was cut behind its back', async () => {
    const first = start()
    valueOf(await first.tactical.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }))
    first.stop()
    const raw = new Database(path)
    raw.exec(
      'DROP TRIGGER op_log_no_delete; DELETE FROM incident_facts; DELETE FROM incidents; DELETE FROM op_log; DELETE FROM log_head',
    )
    raw.close()

    const second = start()
    const info = valueOf(await second.tactical.client.system.info({}))
    expect(info.notices.map(({ code }) => code)).toEqual(['journal-broken'])
    const report = valueOf(await second.tactical.client.system.verify({}))
    expect(report.ok).toBe(false)
    expect(report.problems.map(({ code }) => code)).toEqual(['schema', 'journal-truncated'])
    second.stop()
  })
})
