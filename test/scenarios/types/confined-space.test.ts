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

const SEWER: Scenario = {
  type: 'confined_space',
  at: '2026-07-15T10:30:00+08:00',
  place: { lng: 121.82, lat: 29.87, address: '大碶街道 污水井' },
  facts: { deaths: 0, trapped: 1, injured: 0, shaftDepthM: 4 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const REACTOR: Scenario = {
  type: 'confined_space',
  at: '2026-08-19T14:50:00+08:00',
  place: { lng: 121.78, lat: 29.944, address: '青峙化工区 反应釜' },
  facts: { deaths: 1, trapped: 5, injured: 3, poisoned: 4, shaftDepthM: 12, floodDepthCm: 60, affected: 12 },
  weather: { windFromDeg: 120, windSpeedMs: 3 },
}
const CESSPIT: Scenario = {
  type: 'confined_space',
  at: '2026-02-02T00:30:00+08:00',
  place: { lng: 121.715, lat: 29.915, address: '小港街道 化粪池' },
  facts: { trapped: null },
}

describe('confined space, small: one man in a sewer', () => {
  const made = planScenario(SEWER)
  const { plan } = made
  itIsSound(made)

  it('sends a crew and its stand-by, rope, forced air and measuring, with a small cordon and nobody moved', () => {
    expect(demanded(plan, 'FIRE_BLDG')).toBe(2)
    expect(demanded(plan, 'ROPE')).toBe(1)
    expect(demanded(plan, 'SMOKE')).toBe(1)
    expect(demanded(plan, 'AIR')).toBe(1)
    expect(demanded(plan, 'HAZ_RECON')).toBe(1)
    expect(demanded(plan, 'POLICE')).toBe(2)
    expect(plan.zones.map((zone) => zone.radiusM)).toEqual([30])
    expect(plan.handlingPlan.evacuation.assignments).toEqual([])
    expect(demanded(plan, 'PUMP_DRAIN')).toBe(0)
  })

  it('stops helpers, ventilates, measures three layers, then enters roped with a stand-by ready', () => {
    const words = actionTexts(plan)
    for (const wanted of [/喝止盲目施救/, /送风/, /上中下三层/, /备勤组先穿戴/, /安全绳、三脚架/, /心肺复苏/]) {
      expect(words).toMatch(wanted)
    }
    expect(dueMinute(plan, 'CS_MEASURE')).toBeLessThan(dueMinute(plan, 'CS_ENTER'))
    expect(dueMinute(plan, 'CS_STANDBY')).toBeLessThan(dueMinute(plan, 'CS_ENTER'))
    expect(dueMinute(plan, 'CS_CPR')).toBeLessThan(dueMinute(plan, 'CS_BOTTLES'))
  })
})

describe('confined space, large: five in a reactor, would-be rescuers poisoned', () => {
  const made = planScenario(REACTOR)
  const { plan } = made
  itIsSound(made)

  it('grows with people and depth, pumps the water out, warns toxicology beds', () => {
    expect(plan.incident.alarm).toMatchObject({ kind: 'rescue', grade: 4 })
    expect(demanded(plan, 'FIRE_BLDG')).toBe(3)
    expect(demanded(plan, 'ROPE')).toBe(4)
    expect(demanded(plan, 'PUMP_DRAIN')).toBe(1)
    expect(plan.handlingPlan.casualties.every((row) => row.kind === 'toxicology')).toBe(true)
    expect(supplied(plan, 'PPE_ESCAPE_HOOD')).toBe(10)
    expect(plan.handlingPlan.evacuation.assignments).toMatchObject([{ people: 12 }])
  })

  it('must not: go down unprotected, blow oxygen, wear filters, enter alone, put a generator near the opening', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/无防护盲目下去/, /纯氧通风/, /过滤式面具/, /无监护、无安全绳/, /发电机.*不得放在井口/]) {
      expect(forbidden).toMatch(words)
    }
  })
})

describe('confined space, awkward: a cesspit at midnight, numbers unknown, the best measuring team gone', () => {
  const made = planScenario(withoutBestTeam(CESSPIT, 'HAZ_RECON'))
  const { plan } = made
  itIsSound(made)

  it('still sends crew and stand-by, lights safely and says what is unknown', () => {
    expect(plan.incident.alarm?.grade).toBe(2)
    expect(demanded(plan, 'FIRE_BLDG')).toBe(2)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(demanded(plan, 'EXTRICATE')).toBe(1)
    expect(plan.unknowns.length).toBeGreaterThan(2)
    expect(actionTexts(plan)).toMatch(/被困.{0,2}数待核/)
  })
})
