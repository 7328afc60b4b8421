import { describe, expect, it } from 'vitest'
import { planExample } from './scenario-plan.ts'

describe('a fire in a street under another administration, which has no duty roster here', () => {
  const plan = planExample('high-rise-fire-xinqi', (incident) => ({
    ...incident,
    location: { lng: 121.965, lat: 29.92, address: '大榭' },
  }))

  it('rings no officer of an unrelated street', () => {
    expect(plan.incident.town).toBe('大榭街道')
    expect(plan.firstOrders.filter(({ call }) => call.includes('街道值班员'))).toEqual([])
  })

  it('says that somebody has to find whom to ring', () => {
    const missing = plan.findings.filter(({ code }) => code === 'first-order-nobody')
    expect(missing.map(({ where }) => where)).toEqual(['firstOrders.FO_STREET'])
    expect(missing[0]?.text).toContain('人工联系')
  })
})
