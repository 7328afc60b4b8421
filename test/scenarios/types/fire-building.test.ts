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

const SHOP: Scenario = {
  type: 'fire_building',
  at: '2026-03-10T10:20:00+08:00',
  place: { lng: 121.835, lat: 29.917, address: '新碶街道 三层沿街店铺' },
  facts: {
    deaths: 0,
    trapped: 0,
    injured: 0,
    missing: 0,
    fireAreaM2: 60,
    fireFloor: 1,
    buildingHeightM: 10,
    affected: 20,
  },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const RENTED_BLOCK: Scenario = {
  type: 'fire_building',
  at: '2026-12-20T19:10:00+08:00',
  place: { lng: 121.815, lat: 29.866, address: '大碶街道 五层出租楼' },
  facts: {
    deaths: 1,
    trapped: 9,
    injured: 6,
    missing: 2,
    fireAreaM2: 1500,
    fireFloor: 2,
    buildingHeightM: 42,
    affected: 260,
  },
  weather: { windFromDeg: 320, windSpeedMs: 6, tempC: 4 },
}
const FARMHOUSE: Scenario = {
  type: 'fire_building',
  at: '2026-01-08T02:40:00+08:00',
  place: { lng: 121.985, lat: 29.785, address: '梅山街道 村民自建房' },
  facts: { trapped: null, injured: null },
}

describe('building fire, small: a shop with nobody hurt', () => {
  const made = planScenario(SHOP)
  const { plan } = made
  itIsSound(made)

  it('is no accident level yet and fire grade one, with two crews and a cordon of at least 50 m', () => {
    expect(plan.incident.level.value).toBeNull()
    expect(plan.incident.alarm).toMatchObject({ kind: 'fire', grade: 1 })
    expect(demanded(plan, 'FIRE_BLDG')).toBe(2)
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(50)
    expect(demanded(plan, 'SMOKE')).toBe(0)
  })

  it('searches with a covered crew, cuts power and gas but keeps the fire pump, and keeps the lane free', () => {
    const words = actionTexts(plan)
    expect(words).toMatch(/三人以上一组、水枪掩护/)
    expect(words).toMatch(/切断着火建筑电、气，保留消防泵/)
    expect(words).toMatch(/清出消防车道/)
    expect(words).toMatch(/防复燃/)
    expect(dueMinute(plan, 'FB_SEARCH')).toBeLessThan(dueMinute(plan, 'FB_SUPPLY'))
  })
})

describe('building fire, large: a rented block with nine trapped', () => {
  const made = planScenario(RENTED_BLOCK)
  const { plan } = made
  itIsSound(made)

  it('grows with people, area and height: grade four, crews, water, air, smoke, ladder height cordon', () => {
    expect(plan.incident.level.value).toBe('IV')
    expect(plan.incident.alarm).toMatchObject({ kind: 'fire', grade: 4 })
    expect(demanded(plan, 'FIRE_BLDG')).toBeGreaterThanOrEqual(8)
    expect(demanded(plan, 'WATER_SUPPLY')).toBeGreaterThanOrEqual(3)
    expect(demanded(plan, 'AIR')).toBe(1)
    expect(demanded(plan, 'SMOKE')).toBe(1)
    expect(demanded(plan, 'FIRE_HIGH')).toBeGreaterThanOrEqual(1)
    expect(demanded(plan, 'AMB')).toBeGreaterThanOrEqual(9)
    expect(plan.zones.find((zone) => zone.kind === 'cordon')?.radiusM).toBe(63)
  })

  it('shelters those who got out, counts them by name and warns burns beds', () => {
    const words = actionTexts(plan, 'administrative')
    expect(words).toMatch(/没见到本人的不划掉/)
    expect(words).toMatch(/集中安置/)
    expect(words).toMatch(/烧伤、吸入性损伤/)
    expect(plan.handlingPlan.casualties.map((row) => row.kind)).toContain('burns')
    expect(supplied(plan, 'PPE_ESCAPE_HOOD')).toBeGreaterThanOrEqual(18)
    expect(plan.handlingPlan.secondaries.map((row) => row.type)).toEqual(
      expect.arrayContaining(['gas_supply', 'structure_collapse']),
    )
  })

  it('must not: open a shut room uncovered, stand on a weak roof, use lifts, block hydrants, count without a list', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/密闭着火房间/, /屋顶和钢结构/, /电梯/, /消火栓/, /未经核对/, /返回取物/]) {
      expect(forbidden).toMatch(words)
    }
  })
})

describe('building fire, awkward: a farmhouse at night, nothing known, the best station gone', () => {
  const scenario = withoutBestTeam(FARMHOUSE, 'FIRE_BLDG')
  const made = planScenario(scenario)
  const { plan } = made
  itIsSound(made)

  it('treats unknown as somebody trapped, lights the scene and sends the next station', () => {
    expect(plan.incident.night).toBe(true)
    expect(plan.incident.alarm?.grade).toBe(2)
    expect(demanded(plan, 'EXTRICATE')).toBe(1)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    const gone = (scenario.unavailable ?? []).map((entry) => entry.replace('team:', ''))
    expect(plan.forcePlan.assignments.map((entry) => entry.teamId)).not.toEqual(expect.arrayContaining(gone))
    expect(actionTexts(plan)).toMatch(/被困.{0,2}数待核/)
  })
})
