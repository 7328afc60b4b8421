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

const AMMONIA: Scenario = {
  type: 'hazmat_road',
  at: '2026-03-10T10:20:00+08:00',
  place: { lng: 121.885, lat: 29.88, address: 'S20穿好高速 霞浦—柴桥段' },
  facts: { deaths: 0, trapped: 1, injured: 3 },
  hazmat: { un: '1005', container: 'roadTanker', quantityT: 25, spill: 'large', onFire: false },
  weather: { windFromDeg: 45, windSpeedMs: 4 },
}
const DRUM: Scenario = {
  type: 'hazmat_road',
  at: '2026-04-15T09:00:00+08:00',
  place: { lng: 121.82, lat: 29.9, address: '新碶街道 货运场' },
  facts: { deaths: 0, trapped: 0, injured: 0 },
  hazmat: { un: '1114', container: 'drum', quantityT: 0.2, spill: 'small', onFire: false },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const UNKNOWN_LOAD: Scenario = {
  type: 'hazmat_road',
  at: '2026-12-05T01:10:00+08:00',
  place: { lng: 121.915, lat: 29.86, address: '柴桥街道 国道' },
  facts: { trapped: null },
}

describe('hazmat road, small: a leaking drum', () => {
  const made = planScenario(DRUM)
  const { plan } = made
  itIsSound(made)

  it('isolates 50 m, takes one plugging crew and no buses', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(50)
    expect(demanded(plan, 'HAZ_PLUG')).toBe(1)
    expect(demanded(plan, 'EVAC_BUS')).toBe(0)
    expect(demanded(plan, 'HAZ_DECON')).toBe(1)
  })
})

describe('hazmat road, large: an ammonia tanker', () => {
  const made = planScenario(AMMONIA)
  const { plan } = made
  itIsSound(made)

  it('isolates 150 m and 0.5 km toward 225°, doubles the crews, cuts the driver out under spray', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(150)
    expect(plan.zones.find((zone) => zone.kind === 'protective')).toMatchObject({ lengthM: 500, bearingDeg: 225 })
    expect(demanded(plan, 'HAZ_PLUG')).toBe(2)
    expect(demanded(plan, 'EXTRICATE')).toBe(1)
    expect(demanded(plan, 'AMB')).toBeGreaterThanOrEqual(2)
    expect(supplied(plan, 'CITRIC_KG')).toBe(1000)
    expect(plan.incident.alarm?.grade).toBe(3)
  })

  it('must not: stage downwind, jet on the leak, trust the nose, skip the first report, use volunteers inside', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/下风/, /射|直流/, /肉眼|气味/, /首报/, /志愿者/]) expect(forbidden).toMatch(words)
  })
})

describe('hazmat road, awkward: an unknown load at night without wind, the best plugging team gone', () => {
  const made = planScenario(withoutBestTeam(UNKNOWN_LOAD, 'HAZ_PLUG'))
  const { plan } = made
  itIsSound(made)

  it('takes it as guide 111 and large, and calls no side safe', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(100)
    expect(plan.zones.filter((zone) => zone.bearingDeg !== undefined)).toEqual([])
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(actionTexts(plan)).toMatch(/不明物质|待核/)
  })
})
