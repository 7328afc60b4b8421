import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { createReadinessService, type ReadinessService } from '#electron/core/services/readiness.service.ts'
import type { Caller } from '#shared/contract/app-contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { BEILUN } from '#test/builders/force-builders.ts'

const REFERENCES = loadReferences(join(import.meta.dirname, '../../../resources'))
const CALLER: Caller = { seat: 'test', role: 'test', officer: null }

/** A service over a data set that can be replaced; every look at its clock is 30 ms later, so that each step is put down. */
function serviceOver(first: Dataset): { service: ReadinessService; replace: (dataset: Dataset) => void } {
  let dataset = first
  let nowMs = 0
  const service = createReadinessService({
    nowMs: () => Date.parse('2026-07-14T20:00:00Z'),
    monotonicMs: () => (nowMs += 30),
    library: { current: () => dataset, follow: () => Promise.resolve() },
    references: () => REFERENCES,
  })
  return { service, replace: (next) => (dataset = next) }
}

describe('the readiness service', () => {
  it('lets others work in between: a report of many searches takes many turns of the loop', async () => {
    const { service } = serviceOver(BEILUN)
    let turns = 0
    let working = true
    const count = (): void => {
      turns += 1
      if (working) setImmediate(count)
    }
    setImmediate(count)
    await service.report({ day: '2026-07-14' }, CALLER)
    working = false
    expect(turns).toBeGreaterThan(100)
  })

  it('takes the day in China: past midnight there it is the next day', async () => {
    const { service } = serviceOver(BEILUN)
    expect((await service.report({ day: null }, CALLER)).asOf).toBe('2026-07-15')
  })

  it('gives up a report whose data were replaced: both who asked get the one of the new data', async () => {
    const { service, replace } = serviceOver(BEILUN)
    const earlier = service.report({ day: '2026-07-14' }, CALLER)
    replace({ ...BEILUN, rosters: [] })
    const later = service.report({ day: '2026-07-14' }, CALLER)
    expect((await earlier).findings[0]).toMatchObject({ code: 'roster-missing', severity: 'block' })
    expect(await earlier).toBe(await later)
  })
})
