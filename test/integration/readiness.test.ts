import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

describe('the readiness report', () => {
  const folder = temporaryFolder()
  let console: Console
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('is one for both windows and says that the data are a demonstration over hand-drawn roads', async () => {
    const { administrative, tactical } = console
    const report = valueOf(await administrative.client.readiness.report({ day: '2026-07-14' }))
    expect(report).toMatchObject({
      ...{ asOf: '2026-07-14', roadsSchematic: true, ready: false, dataset: { id: 'beilun', isDemo: true } },
      limits: { turnOutS: 180, actionS: 300, fireCircleS: 900 },
    })
    expect(report.findings.filter(({ code }) => code === 'lot-expired')).toHaveLength(14)
    expect(report.streets).toHaveLength(10)
    expect(report.roadQuality).toMatchObject({ schematic: true, components: 1, offRoad: [{ reason: 'far' }, {}] })
    expect(valueOf(await tactical.client.readiness.report({ day: '2026-07-14' }))).toEqual(report)
  })

  it('asks for a later day anew, and refuses a day that does not exist', async () => {
    const { readiness } = console.tactical.client
    const later = valueOf(await readiness.report({ day: '2026-11-22' }))
    expect(later.findings.filter(({ code }) => code === 'lot-expired')).toHaveLength(59)
    expect(later.findings.map(({ code }) => code)).toContain('roster-stale')
    expect(valueOf(await readiness.report({ day: null })).asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await readiness.report({ day: '2026-02-30' })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })
})
