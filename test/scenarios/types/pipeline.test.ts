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

const PETROL_LEAK: Scenario = {
  type: 'pipeline',
  at: '2026-04-08T09:15:00+08:00',
  place: { lng: 121.85, lat: 29.89, address: '霞浦街道 成品油管道' },
  facts: { deaths: 0, trapped: 0, injured: 0, oilSpillT: 3, pressureMpa: 2, pipeDiameterMm: 273 },
  hazmat: { un: '1203', container: 'pipeline', quantityT: 3, spill: 'large', onFire: false, phase: 'liquid' },
  weather: { windFromDeg: 60, windSpeedMs: 4 },
}
const GAS_RUPTURE: Scenario = {
  type: 'pipeline',
  at: '2026-07-21T16:00:00+08:00',
  place: { lng: 121.8, lat: 29.875, address: '大碶街道 天然气长输管道' },
  facts: { deaths: 2, trapped: 3, injured: 14, peopleToMove: 600, pressureMpa: 6.3, pipeDiameterMm: 508 },
  hazmat: { un: '1971', container: 'pipeline', spill: 'large', onFire: true, phase: 'gas' },
  weather: { windFromDeg: 160, windSpeedMs: 5 },
}
const UNKNOWN_PIPE: Scenario = {
  type: 'pipeline',
  at: '2026-12-02T01:30:00+08:00',
  place: { lng: 121.73, lat: 29.94, address: '戚家山街道 管廊' },
  facts: { trapped: null },
}

describe('pipeline, small: petrol in the soil', () => {
  const made = planScenario(PETROL_LEAK)
  const { plan } = made
  itIsSound(made)

  it('isolates 50 m and 300 m downwind, booms in two stages, foam on the oil, water checked', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(50)
    expect(plan.zones.find((zone) => zone.kind === 'protective')?.lengthM).toBe(300)
    expect(demanded(plan, 'FOAM')).toBe(2)
    expect(demanded(plan, 'ENV_MON')).toBe(2)
    expect(supplied(plan, 'BOOM_M')).toBeGreaterThanOrEqual(400)
    const words = actionTexts(plan)
    for (const wanted of [/关闭上下游阀室/, /围油栏/, /取水口停止取水/, /逐井/, /第三方施工/])
      expect(words).toMatch(wanted)
    expect(dueMinute(plan, 'PL_VALVE')).toBeLessThanOrEqual(5)
  })
})

describe('pipeline, large: a gas transmission line ruptured and burning', () => {
  const made = planScenario(GAS_RUPTURE)
  const { plan } = made
  itIsSound(made)

  it('clears the impact radius of the rupture (0.0997·508·√6.3 = 128 m), not a tank’s 1600 m', () => {
    expect(plan.zones.filter((zone) => zone.kind === 'fireIsolation').map((zone) => zone.radiusM)).toEqual([128])
  })

  it('lets the flame burn, needs no foam, ten ambulances, burns beds and buses', () => {
    expect(actionTexts(plan)).toMatch(/未切断气源不灭/)
    expect(actionTexts(plan)).not.toMatch(/围油栏，拦在/)
    expect(demanded(plan, 'FOAM')).toBe(0)
    expect(demanded(plan, 'FIRE_OIL')).toBe(6)
    expect(demanded(plan, 'AMB')).toBe(10)
    expect(demanded(plan, 'EVAC_BUS')).toBe(7)
    expect(plan.incident.level.value).toBe('IV')
    expect(plan.incident.alarm).toMatchObject({ kind: 'fire', grade: 4 })
    expect(plan.handlingPlan.casualties.map((row) => row.kind)).toContain('burns')
    expect(plan.handlingPlan.publicMessage.text).toMatch(/不要用火.*横着风向/)
  })

  it('must not: stage on the line or manholes, stay near the explosive limit, put out the gas, forget drains, dig or restart untested', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [
      /管道正上方和窨井旁/,
      /爆炸下限/,
      /切断气源前不得灭火/,
      /地下管网密闭空间/,
      /机械开挖/,
      /恢复输送/,
    ]) {
      expect(forbidden).toMatch(words)
    }
  })
})

describe('pipeline, awkward: an unknown pipe at night, the best plugging team gone', () => {
  const scenario = withoutBestTeam(UNKNOWN_PIPE, 'HAZ_PLUG')
  const made = planScenario(scenario)
  const { plan } = made
  itIsSound(made)

  it('takes the unknown substance as guide 111 and large, with no side called safe', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(100)
    expect(plan.zones.filter((zone) => zone.bearingDeg !== undefined)).toEqual([])
    expect(demanded(plan, 'HAZ_PLUG')).toBe(2)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(plan.movementPlan.stagingAreas.filter((area) => area.kind === 'staging').length).toBe(2)
    expect(plan.unknowns.length).toBeGreaterThan(5)
  })
})
