import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

describe('the ammonia tanker, planned by the product itself', () => {
  const folder = temporaryFolder()
  let console: Console
  let incidentId = ''
  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'))
    const { client } = console.tactical
    incidentId = valueOf(await client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() })).incidentId
    valueOf(await client.plan.build({ commandId: commandId(2), incidentId }))
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  async function planSeenBy(window: 'administrative' | 'tactical'): Promise<DispatchPlan> {
    const latest = valueOf(await console[window].client.plan.latest({ incidentId }))
    if (latest === null) throw new Error('a plan was built')
    return latest.plan
  }

  it('reaches the administrative window with its three plans, and is the same in both', async () => {
    const plan = await planSeenBy('administrative')
    expect(plan.forcePlan.assignments.length).toBeGreaterThan(0)
    expect(plan.movementPlan.movements.length).toBeGreaterThan(0)
    expect(plan.handlingPlan.phases.length).toBeGreaterThan(0)
    expect(plan).toEqual(await planSeenBy('tactical'))
    expect(console.bugs).toEqual([])
  })

  it('is the same plan when it is built again from the same facts, but for the time it took', async () => {
    const first = await planSeenBy('tactical')
    valueOf(await console.tactical.client.plan.build({ commandId: commandId(3), incidentId }))
    const second = await planSeenBy('tactical')
    expect(second.changes).toEqual([])
    const timeless = (plan: DispatchPlan): unknown => ({
      ...plan,
      problemHash: null, // the second was made against the first
      changes: null,
      forcePlan: {
        ...plan.forcePlan,
        solver: { ...plan.forcePlan.solver, elapsedMs: 0 },
        // The second is proven against the first, with changes priced: the same lines, another bound.
        supplies: { ...plan.forcePlan.supplies, solver: null },
      },
      trace: plan.trace.map((entry) => ({
        ...entry,
        notes: entry.notes.filter((note) => !note.startsWith('物资求解')),
      })),
    })
    expect(timeless(second)).toEqual(timeless(first))
  })

  it('plans afresh when asked to, without holding it against the one before', async () => {
    valueOf(await console.tactical.client.plan.build({ commandId: commandId(4), incidentId, fresh: true }))
    const fresh = await planSeenBy('tactical')
    expect(fresh.changes).toBeUndefined()
    valueOf(await console.tactical.client.plan.build({ commandId: commandId(5), incidentId, keepAll: true }))
    expect((await planSeenBy('tactical')).changes).toEqual([])
  })

  it('takes part of a new version only: declined teams do not come, and the version before stays the one compared with', async () => {
    const { client } = console.tactical
    const report = {
      source: '现场指挥',
      asOf: '2026-07-14T10:25:00+08:00',
      figures: [{ fact: 'trapped' as const, value: { min: 12 } }],
    }
    valueOf(await client.incident.reportFigures({ commandId: commandId(20), incidentId, ...report }))
    const { version } = valueOf(await client.plan.build({ commandId: commandId(21), incidentId }))
    const added = ((await planSeenBy('tactical')).changes ?? []).filter(({ kind }) => kind === 'teamAdded')
    const [unwanted] = added
    expect(added.length).toBeGreaterThan(1)

    const declined = { version, changes: [unwanted?.id ?? ''] }
    const level = { version, changes: ['levelChanged:level'] }
    const refused = await client.plan.build({ commandId: commandId(22), incidentId, declined: level })
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input', path: 'declined.changes' } })
    valueOf(await client.plan.build({ commandId: commandId(23), incidentId, declined }))
    const plan = await planSeenBy('tactical')
    const teams = plan.forcePlan.assignments.map(({ teamId }) => teamId)
    expect(teams).not.toContain(unwanted?.subjectId)
    // Still told against the version before the declined one: against that one no need would have changed.
    expect((plan.changes ?? []).some(({ kind }) => kind === 'demandChanged')).toBe(true)
    expect(plan.findings.find(({ code }) => code === 'officer-declined')?.text).toContain(unwanted?.name ?? '')
    const late = await client.plan.build({ commandId: commandId(24), incidentId, declined })
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict', path: 'declined.version' } })
    valueOf(await client.plan.build({ commandId: commandId(25), incidentId, fresh: true }))
  })

  it('verifies sound, and names the plan when a lot or person it uses is taken out of the library', async () => {
    const plan = await planSeenBy('tactical')
    expect(valueOf(await console.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
    const personId = plan.handlingPlan.phases.flatMap((phase) => phase.actions)[0]?.assignee.personId ?? ''
    const lotId = plan.forcePlan.supplies.allocations[0]?.lotId ?? ''
    expect([personId, lotId]).not.toContain('')

    const raw = new Database(console.databasePath)
    raw.pragma('foreign_keys = OFF')
    raw.prepare('DELETE FROM people WHERE id = ?').run(personId)
    raw.prepare('DELETE FROM stock WHERE lot_id = ?').run(lotId)
    raw.close()
    const report = valueOf(await console.tactical.client.system.verify({}))
    expect(report.ok).toBe(false)
    expect(report.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['library-changed', 'missing-lot', 'missing-person']),
    )
    const texts = report.problems.map(({ text }) => text).join('\n')
    expect(texts).toContain(`方案 ${incidentId} 1 引用的物资批次 ${lotId}`)
    expect(texts).toContain(`方案 ${incidentId} 2 引用的人员 ${personId}`)
  })
})

describe('a plan of another shape', () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)

  it('is a bug of the planner: nothing is kept, and the operator gets a calm answer', async () => {
    const console = startConsole(join(folder.path, 'console.db'), {
      // A planner gone wrong; the shape is broken on purpose.
      planDispatch: () => JSON.parse('{"forcePlan":{"solver":{}}}') as DispatchPlan,
    })
    const { client } = console.administrative
    const { incidentId } = valueOf(await client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }))
    const answer = await client.plan.build({ commandId: commandId(2), incidentId })
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(console.bugs).toHaveLength(1)
    expect(valueOf(await client.plan.versions({ incidentId }))).toEqual([])
    expect(valueOf(await client.system.journal({}))).toHaveLength(1)
    console.stop()
  })
})
