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

const WORKSHOP: Scenario = {
  type: 'fire_industrial',
  at: '2026-05-12T14:00:00+08:00',
  place: { lng: 121.8, lat: 29.91, address: '新碶街道 机械厂喷涂车间' },
  facts: { deaths: 0, trapped: 0, injured: 1, fireAreaM2: 120, buildingHeightM: 9 },
  weather: { windFromDeg: 135, windSpeedMs: 3 },
}
const BENZENE_TANK: Scenario = {
  type: 'fire_industrial',
  at: '2026-08-03T15:30:00+08:00',
  place: { lng: 121.896, lat: 29.915, address: '霞浦片区 化工装置' },
  facts: { deaths: 0, trapped: 4, injured: 7, fireAreaM2: 3200, buildingHeightM: 24, peopleToMove: 800 },
  weather: { windFromDeg: 200, windSpeedMs: 5 },
  hazmat: { un: '1114', container: 'fixedTank', quantityT: 900, spill: 'large', onFire: true, phase: 'liquid' },
}
const NIGHT_SHED: Scenario = {
  type: 'fire_industrial',
  at: '2026-11-15T03:05:00+08:00',
  place: { lng: 121.75, lat: 29.95, address: '戚家山街道 厂房' },
  facts: { trapped: null },
}

describe('industrial fire, small: a paint shop', () => {
  const made = planScenario(WORKSHOP)
  const { plan } = made
  itIsSound(made)

  it('is never below grade three, with foam, plugging with the process team, readings and a 150 m cordon', () => {
    expect(plan.incident.alarm).toMatchObject({ kind: 'fire', grade: 3 })
    for (const name of ['FOAM', 'HAZ_PLUG', 'HAZ_RECON', 'ENV_MON', 'FIRE_OIL'])
      expect(demanded(plan, name)).toBeGreaterThan(0)
    expect(demanded(plan, 'HOSE')).toBe(0)
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(150)
  })

  it('keeps plant staff at their own gate and does not fill shelters with them', () => {
    expect(plan.handlingPlan.evacuation.note).toMatch(/厂门集合点/)
    expect(plan.handlingPlan.evacuation.assignments.filter((row) => row.fromId.startsWith('plant-'))).toEqual([])
  })
})

describe('industrial fire, large: a benzene tank at a petrochemical plant', () => {
  const made = planScenario(BENZENE_TANK)
  const { plan } = made
  itIsSound(made)

  it('grows with area: oil crews, water, foam concentrate, two hose units, decontamination', () => {
    expect(demanded(plan, 'FIRE_OIL')).toBe(8)
    expect(demanded(plan, 'WATER_SUPPLY')).toBe(8)
    expect(demanded(plan, 'HOSE')).toBe(2)
    expect(demanded(plan, 'HAZ_DECON')).toBe(1)
    expect(supplied(plan, 'FOAM_AR_T')).toBe(32)
    expect(demanded(plan, 'EVAC_BUS')).toBe(9)
    expect(plan.incident.alarm?.grade).toBe(4)
  })

  it('isolates 800 m round the heated tank and empties it', () => {
    expect(plan.zones.find((zone) => zone.kind === 'fireIsolation')?.radiusM).toBe(800)
    expect(plan.handlingPlan.evacuation.assignments.length).toBeGreaterThan(0)
  })

  it('stops feed and all hot work, counts contractors, cools neighbours, holds run-off, asks the plant’s neighbours', () => {
    const words = actionTexts(plan)
    for (const wanted of [
      /停料、断电/,
      /叫停全厂和邻厂动火/,
      /承包商名单核对失联/,
      /冷却邻罐/,
      /关雨排、启事故池/,
      /相邻企业防护和互助/,
      /备足再总攻/,
    ]) {
      expect(words).toMatch(wanted)
    }
    expect(dueMinute(plan, 'FI_STOP')).toBeLessThanOrEqual(5)
    expect(plan.handlingPlan.secondaries.map((row) => row.type)).toEqual(
      expect.arrayContaining(['hazmat_fixed', 'environment', 'structure_collapse']),
    )
  })

  it('must not: stand downwind or at tank ends, jet blindly, attack early, go on with hot work, strip the neighbours', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/下风方向.*罐体两端/, /盲目射水/, /不得发起总攻/, /动火和有限空间作业/, /专职队全部抽走/]) {
      expect(forbidden).toMatch(words)
    }
  })
})

describe('industrial fire, awkward: a shed at night, nothing known, the best foam team gone', () => {
  const scenario = withoutBestTeam(NIGHT_SHED, 'FOAM')
  const made = planScenario(scenario)
  const { plan } = made
  itIsSound(made)

  it('prepares for the unknown area and lights the work', () => {
    expect(demanded(plan, 'FOAM')).toBe(4)
    expect(demanded(plan, 'HOSE')).toBe(1)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    const gone = (scenario.unavailable ?? []).map((entry) => entry.replace('team:', ''))
    for (const id of gone) expect(plan.forcePlan.assignments.map((entry) => entry.teamId)).not.toContain(id)
  })
})
