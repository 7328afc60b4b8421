import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

describe('a response level set by the administrative headquarters', () => {
  const folder = temporaryFolder()
  let console: Console
  let incidentId = ''
  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'))
    const opened = { commandId: commandId(1), incident: ammoniaTanker() }
    incidentId = valueOf(await console.administrative.client.incident.open(opened)).incidentId
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('is planned for: the plan says who set it and releases what that level releases, until it is taken back', async () => {
    const { client } = console.administrative
    const build = async (id: number): Promise<DispatchPlan> => {
      valueOf(await client.plan.build({ commandId: commandId(id), incidentId }))
      const latest = valueOf(await client.plan.latest({ incidentId }))
      if (latest === null) throw new Error('a plan was built')
      return latest.plan
    }
    const computed = await build(2)
    expect(computed.incident.response.value).toBe('IV')
    const common = { incidentId, expectedRevision: 1, of: 'response' as const, value: 'II' as const }
    valueOf(await client.incident.setLevel({ ...common, commandId: commandId(3), reason: '请示区领导同意' }))
    const raised = await build(4)
    expect(raised.incident.response.value).toBe('II')
    expect(raised.incident.response.basis[0]?.text).toMatch(
      /^行政指挥部 07-14 10:20将响应定为Ⅱ级（系统判定Ⅳ级）：请示区领导同意/,
    )
    expect(raised.problemHash).not.toBe(computed.problemHash)
    expect(raised.trace.flatMap(({ notes }) => notes)).toContain('响应达Ⅱ级以上，区级保留比例解除')
    valueOf(
      await client.incident.setLevel({ ...common, commandId: commandId(5), withdrawn: true, reason: '核实后撤回' }),
    )
    expect((await build(6)).incident.response.value).toBe('IV')
  })
})
