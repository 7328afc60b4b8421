import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { SMALL_FILES, writeFiles } from '../datasets-io/small-dataset.ts'
import { anIncident, PROJECT, run } from './run-cli.ts'

const HAZMAT = readFileSync(join(PROJECT, 'resources', 'contingency-plans', 'hazmat.yaml'), 'utf8')
const OWN = HAZMAT.replace(/^version: .*/m, 'version: 7.0.0')
const STREET = HAZMAT.replace(/^id: .*/m, 'id: plan-own-hazmat').replace(/^kind: .*/m, 'kind: street')
const Report = z.looseObject({ ok: z.boolean(), files: z.array(z.looseObject({ file: z.string(), kind: z.string() })) })

let folder = ''
let db = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-cli-'))
  db = join(folder, 'console.db')
})

/** The report of the files of contingency plans. */
function planReports(document: unknown): unknown[] {
  return Report.parse(document).files.filter(({ kind }) => kind === 'contingency_plans')
}

describe('contingency plans of a data set', () => {
  it('go into the database and come out of it as they were written', async () => {
    const source = writeFiles({ ...SMALL_FILES, 'contingency_plans/a.yaml': OWN, 'contingency_plans/b.yaml': STREET })
    const first = await run(['import', '--db', db, source])
    expect(first.exitCode).toBe(0)
    const counts = { kind: 'contingency_plans', read: 1, new: 1, changed: 0, unchanged: 0, refused: 0, problems: [] }
    expect(planReports(first.document)).toEqual([
      { file: 'contingency_plans/a.yaml', ...counts },
      { file: 'contingency_plans/b.yaml', ...counts },
    ])
    const out = join(folder, 'out')
    expect((await run(['export', '--db', db, '--to', out])).exitCode).toBe(0)
    expect(readdirSync(join(out, 'contingency_plans'))).toEqual(['plan-hazmat.yaml', 'plan-own-hazmat.yaml'])
    expect(readFileSync(join(out, 'contingency_plans', 'plan-hazmat.yaml'), 'utf8')).toBe(OWN)
    const again = await run(['import', '--db', db, out])
    expect(planReports(again.document)).toMatchObject([
      { new: 0, unchanged: 1 },
      { new: 0, unchanged: 1 },
    ])
    expect((await run(['verify', '--db', db])).document).toEqual({ ok: true, problems: [] })
  })

  it('never take the place of what the database runs: another text waits as a draft', async () => {
    await run(['import', '--db', db, writeFiles({ ...SMALL_FILES, 'contingency_plans/a.yaml': OWN })])
    const other = OWN.replace('version: 7.0.0', 'version: 8.0.0')
    const { document } = await run([
      'import',
      '--db',
      db,
      writeFiles({ ...SMALL_FILES, 'contingency_plans/a.yaml': other }),
    ])
    expect(planReports(document)).toMatchObject([{ new: 0, changed: 1 }])
    await run(['export', '--db', db, '--to', join(folder, 'out')])
    expect(readFileSync(join(folder, 'out', 'contingency_plans', 'plan-hazmat.yaml'), 'utf8')).toBe(OWN)
  })

  it('are refused with line and reason, and then nothing is written', async () => {
    const wrong = OWN.replace(/^kind: .*/m, 'kind: secret')
    const line = wrong.split('\n').indexOf('kind: secret') + 1
    const source = writeFiles({ ...SMALL_FILES, 'contingency_plans/a.yaml': wrong })
    const ending = await run(['import', '--db', db, source])
    expect(ending).toMatchObject({
      exitCode: 2,
      error: { code: 'rows-refused', path: `contingency_plans/a.yaml:${line}:kind` },
    })
    expect(planReports(ending.document)).toMatchObject([
      { refused: 1, problems: [{ line, column: 'kind', value: 'secret' }] },
    ])
    expect((await run(['export', '--db', db, '--to', join(folder, 'out')])).exitCode).toBe(4)
    const planned = await run(['plan', '--dataset', source, '--incident', '-'], anIncident())
    expect(planned).toMatchObject({ exitCode: 4, error: { code: 'dataset-damaged' } })
    expect(planned.error?.path).toContain(`a.yaml:${line}`)
  })

  it('refuse one id in two files, at its line in the second', async () => {
    const source = writeFiles({ ...SMALL_FILES, 'contingency_plans/a.yaml': OWN, 'contingency_plans/b.yaml': OWN })
    const { document } = await run(['import', '--db', db, source])
    expect(planReports(document)).toMatchObject([
      { refused: 0 },
      { refused: 1, problems: [{ code: 'duplicate-id', value: 'plan-hazmat', column: 'id' }] },
    ])
  })

  it('are what a plan is made with, from the folder and from the database, and what it is judged by', async () => {
    const source = join(folder, 'county')
    cpSync(join(PROJECT, 'resources', 'datasets', 'beilun'), source, { recursive: true })
    mkdirSync(join(source, 'contingency_plans'))
    writeFileSync(join(source, 'contingency_plans', 'hazmat.yaml'), OWN)
    const fromFolder = await run(['plan', '--dataset', source, '--incident', '-'], anIncident())
    expect((await run(['import', '--db', db, source])).exitCode).toBe(0)
    const fromDatabase = await run(['plan', '--dataset', db, '--incident', '-'], anIncident())
    for (const { document } of [fromFolder, fromDatabase]) {
      const used = DispatchPlan.parse(document).contingencyPlans.find(({ id }) => id === 'plan-hazmat')
      expect(used?.version).toBe('7.0.0')
    }
    const file = join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(fromDatabase.document))
    const judged = await run(['check-plan', '--dataset', db, '--plan', file])
    expect(judged).toMatchObject({ exitCode: 0, document: { feasible: true } })
  })
})

describe('readiness', () => {
  const Findings = z.looseObject({ findings: z.array(z.looseObject({ code: z.string(), facts: z.unknown() })) })
  const reviews = async (day: string): Promise<unknown[]> => {
    const { document } = await run(['readiness', '--dataset', 'beilun', '--as-of', day])
    return Findings.parse(document).findings.filter(({ code }) => code.startsWith('plan-review'))
  }

  it('names the plans of the region whose review is due or passed, and only those', async () => {
    const [reviewBy = ''] = /reviewBy: '?([\d-]+)/.exec(HAZMAT)?.slice(1) ?? []
    const after = new Date(Date.parse(reviewBy) + 86_400_000).toISOString().slice(0, 10)
    const passed = await reviews(after)
    expect(passed).toContainEqual(
      expect.objectContaining({
        code: 'plan-review-passed',
        facts: { planId: 'plan-hazmat', title: '危险化学品事故应急预案', reviewBy, days: -1 },
      }),
    )
    expect(JSON.stringify(passed)).not.toContain('plan-cixi')
    expect(await reviews(reviewBy)).toContainEqual(expect.objectContaining({ code: 'plan-review-due' }))
    expect(await reviews('2026-07-14')).toEqual([])
  })
})
