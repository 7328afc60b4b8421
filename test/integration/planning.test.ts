import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planOnWorker, type WorkerPlanning } from '#electron/core/solver/plan-on-worker.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { DYING_PLANNER, HOLDING_PLANNER } from '#test/harness/planners/planner-files.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let count = 0
let console: Console
let planning: WorkerPlanning | null = null
let incidentId = ''

async function start(worker: string | null): Promise<void> {
  count += 1
  planning = worker === null ? null : planOnWorker(worker, (where) => lost.push(where))
  const { planDispatch } = planning ?? { planDispatch: stubPlan }
  console = startConsole(join(folder.path, String(count), 'console.db'), { planDispatch })
  const opened = await console.tactical.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() })
  incidentId = valueOf(opened).incidentId
}

let lost: string[] = []
beforeEach(() => {
  lost = []
})
afterEach(async () => {
  await planning?.dispose()
  console.stop()
  expect(console.bugs).toEqual([])
})

async function draftIsReady(): Promise<void> {
  await expect
    .poll(() => console.administrative.progress.some(({ draft }) => draft !== null), { timeout: 60_000 })
    .toBe(true)
}

describe('a plan that takes its time', () => {
  beforeEach(() => start(HOLDING_PLANNER))

  it('tells both windows stage by stage, gives out its draft, and lets everything else answer meanwhile', async () => {
    const { client } = console.tactical
    const requestId = commandId(2)
    let isBuilt = false
    const built = client.plan.build({ commandId: requestId, incidentId }).then((answer) => {
      isBuilt = true
      return valueOf(answer)
    })
    await draftIsReady()
    expect(valueOf(await client.plan.running({}))).toMatchObject([{ incidentId, requestId, state: 'running' }])
    const draft = valueOf(await client.plan.draft({ incidentId, requestId }))
    expect(draft).toMatchObject({ incidentId, version: 1, incidentRevision: 1 })
    expect(draft?.plan.forcePlan.solver.status).toBe('feasible')
    expect(draft?.plan.forcePlan.solver.gap).toBeGreaterThan(0.01)
    expect(valueOf(await client.plan.latest({ incidentId }))).toBeNull()
    const places = valueOf(await client.reference.searchPlaces({ text: '灵峰' }))
    expect(places.length).toBeGreaterThan(0)
    expect(valueOf(await client.incident.list({}))).toHaveLength(1)
    expect(isBuilt).toBe(false)

    expect(await built).toMatchObject({ version: 1 })
    const latest = valueOf(await client.plan.latest({ incidentId }))
    expect(latest?.plan.forcePlan.solver.status).toBe('optimal')
    expect(latest?.plan.findings.map(({ code }) => code)).not.toContain('planning-cancelled')
    expect(valueOf(await client.plan.running({}))).toEqual([])
    expect(valueOf(await client.plan.draft({ incidentId, requestId }))).toBeNull()
    for (const { progress } of [console.administrative, console.tactical]) {
      expect(progress.every((each) => each.incidentId === incidentId && each.requestId === requestId)).toBe(true)
      expect(progress.filter(({ stage }) => stage === 'assign-and-move').map(({ effort }) => effort)).toContain('exact')
      expect(progress.at(-1)).toMatchObject({ state: 'ended', outcome: 'stored' })
      expect(progress.filter(({ state }) => state === 'ended')).toHaveLength(1)
    }
  })

  it('is stopped from the other window, keeps its draft as the version, and says who stopped it', async () => {
    const requestId = commandId(2)
    const building = console.tactical.client.plan.build({ commandId: requestId, incidentId })
    await draftIsReady()
    const stop = { commandId: commandId(3), requestId }
    expect(valueOf(await console.administrative.client.plan.cancel(stop))).toEqual({ cancelled: true, draftKept: true })
    expect(valueOf(await building)).toMatchObject({ version: 1 })
    const again = await console.administrative.client.plan.cancel({ ...stop, commandId: commandId(4) })
    expect(valueOf(again)).toEqual({ cancelled: false, draftKept: false })
    const latest = valueOf(await console.tactical.client.plan.latest({ incidentId }))
    expect(latest?.plan.forcePlan.solver.status).toBe('feasible')
    const words = latest?.plan.findings.find(({ code }) => code === 'planning-cancelled')?.text
    expect(words).toContain('行政指挥部在求解完成前停止了计算')
    expect(words).toMatch(/差距不超过\d+(\.\d)?%/)

    const next = valueOf(await console.tactical.client.plan.build({ commandId: commandId(5), incidentId }))
    expect(next.version).toBe(2)
    expect(next.findings.map(({ code }) => code)).not.toContain('planning-cancelled')
    expect(valueOf(await console.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  })

  it('is followed by alternatives that are stopped from the other window and keep nothing', async () => {
    const { client, progress } = console.tactical
    const { version } = valueOf(await client.plan.build({ commandId: commandId(2), incidentId }))
    const requestId = commandId(3)
    const asked = client.plan.alternatives({ incidentId, version, count: 3, requestId })
    await expect.poll(() => progress.at(-1), { timeout: 60_000 }).toMatchObject({ requestId, work: 'alternatives' })
    expect(valueOf(await client.plan.running({}))).toMatchObject([{ requestId, work: 'alternatives' }])
    const stop = { commandId: commandId(4), requestId }
    expect(valueOf(await console.administrative.client.plan.cancel(stop))).toEqual({
      cancelled: true,
      draftKept: false,
    })
    expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled', path: 'requestId' } })
    await expect.poll(() => progress.at(-1)).toMatchObject({ requestId, state: 'ended', outcome: 'cancelled' })
    expect(valueOf(await client.plan.running({}))).toEqual([])
    expect(valueOf(await client.plan.versions({ incidentId }))).toHaveLength(1)
  })

  it('is refused as cancelled when it is stopped before its draft; nothing is kept', async () => {
    const requestId = commandId(2)
    const building = console.tactical.client.plan.build({ commandId: requestId, incidentId })
    const stop = { commandId: commandId(3), requestId }
    expect(valueOf(await console.tactical.client.plan.cancel(stop))).toEqual({ cancelled: true, draftKept: false })
    expect(await building).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(valueOf(await console.tactical.client.plan.versions({ incidentId }))).toEqual([])
    expect(console.tactical.progress.at(-1)).toMatchObject({ state: 'ended', outcome: 'cancelled' })
  })
})

describe('a planner that dies', () => {
  it('leaves its draft as the version, marked, and the next plan is made', async () => {
    await start(DYING_PLANNER)
    const { client } = console.tactical
    const built = valueOf(await client.plan.build({ commandId: commandId(2), incidentId }))
    expect(built.findings.find(({ code }) => code === 'planner-lost')).toMatchObject({ severity: 'warn' })
    expect(lost).toEqual(['planner.worker'])
    expect(valueOf(await client.plan.build({ commandId: commandId(3), incidentId })).version).toBe(2)
  })
})

describe('the weight of the cover left at home', () => {
  beforeEach(() => start(null))

  it('is the shipped one until somebody chooses another; then it is in the plan and in the journal with who chose it', async () => {
    const { client } = console.tactical
    const before = valueOf(await client.plan.coverWeight({ incidentId }))
    expect(before).toMatchObject({ valueS: 1800, shippedS: 1800, lowS: 450, highS: 7200, chosen: null })
    valueOf(await client.plan.build({ commandId: commandId(2), incidentId }))
    valueOf(await client.plan.setCoverWeight({ commandId: commandId(3), incidentId, valueS: 2400 }))
    valueOf(await client.plan.build({ commandId: commandId(4), incidentId }))

    const after = valueOf(await console.administrative.client.plan.coverWeight({ incidentId }))
    expect(after).toMatchObject({ valueS: 2400, chosen: { role: 'tactical' } })
    const [first, second] = await Promise.all(
      [1, 2].map(async (version) => valueOf(await client.plan.version({ incidentId, version })).plan),
    )
    expect(first?.parameterOverrides).toBeUndefined()
    expect(second?.parameterOverrides).toMatchObject([
      { path: 'assignment.exposedTownPenaltyS', value: 2400, shipped: 1800 },
    ])
    expect(second?.parametersVersion).not.toBe(first?.parametersVersion)
    const journal = valueOf(await client.system.journal({ incidentId }))
    const entry = journal.find(({ kind }) => kind === 'v1.plan.weighted')
    expect(entry).toMatchObject({ role: 'tactical', text: '留守覆盖权重设为 2400 秒/街道（出厂值 1800）' })
    expect(valueOf(await client.system.verify({}))).toEqual({ ok: true, problems: [] })
  })

  it('goes back to the shipped one, and a weight above the limit is refused by name', async () => {
    const { client } = console.tactical
    valueOf(await client.plan.setCoverWeight({ commandId: commandId(2), incidentId, valueS: 0 }))
    expect(valueOf(await client.plan.coverWeight({ incidentId })).valueS).toBe(0)
    const refused = await client.plan.setCoverWeight({ commandId: commandId(3), incidentId, valueS: 20_001 })
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input', path: 'valueS', value: 20_001 } })
    valueOf(await client.plan.setCoverWeight({ commandId: commandId(4), incidentId, valueS: null }))
    expect(valueOf(await client.plan.coverWeight({ incidentId }))).toMatchObject({ valueS: 1800, chosen: null })
    valueOf(await client.plan.build({ commandId: commandId(5), incidentId }))
    expect(valueOf(await client.plan.latest({ incidentId }))?.plan.parameterOverrides).toBeUndefined()
  })
})
