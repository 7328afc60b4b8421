import { describe, expect, it } from 'vitest'
import { actionsOf, blocksOf, planExample } from './scenario-plan.ts'

const EXAMPLES = [
  'ammonia-tanker-road',
  'chlorine-plant-night',
  'typhoon-transfer',
  'forest-fire-jiufengshan',
  'high-rise-fire-xinqi',
]

/** Only type, place and time are known: the plan is complete, and what is unknown is said, never taken as 0. */
describe.each(EXAMPLES)('%s with type, place and time only', (name) => {
  const plan = planExample(name, ({ schema, mode, type, occurredAt, receivedAt, location }) => ({
    schema,
    mode,
    type,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    location,
    facts: {},
  }))

  it('can be issued and is complete', () => {
    expect(blocksOf(plan)).toEqual([])
    expect(plan.firstOrders.length).toBeGreaterThanOrEqual(6)
    expect(plan.forcePlan.assignments.length).toBeGreaterThan(3)
    expect(actionsOf(plan).length).toBeGreaterThan(20)
    expect(plan.handlingPlan.casualties.length).toBeGreaterThan(0)
    expect(plan.handlingPlan.publicMessage.text).not.toBe('')
  })

  it('has no level and says what is unknown', () => {
    expect(plan.incident.level.value).toBeNull()
    expect(plan.unknowns.length).toBeGreaterThan(2)
    const words = [
      ...plan.firstOrders.map((order) => order.words),
      ...actionsOf(plan).map((action) => action.text),
    ].join()
    expect(words).not.toMatch(/(被困|受伤|失踪)0人/)
    expect(words).not.toMatch(/null|undefined|NaN/)
  })

  it('reports to the city, not to the province', () => {
    expect(
      plan.reports
        .filter((report) => report.kind === 'initial')
        .map((report) => report.to)
        .join(),
    ).not.toContain('省级')
  })
})
