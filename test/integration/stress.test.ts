import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { AppContract } from '#shared/contract/app-contract.ts'
import type { PlanDispatch } from '#electron/core/services/planning-port.ts'
import { createPlanPriority } from '#electron/core/services/plan-priority.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { BEILUN } from '#test/builders/force-builders.ts'
import { aSituation, anIncident } from '#test/builders/situation-builders.ts'
import { stubPlan } from './stub-plan.ts'

const PROBLEM = aSituation(anIncident('flood'), { dataset: BEILUN })
const QUESTION = { incidents: 3, seed: 7, mode: 'misses' } as const

describe('a stress run in the background', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let console: Console
  let rested: number
  let makePlan: PlanDispatch
  let options: Parameters<typeof startConsole>[1]
  beforeAll(() => {
    folder = temporaryFolder()
    rested = 0
    makePlan = stubPlan
    const background = {
      planDispatch: ((problem, run) => makePlan(problem, run)) satisfies PlanDispatch,
      dispose: () => Promise.resolve(void (rested += 1)),
    }
    options = { planDispatch: stubPlan, background }
    console = startConsole(join(folder.path, 'console.db'), options)
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  const start = (question: typeof QUESTION): ReturnType<Console['tactical']['client']['readiness']['startStress']> =>
    console.tactical.client.readiness.startStress({ ...question, commandId: crypto.randomUUID() })
  const settled = async (): Promise<OutputOf<AppContract['readiness']['stress']>> => {
    for (;;) {
      const state = valueOf(await console.administrative.client.readiness.stress({}))
      if (state.running === null) return state
    }
  }

  it('keeps its result for both windows and for the next start, and lets go of its worker', async () => {
    expect(valueOf(await start(QUESTION))).toEqual({ started: true })
    const { latest, failed } = await settled()
    expect(failed).toBeNull()
    expect(latest).toMatchObject({ question: QUESTION, outdated: [], roadsSchematic: true, dataset: { isDemo: true } })
    expect(latest?.summary.missed.of).toBe(3)
    expect(rested).toBe(1)
    console.stop()
    console = startConsole(join(folder.path, 'console.db'), options)
    expect((await settled()).latest).toEqual(latest)
  })

  it('opens a drawn incident as evidence, and refuses one it did not draw', async () => {
    const { readiness } = console.administrative.client
    const run = (await settled()).latest?.madeAt ?? ''
    expect(valueOf(await readiness.stressIncident({ run, index: 2 }))).toMatchObject({
      stored: { index: 2 },
      evidence: { incident: { title: '压力测试抽样 3', mode: 'tabletop' }, judged: { index: 2 } },
    })
    expect(await readiness.stressIncident({ run, index: 3 })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(valueOf(await readiness.stressIncidents({ run, key: 'refused' }))).toEqual({ total: 0, rows: [] })
    const other = await readiness.stressIncidents({ run: 'earlier', key: null })
    expect(other).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('counts an incident the planner refuses as a miss and goes on', async () => {
    makePlan = () => {
      throw new AppError('bad-input', '位置不在路网内')
    }
    await start(QUESTION)
    expect((await settled()).latest?.summary.byMiss).toMatchObject([{ key: 'refused', misses: { part: 3, of: 3 } }])
  })

  it('is one at a time, and stopped keeps nothing', async () => {
    const before = (await settled()).latest
    makePlan = () => new Promise(() => undefined)
    await start(QUESTION)
    expect(await start(QUESTION)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    const { readiness } = console.administrative.client
    expect(valueOf(await readiness.stress({})).running).toMatchObject({ done: 0, of: 3, phase: 'misses' })
    expect(valueOf(await readiness.stopStress({ commandId: crypto.randomUUID() }))).toEqual({ stopped: true })
    expect(valueOf(await readiness.stress({}))).toEqual({ running: null, failed: null, latest: before })
  })

  it('says in words that it broke, and logs the bug', async () => {
    makePlan = () => {
      throw new Error('worker lost')
    }
    await start(QUESTION)
    expect((await settled()).failed).toContain('意外中断')
    expect(console.bugs).toHaveLength(1)
  })
})

describe('a plan somebody waits for', () => {
  it('goes first: one in the background begins when it is made', async () => {
    const order: string[] = []
    let finish: () => void = () => undefined
    const urgent: PlanDispatch = async (problem) => {
      order.push('urgent')
      await new Promise<void>((resolve) => (finish = resolve))
      order.push('made')
      return stubPlan(problem)
    }
    const priority = createPlanPriority(urgent, (problem) => {
      order.push('background')
      return stubPlan(problem)
    })
    const first = priority.urgent(PROBLEM)
    const second = priority.whenIdle(PROBLEM)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([order, priority.isBusy()]).toEqual([['urgent'], true])
    finish()
    await Promise.all([first, second])
    expect([order, priority.isBusy()]).toEqual([['urgent', 'made', 'background'], false])
  })
})
