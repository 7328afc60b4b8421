import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { ContingencyPlan, ContingencyPlanLibrary } from '#shared/domain/contingency-plan.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { run } from '#test/unit/cli/run-cli.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

const HAZMAT = readFileSync(join(RESOURCES, 'contingency-plans', 'hazmat.yaml'), 'utf8')
const WHO = { who: '王局', reason: '按演练结果修订' }

/** The hazmat plan of a version with one more thing forbidden in each chapter. */
function hazmatWith(version: string, code: string): string {
  const ban = (indent: string): string =>
    `${indent}- { code: ${code}, text: 新增禁止事项, basis: { source: 演练评估, evidence: design } }\n`
  return HAZMAT.replace(/^version: .*/m, `version: ${version}`).replace(
    /^( +)mustNot:\n( +)/gm,
    (all, _: string, indent: string) => all.slice(0, -indent.length) + ban(indent) + indent,
  )
}

describe('an incident whose contingency plans changed since', () => {
  const folder = temporaryFolder()
  const database = join(folder.path, 'console.db')
  const upgraded = join(folder.path, 'resources')
  let console: Console
  let count = 0
  let incidentId = ''
  let first: DispatchPlan
  const asked: ContingencyPlanLibrary[] = []
  const next = (): string => commandId((count += 1))

  /** Keeps a text as a new version, approves and files it. */
  async function putInForce({ library }: AppClient, planId: string, text: string, version: number): Promise<void> {
    const base = version === 1 ? null : { planId, version: 1, revision: 1 }
    const content = { kind: 'text' as const, text }
    valueOf(await library.saveDraft({ commandId: next(), base, content, who: '李工', note: '' }))
    const step = { planId, version, ...WHO }
    valueOf(await library.submit({ ...step, commandId: next(), revision: 1 }))
    valueOf(await library.approve({ ...step, commandId: next(), revision: 2, document: '' }))
    const filed = { commandId: next(), revision: 3, document: 'BL-1', filedWith: '市应急管理局' }
    expect(valueOf(await library.file({ ...step, ...filed })).state).toBe('filed')
  }

  beforeAll(async () => {
    console = startConsole(database)
    const { client } = console.administrative
    incidentId = valueOf(await client.incident.open({ commandId: next(), incident: ammoniaTanker() })).incidentId
    valueOf(await client.plan.build({ commandId: next(), incidentId }))
    first = valueOf(await client.plan.version({ incidentId, version: 1 })).plan
    await putInForce(client, 'plan-hazmat', hazmatWith('2.0.0', 'HZ_LATER_BAN'), 2)
    const second = hazmatWith('1.0.0', 'HZ_SECOND_BAN').replace('id: plan-hazmat', 'id: plan-hazmat-second')
    await putInForce(client, 'plan-hazmat-second', second, 1)
    console.stop()
    cpSync(RESOURCES, upgraded, { recursive: true })
    writeFileSync(join(upgraded, 'contingency-plans', 'hazmat.yaml'), hazmatWith('3.0.0', 'HZ_UPGRADE_BAN'))
    console = startConsole(database, {
      resourcesFolder: upgraded,
      planDispatch: ({ library }) => {
        asked.push(library)
        return first
      },
    })
  })
  afterAll(() => {
    expect(console.bugs).toEqual([])
    console.stop()
    folder.remove()
  })

  const named = ({ plans }: ContingencyPlanLibrary, id: string): ContingencyPlan | undefined =>
    plans.find((plan) => plan.id === id)
  const bansOf = (plan: ContingencyPlan | undefined): string[] =>
    (plan?.chapters ?? []).flatMap(({ mustNot }) => mustNot.map(({ code }) => code))

  it('opens with its plan as it was, after a restart and an upgrade of the program', async () => {
    const { client } = console.administrative
    expect(valueOf(await client.plan.version({ incidentId, version: 1 })).plan).toEqual(first)
    const used = first.contingencyPlans.find(({ id }) => id === 'plan-hazmat')
    const asItWas = valueOf(await client.library.get({ planId: 'plan-hazmat', contentHash: used?.contentHash }))
    expect(asItWas).toMatchObject({ text: HAZMAT, version: { version: 1, state: 'superseded' } })
    const versions = valueOf(await client.library.list({ versions: 'all' })).filter(
      ({ planId }) => planId === 'plan-hazmat',
    )
    expect(versions.map(({ version, state, label }) => [version, state, label]).sort()).toEqual([
      [1, 'superseded', used?.version],
      [2, 'filed', '2.0.0'],
      [3, 'draft', '3.0.0'],
    ])
  })

  it('is debated with the contingency plans it was made with, without those that came later', async () => {
    asked.length = 0
    valueOf(await console.administrative.client.plan.influence({ incidentId, version: 1 }))
    expect(asked.length).toBeGreaterThan(0)
    for (const library of asked) {
      expect(bansOf(named(library, 'plan-hazmat'))).not.toContain('HZ_LATER_BAN')
      expect(named(library, 'plan-hazmat')?.chapters.length).toBeGreaterThan(0)
      expect(named(library, 'plan-hazmat-second')).toBeUndefined()
      // Unused then, but what an unknown turns out to be may call for it.
      expect(named(library, 'plan-radiation')?.title).toBe('北仑区辐射事故应急预案')
    }
  })

  it('is planned anew with the contingency plans in force', async () => {
    asked.length = 0
    valueOf(await console.administrative.client.plan.build({ commandId: next(), incidentId }))
    expect(bansOf(asked.map((library) => named(library, 'plan-hazmat'))[0])).toContain('HZ_LATER_BAN')
    expect(asked.map((library) => bansOf(named(library, 'plan-hazmat-second')).includes('HZ_SECOND_BAN'))).toEqual([
      true,
    ])
  })

  it('is judged again by the contingency plans it was made with', async () => {
    const Judged = z.looseObject({ findings: z.array(z.looseObject({ code: z.string(), facts: z.unknown() })) })
    const missing = async (plan: DispatchPlan): Promise<unknown[]> => {
      const file = join(folder.path, 'plan.json')
      writeFileSync(file, JSON.stringify(plan))
      const { document } = await run(['check-plan', '--dataset', database, '--plan', file])
      return Judged.parse(document).findings.filter(({ code }) => code === 'must-not-missing')
    }
    expect(await missing(first)).toEqual([])
    // Without what its plans said it can only be judged by those in force.
    const contingencyPlans = first.contingencyPlans.map((plan) => ({ ...plan, contentHash: undefined }))
    expect(JSON.stringify(await missing({ ...first, contingencyPlans }))).toContain('HZ_LATER_BAN')
  })
})
