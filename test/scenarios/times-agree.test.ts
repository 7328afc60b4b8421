import { describe, expect, it } from 'vitest'
import { actionsOf, planExample } from './scenario-plan.ts'

describe('a typhoon two hours before force 8', () => {
  const plan = planExample('typhoon-transfer', (incident) => ({
    ...incident,
    receivedAt: '2026-08-25T13:00:00+08:00',
    asOf: '2026-08-25T13:00:00+08:00',
    typhoon: { ...incident.typhoon, galeFromAt: '2026-08-25T15:00:00+08:00' },
  }))

  it('has everybody in from outdoors by then, not after', () => {
    const outdoors = ['TY_LINE1_STOPWORK', 'TY_LINE5_SWEEP', 'TY_LINE1_VESSEL']
    for (const code of outdoors) {
      const due = actionsOf(plan).find((action) => action.code === code)?.dueAt ?? ''
      expect(Date.parse(due)).toBeLessThanOrEqual(Date.parse('2026-08-25T15:00:00+08:00'))
    }
  })
})

describe('a helicopter that puts out a forest fire', () => {
  it('is asked for before it starts', () => {
    const plan = planExample('forest-fire-jiufengshan')
    const flight = plan.forcePlan.assignments.find(({ vehicles }) => vehicles.some(({ kind }) => kind === 'HELI'))
    const asked = actionsOf(plan).find(({ code }) => code === 'FF_AIR')?.dueAt ?? ''
    expect(flight).toBeDefined()
    expect(Date.parse(asked)).toBeLessThan(Date.parse(flight?.departAt ?? ''))
  })
})

describe('the notice of a chlorine leak', () => {
  it('speaks to the street of the scene first, also when nobody there is on a list', () => {
    const { publicMessage, evacuation } = planExample('chlorine-plant-night').handlingPlan
    expect(evacuation.unlisted?.map(({ town }) => town)).toContain('戚家山街道')
    expect(publicMessage.text).toContain('戚家山街道、大碶街道')
  })
})
