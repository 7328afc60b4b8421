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

const TWELVE_TRAPPED: Scenario = {
  type: 'fire_highrise',
  at: '2026-01-15T23:50:00+08:00',
  place: { lng: 121.842, lat: 29.905, address: '新碶街道 高层住宅' },
  facts: { deaths: 0, seriousInjuries: 0, trapped: 12, buildingHeightM: 84, fireFloor: 16 },
  weather: { windFromDeg: 320, windSpeedMs: 5, tempC: 12 },
  building: { floors: 28, stairs: 2 },
}
const KITCHEN: Scenario = {
  type: 'fire_highrise',
  at: '2026-06-02T12:00:00+08:00',
  place: { lng: 121.835, lat: 29.915, address: '新碶街道 十二层住宅' },
  facts: { deaths: 0, trapped: 0, injured: 0, buildingHeightM: 36, fireFloor: 3 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const UNKNOWN_TOWER: Scenario = {
  type: 'fire_highrise',
  at: '2026-11-20T03:20:00+08:00',
  place: { lng: 121.715, lat: 29.915, address: '小港街道 高层' },
  facts: { trapped: null },
}

describe('high-rise fire, small: a kitchen on the third floor', () => {
  const made = planScenario(KITCHEN)
  const { plan } = made
  itIsSound(made)

  it('is grade three for the height alone, with a cordon of 1.5 times 36 m', () => {
    expect(plan.incident.alarm).toMatchObject({ kind: 'fire', grade: 3 })
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(54)
    expect(demanded(plan, 'FIRE_BLDG')).toBe(6)
    expect(demanded(plan, 'EXTRICATE')).toBe(0)
  })
})

describe('high-rise fire, large: twelve trapped above the fire', () => {
  const made = planScenario(TWELVE_TRAPPED)
  const { plan } = made
  itIsSound(made)

  it('is 险情 with grade four; ladder, air, smoke, ambulances, water, 126 m cordon, hoods', () => {
    expect(plan.incident.level.value).toBeNull()
    expect(plan.incident.alarm?.grade).toBe(4)
    for (const name of ['LADDER', 'AIR', 'SMOKE', 'LIFT_RESCUE']) expect(demanded(plan, name)).toBe(1)
    expect(demanded(plan, 'AMB')).toBe(4)
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(126)
    expect(supplied(plan, 'PPE_ESCAPE_HOOD')).toBe(24)
  })

  it('must not: use lifts, promise reach, block the ladder stand, count without a list', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/电梯/, /举高|云梯|登高/, /占用|堵塞|停放/, /名单|核对|清点/]) expect(forbidden).toMatch(words)
  })
})

describe('high-rise fire, awkward: at night, height and people unknown, the best crew gone', () => {
  const made = planScenario(withoutBestTeam(UNKNOWN_TOWER, 'FIRE_HIGH'))
  const { plan } = made
  itIsSound(made)

  it('prepares for people trapped, cordon 100 m, light', () => {
    expect(demanded(plan, 'FIRE_BLDG')).toBe(6)
    expect(demanded(plan, 'EXTRICATE')).toBe(1)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(100)
    expect(actionTexts(plan)).toMatch(/待核/)
  })
})
