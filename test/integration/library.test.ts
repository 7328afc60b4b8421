import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const FOLDER = join(RESOURCES, 'contingency-plans')
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

describe('the plan library of a new console', () => {
  const folder = temporaryFolder()
  let console: Console
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('holds every shipped plan as version 1, in force and marked as a starter nobody approved', async () => {
    const lines = valueOf(await console.administrative.client.library.list({}))
    expect(lines).toHaveLength(FILES.length)
    for (const line of lines) {
      expect(line).toMatchObject({ version: 1, revision: 1, state: 'approved', running: true, origin: 'shipped' })
      expect(line).toMatchObject({ starter: true, note: '起始模板（未经本地批准、未备案）', createdBy: '程序自带' })
    }
  })

  it('gives each plan as it was written, as a value and as text', async () => {
    for (const name of FILES) {
      const text = readFileSync(join(FOLDER, name), 'utf8')
      const written: unknown = parse(text)
      const planId = String(Reflect.get(Object(written), 'id'))
      const opened = valueOf(await console.tactical.client.library.get({ planId }))
      expect(opened.text).toBe(text)
      expect(opened.plan).toEqual(written)
    }
  })

  it('lists by kind, type of incident, region and a word of the title', async () => {
    const { client } = console.administrative
    const ids = async (filter: Parameters<typeof client.library.list>[0]): Promise<string[]> =>
      valueOf(await client.library.list(filter)).map(({ planId }) => planId)
    expect(await ids({ kind: 'general' })).toEqual(['plan-general'])
    expect(await ids({ kind: 'street' })).toEqual(['plan-street-daqi'])
    expect(await ids({ type: 'mine' })).toEqual(expect.arrayContaining(['plan-mine', 'plan-general']))
    expect(await ids({ type: 'mine' })).not.toContain('plan-marine')
    expect(await ids({ region: '大碶' })).toEqual(['plan-street-daqi'])
    expect(await ids({ text: '防汛' })).toEqual(['plan-flood-defence'])
    expect(await ids({ state: 'draft' })).toEqual([])
  })

  it('tells who brought a plan, when and why, and refuses a plan it does not have', async () => {
    const { client } = console.administrative
    const [entry, ...more] = valueOf(await client.library.history({ planId: 'plan-general' }))
    expect(more).toEqual([])
    expect(entry).toMatchObject({ change: 'created', from: null, to: 'approved', who: '程序自带', role: 'program' })
    expect(entry?.at).toBe('2026-07-14T10:20:00+08:00')
    for (const answer of [
      await client.library.history({ planId: 'plan-none' }),
      await client.library.get({ planId: 'plan-none' }),
      await client.library.get({ planId: 'plan-general', version: 2 }),
      await client.library.get({ planId: 'plan-general', contentHash: 'unknown' }),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('opens a plan by what it said, and brings nothing a second time at the next start', async () => {
    const before = valueOf(await console.administrative.client.library.list({}))
    console.stop()
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
    const { client } = console.administrative
    expect(valueOf(await client.library.list({ versions: 'all' }))).toEqual(before)
    const [line] = before
    if (line === undefined) throw new Error('an empty library')
    const opened = valueOf(await client.library.get({ planId: line.planId, contentHash: line.contentHash }))
    expect(opened.version).toEqual(line)
    expect(valueOf(await client.system.verify({}))).toEqual({ ok: true, problems: [] })
    expect(console.bugs).toEqual([])
  })
})
