import { describe, expect, it } from 'vitest'
import {
  actionTexts,
  demanded,
  dueMinute,
  itIsSound,
  mustNotTexts,
  planScenario,
  type Scenario,
  supplied,
  withoutBestTeam,
} from './type-plan.ts'

const CAR_FIRE: Scenario = {
  type: 'tunnel',
  at: '2026-05-20T11:00:00+08:00',
  place: { lng: 121.93, lat: 29.8, address: '柴桥街道 隧道' },
  facts: { deaths: 0, trapped: 0, injured: 1, vehiclesInvolved: 1, tunnelLengthM: 800, affected: 30 },
  weather: { windFromDeg: 0, windSpeedMs: 3 },
}
const LONG_TUNNEL: Scenario = {
  type: 'tunnel',
  at: '2026-09-30T18:20:00+08:00',
  place: { lng: 121.86, lat: 29.83, address: '九峰山隧道' },
  facts: { deaths: 3, trapped: 15, injured: 20, vehiclesInvolved: 12, tunnelLengthM: 2600, affected: 180 },
  weather: { windFromDeg: 0, windSpeedMs: 3 },
}
const UNKNOWN_TUNNEL: Scenario = {
  type: 'tunnel',
  at: '2026-12-31T02:10:00+08:00',
  place: { lng: 121.93, lat: 29.8, address: '柴桥街道 隧道' },
  facts: { trapped: null },
}

describe('tunnel, small: one car burning, thirty people inside', () => {
  const made = planScenario(CAR_FIRE)
  const { plan } = made
  itIsSound(made)

  it('walks the thirty out of the bore within half its length and empties no homes', () => {
    const [row] = plan.handlingPlan.evacuation.assignments
    expect(row).toMatchObject({ people: 30, means: 'walk', distanceM: 400, shelterId: null })
    expect(plan.handlingPlan.evacuation.note).toMatch(/不疏散隧道周边居民/)
    expect(row?.phone).toMatch(/\d{7,}/)
  })

  it('sends crews, smoke engines and water for both portals', () => {
    expect(demanded(plan, 'FIRE_BLDG')).toBe(4)
    expect(demanded(plan, 'SMOKE')).toBe(2)
    expect(demanded(plan, 'WATER_SUPPLY')).toBe(4)
    expect(demanded(plan, 'POLICE')).toBe(6)
  })
})

describe('tunnel, large: 2.6 km, twelve vehicles, fifteen trapped', () => {
  const made = planScenario(LONG_TUNNEL)
  const { plan } = made
  itIsSound(made)

  it('grows with length and trapped: eight crews, two air vehicles, eight cutting crews, level Ⅲ', () => {
    expect(plan.incident.level.value).toBe('III')
    expect(demanded(plan, 'FIRE_BLDG')).toBe(8)
    expect(demanded(plan, 'AIR')).toBe(2)
    expect(demanded(plan, 'EXTRICATE')).toBe(8)
    expect(demanded(plan, 'FOAM')).toBe(4)
    expect(demanded(plan, 'EVAC_BUS')).toBe(2)
    expect(supplied(plan, 'PPE_ESCAPE_HOOD')).toBe(60)
  })

  it('closes both bores, sets the fans with people, enters upwind, sweeps, inspects the lining', () => {
    const words = actionTexts(plan)
    for (const wanted of [
      /双洞同时封闭/,
      /调风机/,
      /熄火、留钥匙、弃车/,
      /上风洞口/,
      /车门划标记/,
      /核对洞内货车货物/,
      /衬砌/,
    ]) {
      expect(words).toMatch(wanted)
    }
    expect(dueMinute(plan, 'TN_CLOSE')).toBeLessThanOrEqual(5)
    expect(dueMinute(plan, 'TN_BROADCAST')).toBeLessThan(dueMinute(plan, 'TN_ENTER'))
    expect(plan.handlingPlan.communications[0]?.channel).toMatch(/隧道广播/)
  })

  it('must not: park inside, reverse fans early, enter by the lee portal, go alone, declare empty uncounted', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/开进洞内停放/, /反转风机/, /下风洞口进入/, /单人进洞/, /不得宣布无人/])
      expect(forbidden).toMatch(words)
  })
})

describe('tunnel, awkward: at night, nothing known, the nearest crew gone', () => {
  const made = planScenario(withoutBestTeam(UNKNOWN_TUNNEL, 'FIRE_BLDG'))
  const { plan } = made
  itIsSound(made)

  it('asks for the head-count of the bore instead of taking it as empty', () => {
    expect(plan.handlingPlan.evacuation.shortfalls).toMatchObject([{ fromId: 'inside', people: 1 }])
    expect(plan.handlingPlan.evacuation.shortfalls[0]?.remedies.length).toBeGreaterThan(0)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(demanded(plan, 'EXTRICATE')).toBe(1)
    expect(demanded(plan, 'POLICE')).toBe(8)
  })
})
