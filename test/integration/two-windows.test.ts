import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

describe('one record in two windows', () => {
  const folder = temporaryFolder()
  let console: Console
  let count = 0

  beforeEach(() => {
    count += 1
    console = startConsole(join(folder.path, String(count), 'console.db'), { planDispatch: stubPlan })
    return () => {
      console.stop()
      expect(console.bugs).toEqual([])
    }
  })
  afterAll(folder.remove)

  it('shows in the tactical window what the administrative window opened, with number and revision', async () => {
    const opened = valueOf(
      await console.administrative.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }),
    )
    expect(opened).toMatchObject({ number: 'BL-20260714-001', revision: 1 })

    expect(await console.tactical.nextChange()).toEqual({ topics: ['incidents', 'journal'], revision: 1 })
    const list = valueOf(await console.tactical.client.incident.list({}))
    expect(list).toMatchObject([
      { number: 'BL-20260714-001', mode: 'drill', level: null, planVersion: null, revision: 1 },
    ])
    const got = valueOf(await console.tactical.client.incident.get({ incidentId: opened.incidentId }))
    expect(got.incident).toEqual(ammoniaTanker())
  })

  it('shows a plan built in one window in the other, byte for byte, with the facts it was made from', async () => {
    const { incidentId } = valueOf(
      await console.tactical.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }),
    )
    expect(valueOf(await console.administrative.client.plan.latest({ incidentId }))).toBeNull()
    const built = valueOf(await console.tactical.client.plan.build({ commandId: commandId(2), incidentId }))
    expect(built).toMatchObject({ version: 1, findings: [{ code: 'unchecked' }] })
    await console.administrative.nextChange()
    expect(await console.administrative.nextChange()).toEqual({
      topics: ['plans', 'incidents', 'journal'],
      revision: 2,
    })

    const seen = valueOf(await console.administrative.client.plan.latest({ incidentId }))
    expect(seen).toEqual(valueOf(await console.tactical.client.plan.latest({ incidentId })))
    expect(seen).toMatchObject({ version: 1, incidentRevision: 1, createdAt: '2026-07-14T10:20:00+08:00' })
    expect(seen?.plan.forcePlan.solver.elapsedMs).toBe(seen?.elapsedMs)
    expect(valueOf(await console.administrative.client.incident.list({}))).toMatchObject([
      { level: 'IV', planVersion: 1 },
    ])
  })

  it('keeps earlier plan versions and facts when an incident is amended and planned again', async () => {
    const { client } = console.administrative
    const { incidentId } = valueOf(await client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }))
    valueOf(await client.plan.build({ commandId: commandId(2), incidentId }))
    const incident = ammoniaTanker({ title: '第二次通报' })
    const amended = { commandId: commandId(3), incidentId, expectedRevision: 1, incident }
    expect(valueOf(await client.incident.amend(amended))).toEqual({ revision: 2 })
    valueOf(await client.plan.build({ commandId: commandId(4), incidentId }))

    const versions = valueOf(await client.plan.versions({ incidentId }))
    expect(versions.map(({ version, incidentRevision }) => [version, incidentRevision])).toEqual([
      [2, 2],
      [1, 1],
    ])
    const earlier = valueOf(await client.plan.version({ incidentId, version: 1 }))
    expect(earlier).toMatchObject({
      version: 1,
      incidentRevision: 1,
      plan: { incident: { title: ammoniaTanker().title } },
    })
    expect(await client.plan.version({ incidentId, version: 9 })).toMatchObject({
      ok: false,
      error: { code: 'not-found', path: 'version', value: 9 },
    })
    const journal = valueOf(await client.system.journal({ incidentId }))
    expect(journal.map(({ kind, text }) => [kind, text.slice(0, 9)])).toEqual([
      ['v1.plan.published', '生成三案第 2 版'],
      ['v1.incident.amended', '更新事件信息，第 '],
      ['v1.plan.published', '生成三案第 1 版'],
      ['v1.incident.opened', '接警登记 BL-2'],
    ])
    expect(journal.every((entry) => entry.role === 'administrative')).toBe(true)
  })

  it('refuses facts entered over newer ones, names the number in force and changes nothing', async () => {
    const { incidentId } = valueOf(
      await console.administrative.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }),
    )
    const first = { commandId: commandId(2), incidentId, expectedRevision: 1, incident: ammoniaTanker({ title: '甲' }) }
    const second = {
      commandId: commandId(3),
      incidentId,
      expectedRevision: 1,
      incident: ammoniaTanker({ title: '乙' }),
    }
    valueOf(await console.administrative.client.incident.amend(first))
    const refused = await console.tactical.client.incident.amend(second)
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', path: 'expectedRevision', value: 2 } })
    expect(valueOf(await console.tactical.client.incident.get({ incidentId })).incident.title).toBe('甲')
  })

  it('carries out a command that is sent twice once, and gives the same answer', async () => {
    const input = { commandId: commandId(1), incident: ammoniaTanker() }
    const first = valueOf(await console.administrative.client.incident.open(input))
    expect(valueOf(await console.administrative.client.incident.open(input))).toEqual(first)
    const build = { commandId: commandId(2), incidentId: first.incidentId }
    const answers = await Promise.all([
      console.administrative.client.plan.build(build),
      console.tactical.client.plan.build(build),
    ])
    expect(valueOf(answers[0])).toEqual(valueOf(answers[1]))
    expect(valueOf(await console.tactical.client.plan.versions({ incidentId: first.incidentId }))).toHaveLength(1)
    expect(valueOf(await console.tactical.client.system.journal({}))).toHaveLength(2)
  })

  it('refuses a command id that was used for something else', async () => {
    valueOf(await console.administrative.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }))
    const other = { commandId: commandId(1), incident: ammoniaTanker({ title: '另一起' }) }
    const answer = await console.administrative.client.incident.open(other)
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', path: 'commandId' } })
    expect(valueOf(await console.administrative.client.incident.list({}))).toHaveLength(1)
  })

  it('numbers incidents by the day they were received, each day from 001', async () => {
    const { client } = console.administrative
    const nextDay = ammoniaTanker({ occurredAt: '2026-07-15T00:01:00+08:00', receivedAt: '2026-07-15T00:05:00+08:00' })
    const numbers: string[] = []
    for (const [index, incident] of [ammoniaTanker(), ammoniaTanker(), nextDay].entries()) {
      numbers.push(valueOf(await client.incident.open({ commandId: commandId(index), incident })).number)
    }
    expect(numbers).toEqual(['BL-20260714-001', 'BL-20260714-002', 'BL-20260715-001'])
  })

  it('refuses an incident far away or with an unknown UN number, and keeps nothing of it', async () => {
    const { client } = console.administrative
    const far = ammoniaTanker({ location: { lng: 116.4, lat: 39.9 } })
    const unknown = ammoniaTanker({ hazmat: { un: '9999' } })
    const answers = [
      await client.incident.open({ commandId: commandId(1), incident: far }),
      await client.incident.open({ commandId: commandId(2), incident: unknown }),
      await client.plan.build({ commandId: commandId(3), incidentId: 'incident-none' }),
    ]
    expect(answers.map((answer) => (answer.ok ? '' : answer.error.code))).toEqual([
      'place-out-of-area',
      'unknown-un-number',
      'not-found',
    ])
    expect(valueOf(await client.incident.list({}))).toEqual([])
    expect(valueOf(await client.system.journal({}))).toEqual([])
  })
})
