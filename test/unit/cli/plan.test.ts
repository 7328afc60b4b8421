import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { PlanCriteria, TriedDecision } from '#shared/domain/plan/alternatives.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { Reason } from '#shared/domain/reason.ts'
import { PROJECT, anIncident, run, type ReadEnding } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'console-plan-'))
const PLAN = ['plan', '--dataset', 'beilun', '--incident', '-']
let sound: ReadEnding

/** What `--alternatives` adds to the plan. */
const Debated = z.object({
  criteria: PlanCriteria,
  alternatives: z.array(z.object({ title: z.string(), reasons: z.array(Reason), plan: DispatchPlan })),
  alternativesTried: z.array(TriedDecision),
})

const Explained = z.object({
  explanation: z.array(z.object({ where: z.string(), whyNot: z.array(z.string()).optional() })),
})

beforeAll(async () => {
  sound = await run(PLAN, anIncident())
})

function save(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('plan', () => {
  it('answers a whole dispatch plan with the measured time', () => {
    expect([0, 3]).toContain(sound.exitCode)
    expect(sound.stderr).toBe('')
    const plan = DispatchPlan.parse(sound.document)
    expect(plan.forcePlan.assignments.length).toBeGreaterThan(0)
    expect(plan.forcePlan.solver.elapsedMs).toBe(7)
    expect(sound.exitCode).toBe(plan.findings.some(({ severity }) => severity === 'block') ? 3 : 0)
  })

  it('gives the same bytes twice, from a file as from standard input', async () => {
    const file = save('incident.json', anIncident())
    expect((await run(['plan', '--dataset', 'beilun', '--incident', file])).stdout).toBe(sound.stdout)
  })

  it('gives the same plan from the folder and from a database', async () => {
    const db = join(folder, 'beilun.db')
    await run(['import', '--db', db, join(PROJECT, 'resources/datasets/beilun')])
    expect((await run(['plan', '--dataset', db, '--incident', '-'], anIncident())).stdout).toBe(sound.stdout)
    const path = join(PROJECT, 'resources/datasets/beilun')
    expect((await run(['plan', '--dataset', path, '--incident', '-'], anIncident())).stdout).toBe(sound.stdout)
  })

  it('answers options honestly: alternatives or why there is none, sentences on request', async () => {
    const { document } = await run([...PLAN, '--alternatives', '2', '--explain'], anIncident())
    const { alternatives, alternativesTried, criteria } = Debated.parse(document)
    expect(criteria.firstActionS).toBeGreaterThan(0)
    expect(alternativesTried).toHaveLength(7)
    expect(alternativesTried.filter(({ reasons }) => reasons.length === 0)).toEqual([])
    const plans = alternatives.map(({ plan }) => plan)
    expect(plans.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'block')).toEqual([])
    expect(plans.every(({ decision }) => decision !== undefined)).toBe(true)
    const { explanation } = Explained.parse(document)
    const told = explanation.filter(({ whyNot }) => whyNot !== undefined && whyNot.length > 0).map(({ where }) => where)
    for (const part of ['assignments.0', 'experts.0', 'supplies.allocations.0', 'stagingAreas.0', 'casualties.0'])
      expect(told.some((where) => where.endsWith(part))).toBe(true)
    expect(document).toHaveProperty('unknowns.0.influence.linesChanged')
    const codes = DispatchPlan.parse(document).findings.map(({ code }) => code)
    expect(codes.includes('alternatives-none')).toBe(alternatives.length === 0)
  })

  it('replaces parameters and says so in their version', async () => {
    const slow = save('parameters.json', JSON.stringify({ assignment: { callHandlingS: { value: 120 } } }))
    const { document } = await run([...PLAN, '--parameters', slow], anIncident())
    expect(DispatchPlan.parse(document).parametersVersion).not.toBe(
      DispatchPlan.parse(sound.document).parametersVersion,
    )
    const wrong = save('wrong.json', JSON.stringify({ assignment: { nonsense: 1 } }))
    expect(await run([...PLAN, '--parameters', wrong], anIncident())).toMatchObject({
      exitCode: 2,
      stdout: '',
      error: { code: 'bad-input' },
    })
  })

  it.each([
    ['unknown-type', 'type', { type: 'hazmat_rod' }],
    ['bad-time', 'occurredAt', { occurredAt: '2026-02-30T10:00:00+08:00' }],
    ['bad-time', 'occurredAt', { occurredAt: '2026-07-14T10:00:00' }],
    ['coordinates-swapped', 'location', { location: { lng: 29.88, lat: 121.885 } }],
    ['place-out-of-area', 'location', { location: { lng: 116.4, lat: 39.9 } }],
    ['negative-count', 'facts', { facts: { trapped: -1 } }],
    ['unknown-un-number', 'hazmat.un', { hazmat: { un: '9999' } }],
    ['bad-input', 'schema', { schema: 'incident/2' }],
  ])('refuses %s at %s', async (code, path, changes) => {
    const ending = await run(PLAN, anIncident(changes))
    expect(ending).toMatchObject({ exitCode: 2, stdout: '', error: { code } })
    expect(ending.error?.path).toContain(path)
    expect(ending.error?.message).toMatch(/[\u4e00-\u9fff]/)
  })

  it('refuses broken JSON with its position and a missing file with its name', async () => {
    const broken = await run(PLAN, '{"schema": "incident/1",\n "type": }')
    expect(broken).toMatchObject({ exitCode: 2, stdout: '', error: { code: 'bad-json' } })
    expect(broken.error?.message).toMatch(/第 2 行第 \d+ 列/)
    const cut = await run(PLAN, anIncident().slice(0, 80))
    expect(cut).toMatchObject({ exitCode: 2, error: { code: 'bad-json' } })
    const missing = await run(['plan', '--dataset', 'beilun', '--incident', '/nowhere/i.json'])
    expect(missing).toMatchObject({ exitCode: 2, stdout: '', error: { code: 'file-missing', path: '/nowhere/i.json' } })
  })
})

describe('check-plan', () => {
  const CHECK = ['check-plan', '--dataset', 'beilun', '--plan', '-']

  it('judges the plan that was just made as the plan judged itself', async () => {
    const { document, exitCode } = await run(CHECK, sound.stdout)
    expect(exitCode).toBe(sound.exitCode)
    expect(document).toMatchObject({ feasible: sound.exitCode === 0 })
  })

  it('refuses what is no plan', async () => {
    expect(await run(CHECK, '{}')).toMatchObject({ exitCode: 2, stdout: '', error: { code: 'bad-input' } })
    const plan = sound.stdout.replace('"firstOrders":[', '"firstOrders":[5,')
    expect(await run(CHECK, plan)).toMatchObject({ exitCode: 2, error: { path: 'firstOrders.0' } })
  })

  it('blocks a plan whose staging point was dragged onto the scene', async () => {
    const plan = DispatchPlan.parse(sound.document)
    const stagingAreas = plan.movementPlan.stagingAreas.map((area) => ({
      ...area,
      location: { lng: 121.885, lat: 29.88 },
    }))
    const edited = JSON.stringify({ ...plan, movementPlan: { ...plan.movementPlan, stagingAreas } })
    expect(await run(CHECK, edited)).toMatchObject({ exitCode: 3, document: { feasible: false } })
  })
})
