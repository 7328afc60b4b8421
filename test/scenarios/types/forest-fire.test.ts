import { describe, expect, it } from 'vitest'
import {
  actionTexts,
  demanded,
  itIsSound,
  mustNotTexts,
  planScenario,
  type Scenario,
  supplied,
  withoutBestTeam,
} from './type-plan.ts'

const QING_MING: Scenario = {
  type: 'forest_fire',
  at: '2026-04-04T14:30:00+08:00',
  place: { lng: 121.89, lat: 29.815, address: '九峰山北坡' },
  facts: { deaths: 0, injured: 0, burntAreaHa: 3, peopleAtRisk: 0 },
  weather: { windFromDeg: 315, windSpeedMs: 7, humidityPercent: 18 },
}
const BIG: Scenario = {
  ...QING_MING,
  facts: { deaths: 0, injured: 2, burntAreaHa: 60, uncontrolledHours: 14, peopleToMove: 400 },
}
const NIGHT: Scenario = {
  type: 'forest_fire',
  at: '2026-02-20T20:40:00+08:00',
  place: { lng: 121.86, lat: 29.83, address: '大碶街道 山林' },
  facts: { burntAreaHa: null },
}

describe('forest fire, small: three hectares', () => {
  const made = planScenario(QING_MING)
  const { plan } = made
  itIsSound(made)

  it('is at least level Ⅲ, with crews by area, engines for houses, air reconnaissance', () => {
    expect(plan.incident.level.value).toBe('III')
    expect(demanded(plan, 'FIRE_FOREST')).toBe(5)
    expect(demanded(plan, 'FIRE_BLDG')).toBeGreaterThan(0)
    expect(demanded(plan, 'UAV')).toBe(1)
  })
})

describe('forest fire, large: sixty hectares, fourteen hours', () => {
  const made = planScenario(BIG)
  const { plan } = made
  itIsSound(made)

  it('grows with area, asks for troops, buses and a helicopter', () => {
    expect(demanded(plan, 'FIRE_FOREST')).toBe(30)
    expect(demanded(plan, 'TROOP')).toBe(1)
    expect(demanded(plan, 'EVAC_BUS')).toBe(5)
    expect(supplied(plan, 'FOREST_BLOWER')).toBe(360)
    expect(actionTexts(plan)).toMatch(/直升机/)
  })

  it('must not: mobilise the weak, stand ahead of the head or in gullies, send single persons, leave at flame-out', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/未成年|孕妇|残疾/, /火头|下风/, /沟|鞍部|山脊/, /单人/, /看守|复燃/])
      expect(forbidden).toMatch(words)
  })
})

describe('forest fire, awkward: at night, area and wind unknown, the best forest team gone', () => {
  const made = planScenario(withoutBestTeam(NIGHT, 'FIRE_FOREST'))
  const { plan } = made
  itIsSound(made)

  it('sends five crews for the unknown area, lights, and calls no side safe', () => {
    expect(demanded(plan, 'FIRE_FOREST')).toBe(5)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(plan.zones.filter((zone) => zone.bearingDeg !== undefined)).toEqual([])
    expect(plan.unknowns.length).toBeGreaterThan(2)
  })
})
