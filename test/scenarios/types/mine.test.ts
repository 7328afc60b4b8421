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

const QUARRY: Scenario = {
  type: 'mine',
  at: '2026-05-06T09:40:00+08:00',
  place: { lng: 121.95, lat: 29.82, address: '柴桥街道 采石场' },
  facts: { deaths: 0, trapped: 1, injured: 1, missing: 0 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const FLOODED: Scenario = {
  type: 'mine',
  at: '2026-06-25T14:20:00+08:00',
  place: { lng: 121.95, lat: 29.82, address: '柴桥街道 地下矿' },
  facts: { deaths: 2, trapped: 13, injured: 6, missing: 3, shaftDepthM: 120, inflowM3h: 900, affected: 40 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const UNKNOWN_MINE: Scenario = {
  type: 'mine',
  at: '2026-11-11T04:00:00+08:00',
  place: { lng: 122.03, lat: 29.85, address: '白峰街道 矿区' },
  facts: { trapped: null },
}

describe('mine, small: one buried in a quarry', () => {
  const made = planScenario(QUARRY)
  const { plan } = made
  itIsSound(made)

  it('sends search, slope watch, gas check and rope; no flood work', () => {
    for (const name of ['SEARCH_USAR', 'GEO_RESCUE', 'HAZ_RECON', 'ROPE'])
      expect(demanded(plan, name)).toBeGreaterThan(0)
    expect(actionTexts(plan)).not.toMatch(/透水：封堵来水/)
    expect(plan.handlingPlan.evacuation.note).toMatch(/升井/)
  })
})

describe('mine, large: water broke in, thirteen trapped at 120 m', () => {
  const made = planScenario(FLOODED)
  const { plan } = made
  itIsSound(made)

  it('pumps 1.25 times the inflow with power for it: 3 pump sets, 6 submersible pumps, 240 m hose', () => {
    expect(demanded(plan, 'PUMP_DRAIN')).toBe(3)
    expect(demanded(plan, 'POWER_GEN')).toBe(2)
    expect(supplied(plan, 'PUMP_SUB_200')).toBe(6)
    expect(supplied(plan, 'PUMP_HOSE_M')).toBe(240)
    expect(demanded(plan, 'ROPE')).toBe(2)
    expect(demanded(plan, 'SEARCH_USAR')).toBe(4)
    expect(plan.incident.alarm).toMatchObject({ kind: 'rescue', grade: 4 })
  })

  it('counts who is below, keeps the fan, calls mine rescuers first, brings the drawings, two ways through', () => {
    const words = actionTexts(plan)
    for (const wanted of [
      /核对未升井人员/,
      /不得擅自停主扇/,
      /矿山专业救护队/,
      /采掘图、通风图/,
      /两条以上/,
      /透水：封堵来水/,
      /钻孔送氧/,
    ]) {
      expect(words).toMatch(wanted)
    }
    expect(dueMinute(plan, 'MI_CALLRESCUE')).toBeLessThanOrEqual(5)
    expect(plan.handlingPlan.evacuation.assignments).toMatchObject([{ people: 40 }])
    expect(plan.handlingPlan.secondaries.map((row) => row.type)).toEqual(
      expect.arrayContaining(['geo_hazard', 'environment', 'power_outage']),
    )
  })

  it('must not: enter unmeasured, stop the main fan, send the untrained, hide numbers, put a generator at the intake', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [
      /未测气体不得进入/,
      /主要通风机/,
      /非专业救护人员/,
      /少报入井人数/,
      /发电机不得放在井口进风侧/,
    ]) {
      expect(forbidden).toMatch(words)
    }
  })
})

describe('mine, awkward: at night, nothing known, the best search team gone', () => {
  const made = planScenario(withoutBestTeam(UNKNOWN_MINE, 'SEARCH_USAR'))
  const { plan } = made
  itIsSound(made)

  it('does not take the mine as empty and asks for the head-count', () => {
    expect(plan.handlingPlan.evacuation.shortfalls).toMatchObject([{ fromId: 'inside', people: 1 }])
    expect(demanded(plan, 'SEARCH_USAR')).toBe(2)
    expect(demanded(plan, 'PUMP_DRAIN')).toBe(1)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(actionTexts(plan)).toMatch(/被困.{0,2}数待核/)
  })
})
