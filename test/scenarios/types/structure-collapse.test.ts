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

const SCAFFOLD: Scenario = {
  type: 'structure_collapse',
  at: '2026-04-02T10:00:00+08:00',
  place: { lng: 121.84, lat: 29.905, address: '新碶街道 工地脚手架' },
  facts: { deaths: 0, trapped: 2, injured: 1, missing: 0, collapsedBuildings: 1, buildingHeightM: 12 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const FLATS: Scenario = {
  type: 'structure_collapse',
  at: '2026-10-05T13:30:00+08:00',
  place: { lng: 121.815, lat: 29.866, address: '大碶街道 居民楼' },
  facts: {
    deaths: 5,
    trapped: 30,
    injured: 12,
    missing: 14,
    collapsedBuildings: 3,
    buildingHeightM: 40,
    affected: 400,
  },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const OLD_HOUSE: Scenario = {
  type: 'structure_collapse',
  at: '2026-01-19T03:30:00+08:00',
  place: { lng: 122.09, lat: 29.83, address: '郭巨街道 老房' },
  facts: { trapped: null, missing: null },
}

describe('structure collapse, small: a scaffold with two under it', () => {
  const made = planScenario(SCAFFOLD)
  const { plan } = made
  itIsSound(made)

  it('sends two search teams, a gas check and draws 50 m at least', () => {
    expect(demanded(plan, 'SEARCH_USAR')).toBe(2)
    expect(demanded(plan, 'EXTRICATE')).toBe(2)
    expect(demanded(plan, 'HAZ_RECON')).toBe(1)
    expect(demanded(plan, 'TROOP')).toBe(0)
    expect(plan.zones.map((zone) => [zone.kind, zone.radiusM])).toEqual([['collapse', 50]])
  })
})

describe('structure collapse, large: flats with thirty buried', () => {
  const made = planScenario(FLATS)
  const { plan } = made
  itIsSound(made)

  it('grows with the buried and the height: six search teams, ten cutting crews, troops asked, 60 m', () => {
    expect(plan.incident.level.value).toBe('III')
    expect(plan.incident.alarm).toMatchObject({ kind: 'rescue', grade: 4 })
    expect(demanded(plan, 'SEARCH_USAR')).toBe(6)
    expect(demanded(plan, 'EXTRICATE')).toBe(10)
    expect(demanded(plan, 'TROOP')).toBe(1)
    expect(demanded(plan, 'SHELTER')).toBe(2)
    expect(demanded(plan, 'MED_TRIAGE')).toBeGreaterThanOrEqual(4)
    expect(supplied(plan, 'MED_STRETCHER')).toBe(30)
    expect(plan.zones.find((zone) => zone.kind === 'collapse')?.radiusM).toBe(60)
  })

  it('lists the missing by name, listens in silence, shores before entering, treats before lifting weight', () => {
    const words = actionTexts(plan)
    for (const wanted of [
      /失联名单/,
      /定时全场静默/,
      /先支撑后进入/,
      /压迫解除前/,
      /毗邻建筑住户/,
      /切断电、气、水/,
      /名单全部销号/,
    ]) {
      expect(words).toMatch(wanted)
    }
    expect(dueMinute(plan, 'SC_MEDICFRONT')).toBeLessThan(dueMinute(plan, 'SC_HEAVYPLANT'))
    expect(plan.handlingPlan.withdrawal.signal).toMatch(/长鸣一声停止作业静听/)
  })

  it('must not: dig blindly, enter unshored, let crowds on the rubble, stop unfinished, release a crushed limb', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/大型机械直接挖掘/, /无支撑进入/, /无关人员上废墟/, /不得停止搜救/, /突然解压/]) {
      expect(forbidden).toMatch(words)
    }
  })
})

describe('structure collapse, awkward: an old house at the far end at night, the best search team gone', () => {
  const made = planScenario(withoutBestTeam(OLD_HOUSE, 'SEARCH_USAR'))
  const { plan } = made
  itIsSound(made)

  it('sends two teams for the unknown, lights the rubble, and says what is missing', () => {
    expect(demanded(plan, 'SEARCH_USAR')).toBe(2)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(supplied(plan, 'LIGHT_TOWER')).toBe(2)
    expect(plan.unknowns.length).toBeGreaterThan(2)
    const sent = plan.forcePlan.assignments.flatMap((entry) => entry.capabilities.map((each) => each.capability))
    const gaps = plan.forcePlan.shortfalls.map((entry) => entry.capability)
    expect(sent.includes('SEARCH_USAR') || gaps.includes('SEARCH_USAR')).toBe(true)
  })
})
