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

const LIFT: Scenario = {
  type: 'special_equipment',
  at: '2026-07-06T12:30:00+08:00',
  place: { lng: 121.838, lat: 29.906, address: '新碶街道 小区电梯' },
  facts: { deaths: 0, trapped: 3, injured: 0, liftsStuck: 1 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
}
const BOILER: Scenario = {
  type: 'special_equipment',
  at: '2026-06-18T15:00:00+08:00',
  place: { lng: 121.872, lat: 29.912, address: '霞浦街道 蒸汽锅炉房' },
  facts: { deaths: 3, trapped: 5, injured: 12, seriousInjuries: 10, pressureMpa: 3.8 },
  weather: { windFromDeg: 150, windSpeedMs: 4 },
}
const CRANE: Scenario = {
  type: 'special_equipment',
  at: '2026-03-03T22:40:00+08:00',
  place: { lng: 121.975, lat: 29.785, address: '梅山街道 塔式起重机' },
  facts: { trapped: null, buildingHeightM: 60 },
}

describe('special equipment, small: three people in a stuck lift', () => {
  const made = planScenario(LIFT)
  const { plan } = made
  itIsSound(made)

  it('is a small call: certified crew, one policeman, no crane, no cordon, nobody moved', () => {
    expect(plan.incident.alarm).toMatchObject({ kind: 'rescue', grade: 1 })
    expect(demanded(plan, 'LIFT_RESCUE')).toBe(1)
    expect(demanded(plan, 'POLICE')).toBe(1)
    expect(demanded(plan, 'LIFT')).toBe(0)
    expect(plan.zones).toEqual([])
    expect(plan.handlingPlan.evacuation.assignments).toEqual([])
    expect(plan.firstOrders.map((order) => order.words).join()).toMatch(/电梯困人/)
  })

  it('speaks of lifts only', () => {
    const words = actionTexts(plan)
    expect(words).toMatch(/轿厢通话安抚/)
    expect(words).toMatch(/持证人员平层盘车/)
    expect(words).not.toMatch(/锅炉|吊臂/)
  })
})

describe('special equipment, large: a steam boiler burst in a works', () => {
  const made = planScenario(BOILER)
  const { plan } = made
  itIsSound(made)

  it('is level Ⅲ, keeps 200 m, checks the medium, brings burns kits', () => {
    expect(plan.incident.level.value).toBe('III')
    expect(plan.zones.map((zone) => zone.radiusM)).toEqual([200])
    expect(demanded(plan, 'HAZ_RECON')).toBe(1)
    expect(demanded(plan, 'LIFT_RESCUE')).toBe(0)
    expect(demanded(plan, 'EXTRICATE')).toBe(2)
    expect(demanded(plan, 'AMB')).toBeGreaterThanOrEqual(10)
    expect(supplied(plan, 'MED_BURN_KIT')).toBe(4)
    const words = actionTexts(plan)
    expect(words).toMatch(/远程泄压/)
    expect(words).not.toMatch(/轿厢通话|吊臂/)
    expect(words).toMatch(/同型号设备停用排查/)
  })

  it('must not: pry open, tighten under pressure, water a dry boiler, restart untested, stand under loads', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/擅自撬门/, /带压紧固/, /缺水锅炉加水/, /不得恢复使用/, /吊物、吊臂下方/])
      expect(forbidden).toMatch(words)
  })
})

describe('special equipment, awkward: a tower crane at night, people unknown, the crane team gone', () => {
  const made = planScenario(withoutBestTeam(CRANE, 'LIFT'))
  const { plan } = made
  itIsSound(made)

  it('keeps 1.5 times the height, works at height with rope and platform, watches the wind', () => {
    expect(plan.zones.map((zone) => zone.radiusM)).toEqual([90])
    expect(demanded(plan, 'ROPE')).toBe(2)
    expect(demanded(plan, 'FIRE_HIGH')).toBe(1)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(actionTexts(plan)).toMatch(/固定吊臂和配重/)
    expect(plan.handlingPlan.monitoring.map((row) => row.what)).toContain('风速')
  })
})

describe('special equipment of unknown kind', () => {
  const { plan } = planScenario({ ...CRANE, facts: { trapped: null } })

  it('keeps all three ways of working until the kind is known', () => {
    const words = actionTexts(plan)
    for (const wanted of [/轿厢通话/, /远程泄压/, /固定吊臂/]) expect(words).toMatch(wanted)
  })
})
