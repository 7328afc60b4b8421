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

const CHLORINE: Scenario = {
  type: 'hazmat_fixed',
  at: '2026-11-03T02:10:00+08:00',
  place: { lng: 121.775, lat: 29.945, address: '青峙化工区' },
  facts: { deaths: 0, injured: 2, trapped: null },
  hazmat: { un: '1017', container: 'fixedTank', quantityT: 40, spill: 'large', onFire: false, vessel: 'pressure' },
  weather: { windFromDeg: 340, windSpeedMs: 2 },
}
const FLANGE: Scenario = {
  type: 'hazmat_fixed',
  at: '2026-05-11T10:00:00+08:00',
  place: { lng: 121.896, lat: 29.915, address: '霞浦片区 装置区' },
  facts: { deaths: 0, trapped: 0, injured: 0 },
  hazmat: { un: '1230', container: 'fixedTank', quantityT: 2, spill: 'small', onFire: false },
  weather: { windFromDeg: 100, windSpeedMs: 3 },
}
const UNKNOWN_TANK: Scenario = {
  type: 'hazmat_fixed',
  at: '2026-01-20T23:30:00+08:00',
  place: { lng: 121.76, lat: 29.955, address: '戚家山街道 储罐区' },
  facts: { trapped: null },
  hazmat: { un: null, container: 'fixedTank', spill: 'unknown', vessel: 'pressure' },
}

describe('hazmat fixed, small: a methanol flange', () => {
  const made = planScenario(FLANGE)
  const { plan } = made
  itIsSound(made)

  it('isolates 50 m with one recon, one plugging crew, readings and foam ready', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(50)
    for (const name of ['HAZ_RECON', 'HAZ_PLUG', 'ENV_MON']) expect(demanded(plan, name)).toBe(1)
    expect(demanded(plan, 'FOAM')).toBe(2)
  })
})

describe('hazmat fixed, large: chlorine at night in low wind', () => {
  const made = planScenario(CHLORINE)
  const { plan } = made
  itIsSound(made)

  it('isolates 1000 m and at least 11 km downwind, doubles crews, brings lime, toxicology beds and hoods', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(1000)
    expect(plan.zones.find((zone) => zone.kind === 'protective')?.lengthM).toBe(11_000)
    expect(demanded(plan, 'HAZ_PLUG')).toBe(2)
    expect(demanded(plan, 'HAZ_RECON')).toBe(2)
    expect(supplied(plan, 'LIME_T')).toBe(20)
    expect(supplied(plan, 'PPE_ESCAPE_HOOD')).toBe(100)
    expect(plan.handlingPlan.casualties.every((row) => row.kind === 'toxicology')).toBe(true)
    expect(plan.handlingPlan.evacuation.assignments.some((row) => row.mode === 'shelterInPlace')).toBe(true)
  })

  it('must not: stage downwind, jet at the leak, send volunteers in, delay the first report', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/下风/, /射|直流/, /志愿者/, /首报/]) expect(forbidden).toMatch(words)
  })
})

describe('hazmat fixed, awkward: an unknown pressure tank at night, the best recon team gone', () => {
  const made = planScenario(withoutBestTeam(UNKNOWN_TANK, 'HAZ_RECON'))
  const { plan } = made
  itIsSound(made)

  it('takes guide 117 and a large spill, two staging sides, light', () => {
    expect(plan.zones.find((zone) => zone.kind === 'isolation')?.radiusM).toBe(100)
    expect(plan.zones.filter((zone) => zone.bearingDeg !== undefined)).toEqual([])
    expect(demanded(plan, 'HAZ_PLUG')).toBe(2)
    expect(demanded(plan, 'LIGHT')).toBe(1)
    expect(actionTexts(plan)).toMatch(/不明物质|待核/)
  })
})
