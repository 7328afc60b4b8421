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

const TWO_CARS: Scenario = {
  type: 'road_traffic',
  at: '2026-06-09T08:10:00+08:00',
  place: { lng: 121.83, lat: 29.91, address: '新碶街道 路口' },
  facts: { deaths: 0, trapped: 1, injured: 2, vehiclesInvolved: 2 },
  weather: { windFromDeg: 90, windSpeedMs: 2 },
}
const PILE_UP: Scenario = {
  type: 'road_traffic',
  at: '2026-02-14T17:40:00+08:00',
  place: { lng: 121.885, lat: 29.88, address: '穿山疏港高速 霞浦段' },
  facts: {
    deaths: 4,
    seriousInjuries: 11,
    trapped: 8,
    injured: 32,
    vehiclesInvolved: 18,
    affected: 240,
    oilSpillT: 2,
  },
  weather: { windFromDeg: 20, windSpeedMs: 3, tempC: 3 },
}
const COAST_ROAD: Scenario = {
  type: 'road_traffic',
  at: '2026-11-28T23:50:00+08:00',
  place: { lng: 121.915, lat: 29.75, address: '春晓街道 沿海公路' },
  facts: { trapped: null, injured: null },
}

describe('road traffic, small: two cars, one trapped', () => {
  const made = planScenario(TWO_CARS)
  const { plan } = made
  itIsSound(made)

  it('sends one cutting crew, two ambulances, and warns 200 m back', () => {
    expect(demanded(plan, 'EXTRICATE')).toBe(1)
    expect(demanded(plan, 'AMB')).toBe(2)
    expect(demanded(plan, 'POLICE')).toBe(5)
    expect(plan.zones.map((zone) => zone.radiusM)).toEqual([200])
    expect(demanded(plan, 'EVAC_BUS')).toBe(0)
    expect(demanded(plan, 'HAZ_RECON')).toBe(0)
  })

  it('empties no homes along the road', () => {
    expect(plan.handlingPlan.evacuation.assignments).toEqual([])
    expect(plan.handlingPlan.evacuation.note).toMatch(/不疏散沿线居民/)
  })
})

describe('road traffic, large: an expressway pile-up in winter dusk', () => {
  const made = planScenario(PILE_UP)
  const { plan } = made
  itIsSound(made)

  it('grows with vehicles, hurt and stranded: level Ⅲ, cranes, police, foam, buses, cargo check', () => {
    expect(plan.incident.level.value).toBe('III')
    expect(demanded(plan, 'EXTRICATE')).toBe(4)
    expect(demanded(plan, 'LIFT')).toBe(3)
    expect(demanded(plan, 'POLICE')).toBe(10)
    expect(demanded(plan, 'FOAM')).toBe(1)
    expect(demanded(plan, 'EVAC_BUS')).toBe(3)
    expect(demanded(plan, 'HAZ_RECON')).toBe(1)
    expect(demanded(plan, 'AMB')).toBe(16)
    expect(supplied(plan, 'LIFE_WATER_L')).toBe(240)
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(1000)
  })

  it('gets people behind the barrier, opens the lane, checks cargo, sorts the hurt, before clearing', () => {
    const words = actionTexts(plan)
    for (const wanted of [/护栏外/, /应急车道/, /电子运单/, /红黄绿黑/, /新能源车/, /封堵雨水口/, /绿色通道/]) {
      expect(words).toMatch(wanted)
    }
    expect(dueMinute(plan, 'RT_BLOCK')).toBeLessThanOrEqual(5)
    expect(dueMinute(plan, 'RT_TRIAGE')).toBeLessThan(dueMinute(plan, 'RT_CLEAR'))
    expect(plan.handlingPlan.evacuation.assignments).toMatchObject([{ people: 240, means: 'walk' }])
  })

  it('must not: work unwarned, cut high voltage, touch unknown cargo, move spines, let crowds on the road', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/无警示作业/, /高压线束/, /货物不明不得靠近/, /脊柱/, /上路围观/])
      expect(forbidden).toMatch(words)
  })
})

describe('road traffic, awkward: a coast road at night, nothing known, the nearest cutting crew gone', () => {
  const made = planScenario(withoutBestTeam(COAST_ROAD, 'EXTRICATE'))
  const { plan } = made
  itIsSound(made)

  it('doubles the warning at night, lights the scene and still cuts', () => {
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(400)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(demanded(plan, 'POLICE')).toBe(6)
    expect(supplied(plan, 'TRAFFIC_CONE')).toBe(160)
    const sent = plan.forcePlan.assignments.flatMap((entry) => entry.capabilities.map((each) => each.capability))
    const gaps = plan.forcePlan.shortfalls.map((entry) => entry.capability)
    expect(sent.includes('EXTRICATE') || gaps.includes('EXTRICATE')).toBe(true)
  })
})
