import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { importOnWorker } from '#electron/core/imports/import-on-worker.ts'
import { createVouchedFiles } from '#electron/core/imports/vouched-files.ts'
import type { ImportMapping, ImportSession } from '#shared/contract/imports.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const WORKER = join(import.meta.dirname, '../../electron/core/imports/import-worker.ts')

/** Six teams as a street sends them: the level is missing, one type and two numbers are wrong. */
const LIST = [
  '编号,队伍名称,队伍类别,经度,纬度,总人数,当班人数,出动时间,队长',
  'I-1,甲队,消防站,121.85,29.90,30,12,60,张三',
  'I-2,乙队,志愿者,121.86,29.91,20,5,300,李四',
  'I-3,丙队,游泳队,121.87,29.92,20,5,300,',
  'I-4,丁队,专业队,121.88,29.93,二十,5,300,',
  'I-5,戊队,专业队,29.93,121.88,20,5,300,',
  'I-6,己队,专业队,121.89,29.94,20,6,300,',
].join('\r\n')

describe('an import on screen', () => {
  const folder = temporaryFolder()
  let console: Console
  let vouched = createVouchedFiles(50)
  let count = 0
  let file = ''

  const filled = join(folder.path, 'filled.db')
  beforeAll(() => startConsole(filled, { planDispatch: stubPlan }).stop())
  beforeEach(() => {
    count += 1
    vouched = createVouchedFiles(50)
    copyFileSync(filled, join(folder.path, `${count}.db`))
    console = startConsole(join(folder.path, `${count}.db`), { planDispatch: stubPlan, vouchedFiles: vouched })
    file = join(folder.path, `${count}.csv`)
    writeFileSync(file, iconv.encode(LIST, 'gb18030'))
    return () => {
      console.stop()
      expect(console.bugs.filter((bug) => !bug.includes('disk full'))).toEqual([])
    }
  })
  afterAll(folder.remove)

  /** Waits for the end of the step under way. */
  async function settled(): Promise<ImportSession> {
    for (;;) {
      const { session } = valueOf(await console.administrative.client.imports.session({}))
      if (session === null) throw new Error('the session is gone')
      if (!['reading', 'checking', 'writing'].includes(session.state)) return session
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  async function open(path = file): Promise<ImportSession> {
    vouched.vouch('ticket', [path])
    valueOf(await console.administrative.client.imports.open({ commandId: commandId(1), ticket: 'ticket' }))
    return settled()
  }
  /** Opens the list, says that the level is the district, and checks. */
  async function openChecked(): Promise<ImportSession> {
    const { imports } = console.administrative.client
    const { sessionId } = await open()
    const { columns } = valueOf(await imports.preview({ sessionId, source: 0 }))
    const mapping: ImportMapping = {
      ...{ kind: 'teams', columns: columns.map(({ column }) => column) },
      ...{ constants: { tier: 'district' }, refusedWords: [] },
    }
    valueOf(await imports.setMapping({ commandId: commandId(2), sessionId, source: 0, mapping }))
    valueOf(await imports.check({ commandId: commandId(3), sessionId }))
    return settled()
  }
  const write = (sessionId: string, skipRefused: boolean) =>
    console.administrative.client.imports.commit({
      ...{ commandId: commandId(4), sessionId, who: '王工', reason: '街道报送', skipRefused, retireAbsent: false },
    })
  const version = async (): Promise<string> =>
    valueOf(await console.administrative.client.reference.dataset({})).version
  const teamsFound = async (text: string): Promise<number> =>
    valueOf(await console.tactical.client.reference.rows({ table: 'teams', text })).total

  it('reads a list in GB18030, asks for what is missing, names every bad row, skips them, and is undone whole', async () => {
    const { imports } = console.administrative.client
    const before = await version()
    const opened = await open()
    expect(opened.sources).toMatchObject([{ kind: 'teams', rows: 6, missing: ['tier'] }])
    const { sessionId } = opened
    valueOf(await imports.check({ commandId: commandId(9), sessionId }))
    expect((await settled()).error?.message).toContain('缺少必填列 层级（tier）')
    valueOf(await imports.cancel({ commandId: commandId(8), sessionId }))

    const review = await openChecked()
    expect(review).toMatchObject({ state: 'review', counts: { new: 3, changed: 0, unchanged: 0, refused: 3 } })
    const page = { sessionId: review.sessionId, outcome: 'refused', offset: 1, limit: 2 } as const
    expect(valueOf(await imports.report(page))).toMatchObject({
      total: 3,
      rows: [
        { line: 5, problems: [{ column: 'personnel', value: '二十', code: 'bad-value' }] },
        { line: 6, problems: [{ column: 'lng,lat', code: 'coordinates-swapped' }] },
      ],
    })
    const [refused] = valueOf(await imports.refusedRows({ sessionId: review.sessionId }))
    const text = refused?.text ?? ''
    expect(refused?.fileName).toMatch(/^拒收行-救援队伍-/)
    expect(text.split('\r\n')[0]).toBe('\uFEFF编号,队伍名称,队伍类别,经度,纬度,总人数,当班人数,出动时间,队长,拒收原因')
    expect(text.split('\r\n')).toHaveLength(5)

    expect(await write(review.sessionId, false)).toMatchObject({ ok: false, error: { code: 'rows-refused' } })
    const { session } = valueOf(await write(review.sessionId, true))
    expect(session).toMatchObject({ state: 'done', written: { changes: 3, plans: 0 } })
    expect(await teamsFound('甲队')).toBe(1)

    const runs = valueOf(await imports.runs({}))
    expect(runs).toMatchObject([{ who: '王工', counts: { new: 3, refused: 3 }, undoneBy: null }])
    expect(runs[0]?.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const undo = { commandId: commandId(5), batchId: session?.written?.batchId ?? 0, who: '王工', reason: '报错了' }
    expect(valueOf(await imports.undo(undo))).toMatchObject({ changes: 3 })
    expect(await version()).toBe(before)
    expect(await teamsFound('甲队')).toBe(0)
    expect(valueOf(await imports.runs({}))[0]?.undoneBy).not.toBeNull()

    // The refused rows come back without their reasons, and the answers of the last time are known.
    const corrected = join(folder.path, 'refused.csv')
    writeFileSync(corrected, text)
    const again = await open(corrected)
    const { columns } = valueOf(await imports.preview({ sessionId: again.sessionId, source: 0 }))
    expect(columns.map(({ basis }) => basis)).toEqual(Array.from({ length: 9 }, () => 'remembered'))
    expect(console.bugs).toEqual([])
  })

  it('shows a changed row field by field', async () => {
    const { imports } = console.administrative.client
    const first = await openChecked()
    valueOf(await write(first.sessionId, true))
    writeFileSync(file, iconv.encode(LIST.replace('29.94,20,6', '29.94,20,9'), 'gb18030'))
    const second = await openChecked()
    expect(second.counts).toMatchObject({ new: 0, changed: 1, unchanged: 2, refused: 3 })
    const page = { sessionId: second.sessionId, outcome: 'changed' } as const
    expect(valueOf(await imports.report(page)).rows).toMatchObject([
      { key: 'I-6', name: '己队', changes: [{ column: 'on_duty', before: '6', after: '9' }] },
    ])
  })

  it('refuses an organisation that the library would close to a circle', async () => {
    const circle = join(folder.path, 'organisations.csv')
    writeFileSync(circle, 'id,name,kind,parent_id\norg-headquarters,北仑区应急指挥部,command,org-flood-hq\n')
    const { sessionId } = await open(circle)
    valueOf(await console.administrative.client.imports.check({ commandId: commandId(3), sessionId }))
    expect((await settled()).counts).toMatchObject({ changed: 0, refused: 1 })
    const [refused] = valueOf(await console.administrative.client.imports.refusedRows({ sessionId }))
    expect(refused?.text).toContain('又回到自己')
  })

  it('refuses a second session, an unknown ticket, a file that was changed or taken away, and leaves nothing', async () => {
    const { imports } = console.tactical.client
    const before = await version()
    const { sessionId } = await openChecked()
    expect(await imports.open({ commandId: commandId(6), ticket: 'ticket' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    expect(await imports.open({ commandId: commandId(7), ticket: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    writeFileSync(file, iconv.encode(`${LIST}\r\nI-7,庚队,专业队,121.9,29.9,1,1,1,`, 'gb18030'))
    expect(await write(sessionId, true)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    rmSync(file)
    expect(await write(sessionId, true)).toMatchObject({ ok: false, error: { code: 'file-missing' } })
    expect(await version()).toBe(before)
    expect((await settled()).state).toBe('review')
  })

  it('checks again when the library was changed since, and takes the new check', async () => {
    const { sessionId } = await openChecked()
    // Another hand: the same list was written meanwhile by an import of its own.
    const other = new Database(console.databasePath)
    other.prepare("UPDATE dataset_head SET version = 'sha256:other'").run()
    other.close()
    expect(await write(sessionId, true)).toMatchObject({ ok: false, error: { code: 'conflict', path: 'library' } })
    const session = await settled()
    expect(session).toMatchObject({ state: 'review', error: { path: 'library' } })
    expect(valueOf(await write(sessionId, true)).session?.state).toBe('done')
  })

  it('leaves nothing when the very last write fails, and can be written when that is mended', async () => {
    const before = await version()
    const { sessionId } = await openChecked()
    const disk = new Database(console.databasePath)
    disk.exec("CREATE TRIGGER full BEFORE INSERT ON import_runs BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    expect(await write(sessionId, true)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(await version()).toBe(before)
    expect(await teamsFound('甲队')).toBe(0)
    disk.exec('DROP TRIGGER full')
    disk.close()
    expect(valueOf(await write(sessionId, true)).session).toMatchObject({ state: 'done', written: { changes: 3 } })
  })

  it('works on a thread of its own: queries are answered meanwhile, and a cancel while it writes leaves nothing', async () => {
    console.stop()
    const bugs: string[] = []
    const openDesk = importOnWorker(WORKER, (where) => bugs.push(where))
    const overrides = { planDispatch: stubPlan, vouchedFiles: vouched, openDesk }
    console = startConsole(join(folder.path, `${count}.db`), overrides)
    const rows = Array.from({ length: 20_000 }, (_, row) => `T-${row},目标${row},school,121.8,29.9,${row}`)
    writeFileSync(file, ['id,name,kind,lng,lat,people', ...rows].join('\n'))
    const { imports, reference } = console.administrative.client
    const before = await version()
    const { sessionId } = await open()
    const check = imports.check({ commandId: commandId(2), sessionId })
    expect(valueOf(await reference.rows({ table: 'teams' })).total).toBeGreaterThan(0)
    valueOf(await check)
    expect((await settled()).counts).toMatchObject({ new: 20_000, refused: 0 })
    const writing = write(sessionId, false)
    for (;;) {
      const { session } = valueOf(await imports.session({}))
      if (session?.progress?.phase === 'write') break
    }
    valueOf(await imports.cancel({ commandId: commandId(3), sessionId }))
    expect(await writing).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(valueOf(await imports.session({})).session).toBeNull()
    expect(await version()).toBe(before)
    expect(bugs).toEqual([])
  })
})
