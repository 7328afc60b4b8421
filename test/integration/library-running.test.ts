import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '#shared/contract/app-contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

const HAZMAT = readFileSync(join(RESOURCES, 'contingency-plans', 'hazmat.yaml'), 'utf8')
const WHO = { who: '王局', reason: '按演练结果修订' }

const ORDER = `  - code: HZ_NEW_ORDER
    text: 向下风向企业逐户电话确认已关闭新风
    hq: administrative
    group: G_COORD
    dueMin: 5
    basis: { source: 演练评估, evidence: design }`

/** The hazmat plan with one more order in the first phase of each chapter. */
const REVISED = HAZMAT.replace(/^version: .*/m, 'version: 2.0.0').replace(
  /^( +)actions:\n/gm,
  (line, indent: string, at: number) =>
    at > HAZMAT.indexOf('actions:') + 200 ? line : `${line}${ORDER.replaceAll(/^/gm, indent)}\n`,
)
describe('running the plans of the library', () => {
  const folder = temporaryFolder()
  let console: Console
  let client: AppClient
  let incidentId = ''
  let count = 0
  const next = (): string => commandId((count += 1))
  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'))
    client = console.administrative.client
    incidentId = valueOf(await client.incident.open({ commandId: next(), incident: ammoniaTanker() })).incidentId
    valueOf(await client.plan.build({ commandId: next(), incidentId }))
  })
  afterAll(() => {
    expect(console.bugs).toEqual([])
    console.stop()
    folder.remove()
  })
  const orders = async (version: number): Promise<string[]> => {
    const { plan } = valueOf(await client.plan.version({ incidentId, version }))
    return plan.handlingPlan.phases.flatMap(({ actions }) => actions.map(({ code }) => code))
  }

  it('tells before approval what a draft would order, and stores nothing', async () => {
    const before = valueOf(await client.plan.versions({ incidentId }))
    const trial = valueOf(await client.library.testRun({ plan: { kind: 'text', text: REVISED }, incidentId }))
    expect(trial).toMatchObject({ planId: 'plan-hazmat', applies: true, incidentId })
    expect(trial.actions.filter(({ kind }) => kind === 'added').map(({ key }) => key)).toEqual(['HZ_NEW_ORDER'])
    expect(trial.actions.filter(({ kind }) => kind === 'removed')).toEqual([])
    expect(trial.actions.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(20)
    expect(trial.demands.every(({ kind }) => kind === 'same')).toBe(true)
    expect(valueOf(await client.plan.versions({ incidentId }))).toEqual(before)
    const elsewhere = valueOf(
      await client.library.testRun({ plan: { kind: 'version', planId: 'plan-earthquake', version: 1 }, incidentId }),
    )
    expect(elsewhere).toMatchObject({ applies: false, reasons: [] })
  })

  it('runs an approved version from the next plan on, says so, and keeps the earlier plan as it was', async () => {
    const first = valueOf(await client.plan.version({ incidentId, version: 1 }))
    const used = first.plan.contingencyPlans.find(({ id }) => id === 'plan-hazmat')
    const original = valueOf(await client.library.get({ planId: 'plan-hazmat' }))
    expect(used?.contentHash).toBe(original.version.contentHash)

    const base = { planId: 'plan-hazmat', version: 1, revision: 1 }
    const content = { kind: 'text' as const, text: REVISED }
    valueOf(await client.library.saveDraft({ commandId: next(), base, content, who: '李工', note: '' }))
    valueOf(await client.plan.build({ commandId: next(), incidentId }))
    expect(await orders(2)).not.toContain('HZ_NEW_ORDER') // a draft is not run

    const step = { planId: 'plan-hazmat', version: 2, ...WHO }
    valueOf(await client.library.submit({ ...step, commandId: next(), revision: 1 }))
    valueOf(await client.library.approve({ ...step, commandId: next(), revision: 2, document: '' }))
    const built = valueOf(await client.plan.build({ commandId: next(), incidentId }))
    expect(await orders(3)).toContain('HZ_NEW_ORDER')
    const told = built.findings.find(({ code }) => code === 'contingency-plan-newer')
    expect(told?.facts).toMatchObject({ before: original.plan.version, after: '2.0.0' })

    expect(valueOf(await client.plan.version({ incidentId, version: 1 }))).toEqual(first)
    const asItWas = await client.library.get({ planId: 'plan-hazmat', contentHash: used?.contentHash })
    expect(valueOf(asItWas)).toMatchObject({ plan: original.plan, text: HAZMAT, version: { version: 1 } })
  })

  it('writes who did what to the library into the journal, beside the operations of the incidents', async () => {
    const entries = valueOf(await client.system.journal({}))
    const done = entries.filter(({ kind }) => kind.startsWith('library.'))
    expect(done.map(({ text, who }) => [text, who])).toEqual([
      ['预案库：废止“危险化学品事故应急预案”第 1 版：第 2 版批准，自动取代', '王局'],
      ['预案库：批准“危险化学品事故应急预案”第 2 版：按演练结果修订', '王局'],
      ['预案库：送审“危险化学品事故应急预案”第 2 版：按演练结果修订', '王局'],
      ['预案库：新建草稿“危险化学品事故应急预案”第 2 版', '李工'],
    ])
    expect(entries.length).toBe(4 + done.length)
    expect(valueOf(await client.system.journal({ incidentId })).some(({ kind }) => kind.startsWith('library'))).toBe(
      false,
    )
  })
})
