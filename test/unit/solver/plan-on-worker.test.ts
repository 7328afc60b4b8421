import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { PlannerLost, type PlanningProgress } from '#electron/core/services/planning-port.ts'
import { planOnWorker, type WorkerPlanning } from '#electron/core/solver/plan-on-worker.ts'
import { planWithSolver } from '#electron/core/solver/plan-with-solver.ts'
import { PLAN_STAGES } from '#shared/domain/plan/plan-stages.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { DYING_PLANNER, HOLDING_PLANNER, PLANNER } from '#test/harness/planners/planner-files.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'
import { ammoniaTanker } from '#test/integration/sample-incident.ts'

const references = loadReferences(RESOURCES)
const { dataset } = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun'))
const problem = { incident: ammoniaTanker(), dataset, ...references }

let planning: WorkerPlanning | null = null
let bugs: string[] = []
afterEach(async () => {
  await planning?.dispose()
  planning = null
})

function start(file: string): WorkerPlanning {
  bugs = []
  planning = planOnWorker(file, (where, error) => bugs.push(`${where}: ${String(error)}`))
  return planning
}

/** A plan under way: what it was told, and a wait for its draft. */
function follow(planner: WorkerPlanning, controller = new AbortController()) {
  const told: PlanningProgress[] = []
  let drafted: (plan: DispatchPlan) => void = () => undefined
  const draft = new Promise<DispatchPlan>((resolve) => (drafted = resolve))
  const plan = Promise.resolve(
    planner.planDispatch(problem, {
      signal: controller.signal,
      onProgress: (progress) => {
        told.push(progress)
        if (progress.kind === 'draft') drafted(progress.plan)
      },
    }),
  )
  return { told, draft, plan, cancel: () => controller.abort() }
}

describe('planning on a worker', () => {
  it('makes the very plan that is made here, twice, and has shown a draft of it before', async () => {
    const planner = start(PLANNER)
    planner.warmUp()
    const first = follow(planner)
    const made = canonicalJson(await first.plan)
    expect(made).toBe(canonicalJson(await planWithSolver(() => undefined).planDispatch(problem)))
    const draft = await first.draft
    expect(draft.forcePlan.solver.status).toBe('feasible')
    expect(draft.forcePlan.assignments.length).toBeGreaterThan(0)
    expect(canonicalJson(await follow(planner).plan)).toBe(made)
    expect(bugs).toEqual([])
  })

  it('tells every stage of draft and plan in order, with a share that only grows', async () => {
    const { told, plan } = follow(start(PLANNER))
    await plan
    const stages = told.flatMap((each) => (each.kind === 'stage' ? [each] : []))
    expect(stages.map(({ effort, stage }) => `${effort} ${stage}`)).toEqual(
      (['draft', 'exact'] as const).flatMap((effort) => PLAN_STAGES.map((stage) => `${effort} ${stage}`)),
    )
    const shares = stages.map(({ share }) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeGreaterThan(0.9)
    expect(shares.at(-1)).toBeLessThan(1)
    expect(told.findIndex(({ kind }) => kind === 'draft')).toBe(PLAN_STAGES.length)
  })

  it('keeps this thread free while its own is held by the solver', async () => {
    const planner = start(HOLDING_PLANNER)
    const { plan, draft } = follow(planner)
    await draft
    let turns = 0
    let longestMs = 0
    let lastMs = performance.now()
    let isDone = false
    void plan.then(() => (isDone = true))
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      turns += 1
      longestMs = Math.max(longestMs, performance.now() - lastMs)
      lastMs = performance.now()
    }
    // The worker was held 1500 ms; had it been this thread, one turn would have taken all of it.
    expect(turns).toBeGreaterThan(50)
    expect(longestMs).toBeLessThan(750)
  })

  it('stops a plan whose thread is held by the solver, and makes the next one', async () => {
    const planner = start(HOLDING_PLANNER)
    const first = follow(planner)
    await first.draft
    const askedMs = performance.now()
    first.cancel()
    await expect(first.plan).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - askedMs).toBeLessThan(500)
    const next = await follow(planner).plan
    expect(next.forcePlan.assignments.length).toBeGreaterThan(0)
    expect(bugs).toEqual([])
  })

  it('makes one plan after the other, tells who waits how many are ahead, and lets a waiting one go', async () => {
    const planner = start(HOLDING_PLANNER)
    const [first, second, third] = [follow(planner), follow(planner), follow(planner)]
    expect(second.told).toEqual([
      { kind: 'queued', ahead: 1 },
      { kind: 'queued', ahead: 1 },
    ])
    expect(third.told).toEqual([{ kind: 'queued', ahead: 2 }])
    second.cancel()
    await expect(second.plan).rejects.toMatchObject({ code: 'cancelled' })
    expect(third.told.at(-1)).toEqual({ kind: 'queued', ahead: 1 })
    const order: string[] = []
    await Promise.all([first.plan.then(() => order.push('first')), third.plan.then(() => order.push('third'))])
    expect(order).toEqual(['first', 'third'])
  })

  it('says that the worker was lost when it dies, logs why, and starts another for the next plan', async () => {
    const planner = start(DYING_PLANNER)
    for (let round = 1; round <= 2; round += 1) {
      const { plan, draft } = follow(planner)
      await expect(plan).rejects.toBeInstanceOf(PlannerLost)
      expect((await draft).forcePlan.solver.status).toBe('feasible')
      expect(bugs).toHaveLength(round)
      expect(bugs.at(-1)).toContain('planner worker ended with code 9')
    }
  })

  it('refuses as cancelled what is under way when it is disposed of', async () => {
    const planner = start(HOLDING_PLANNER)
    const [first, second] = [follow(planner), follow(planner)]
    const ends = Promise.allSettled([first.plan, second.plan])
    await planner.dispose()
    for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
  })
})
