import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importOnWorker } from '#electron/core/imports/import-on-worker.ts'
import { createVouchedFiles } from '#electron/core/imports/vouched-files.ts'
import type { ExportChoice, ExportSession } from '#shared/contract/exports.contract.ts'
import type { Answer } from '#shared/contract/define.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const WORKER = join(import.meta.dirname, '../../electron/core/imports/import-worker.ts')
const TEAMS: ExportChoice = { kinds: ['teams'], filter: null, format: 'csv', shape: 'zip' }
const PEOPLE: ExportChoice = { ...TEAMS, kinds: ['people'] }

describe('an export on screen', () => {
  const folder = temporaryFolder()
  const vouched = createVouchedFiles(50)
  let console: Console
  let count = 0
  let target = ''

  const filled = join(folder.path, 'filled.db')
  beforeAll(() => startConsole(filled, { planDispatch: stubPlan }).stop())
  beforeEach(() => {
    count += 1
    const own = join(folder.path, String(count))
    mkdirSync(own)
    copyFileSync(filled, join(own, 'console.db'))
    mkdirSync(join(own, 'out'))
    target = join(own, 'out', '导出.zip')
    const openDesk = importOnWorker(WORKER, () => undefined)
    console = startConsole(join(own, 'console.db'), { planDispatch: stubPlan, vouchedFiles: vouched, openDesk })
    return () => console.stop()
  })
  afterAll(folder.remove)

  const start = (choice: ExportChoice, allowPersonal = false): Promise<Answer<{ session: ExportSession | null }>> => {
    vouched.vouch('ticket', [target])
    const order = { commandId: commandId((count += 1)), ticket: 'ticket', choice }
    return console.administrative.client.exports.start({ ...order, who: '王工', reason: '交换数据', allowPersonal })
  }
  async function ended(): Promise<ExportSession> {
    for (;;) {
      const { session } = valueOf(await console.tactical.client.exports.session({}))
      if (session !== null && session.state !== 'writing') return session
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const runs = async () => valueOf(await console.tactical.client.exports.runs({}))
  const left = (): string[] => readdirSync(join(target, '..'))

  it('writes the records a list shows, says that they are demonstration data, and records who took them', async () => {
    const where = [{ column: 'type', value: 'NFR' }]
    const choice: ExportChoice = { ...TEAMS, filter: { text: '', where } }
    const preview = valueOf(await console.tactical.client.exports.preview(choice))
    const { total } = valueOf(await console.tactical.client.records.list({ kind: 'teams', where }))
    expect(preview).toMatchObject({ records: total, personal: [], isDemo: true })
    expect(preview.fileName).toMatch(/-演示数据-\d{4}-\d{2}-\d{2}-\d{4}$/)
    valueOf(await start(choice))
    expect(await ended()).toMatchObject({ state: 'done', path: target, records: total })
    const members = unzipSync(readFileSync(target))
    expect(Object.keys(members).sort()).toEqual(['teams.csv', '说明.txt'])
    expect(
      strFromU8(members['teams.csv'] ?? new Uint8Array())
        .trim()
        .split('\n'),
    ).toHaveLength(total + 1)
    expect(strFromU8(members['说明.txt'] ?? new Uint8Array())).toMatch(/【演示数据】[\s\S]*导出人：王工/)
    expect(await runs()).toMatchObject([
      { who: '王工', role: 'administrative', what: '救援队伍', path: target, records: total, isPersonal: false },
    ])
    expect(left()).toEqual(['导出.zip'])
  })

  it('lets names and telephone numbers of persons out only with a tick, and keeps that in the record', async () => {
    expect(await start(PEOPLE)).toMatchObject({ ok: false, error: { code: 'forbidden', path: 'allowPersonal' } })
    expect(left()).toEqual([])
    expect(await runs()).toEqual([])
    valueOf(await start(PEOPLE, true))
    expect((await ended()).state).toBe('done')
    expect(await runs()).toMatchObject([{ isPersonal: true }])
  })

  it('leaves neither file nor record when the place cannot be written or the record cannot be kept', async () => {
    writeFileSync(target, 'the export of last week')
    const disk = new Database(console.databasePath)
    disk.exec("CREATE TRIGGER full BEFORE INSERT ON export_runs BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    valueOf(await start(TEAMS))
    expect((await ended()).state).toBe('failed')
    expect(readFileSync(target, 'utf8')).toBe('the export of last week')
    expect(left()).toEqual(['导出.zip'])
    disk.exec('DROP TRIGGER full')
    disk.close()

    target = join(target, '..', 'missing', '导出.zip')
    valueOf(await start(TEAMS))
    expect(await ended()).toMatchObject({ state: 'failed', error: { code: 'target-not-writable', value: 'ENOENT' } })
    expect(existsSync(join(target, '..'))).toBe(false)

    target = join(target, '../..')
    valueOf(await start({ ...TEAMS, shape: 'folder' }))
    const { error } = await ended()
    expect(error).toMatchObject({ code: 'target-not-writable', value: 1 })
    expect(error?.message).toContain('不会覆盖')
    expect(await runs()).toEqual([])
  })

  it('writes templates of every table, and stops when asked without leaving anything', async () => {
    const all: ExportChoice = { kinds: null, filter: null, format: 'template', shape: 'folder' }
    target = join(target, '..', '样表')
    valueOf(await start(all))
    const { session } = valueOf(await console.tactical.client.exports.session({}))
    const exportId = session?.exportId ?? ''
    expect(await start(TEAMS)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    valueOf(await console.tactical.client.exports.cancel({ commandId: commandId(900), exportId }))
    expect(await ended()).toMatchObject({ state: 'failed', error: { code: 'cancelled' } })
    expect(left()).toEqual([])
    valueOf(await start({ ...all, kinds: ['teams', 'vehicles', 'roads'] }))
    expect((await ended()).state).toBe('done')
    expect(readdirSync(target).sort()).toEqual(['teams-template.xlsx', 'vehicles-template.xlsx'])
  })
})
