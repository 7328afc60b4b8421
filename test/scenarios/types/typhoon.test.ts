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

const BLUE_SIGNAL: Scenario = {
  type: 'typhoon',
  at: '2026-08-10T09:00:00+08:00',
  place: { lng: 121.93, lat: 29.85, address: '柴桥街道' },
  facts: { rainForecastMm: 60, peopleToMove: 120 },
  weather: { windFromDeg: 60, windSpeedMs: 9, signal: 'blue', signalKind: 'typhoon' },
}
const STRONG: Scenario = {
  type: 'typhoon',
  at: '2026-08-10T09:00:00+08:00',
  place: { lng: 121.93, lat: 29.85, address: '柴桥、大碶、白峰山区' },
  facts: { deaths: 0, rainForecastMm: 300 },
  weather: { windFromDeg: 60, windSpeedMs: 12, signal: 'red', signalKind: 'typhoon' },
}
const NIGHT: Scenario = {
  type: 'typhoon',
  at: '2026-09-12T01:00:00+08:00',
  place: { lng: 122.05, lat: 29.84, address: '白峰街道 沿海' },
  facts: { trapped: null },
}

describe('typhoon, small: a blue signal', () => {
  const made = planScenario(BLUE_SIGNAL)
  const { plan } = made
  itIsSound(made)

  it('answers with level Ⅳ and serves streets, not a single scene', () => {
    expect(plan.incident.response.value).toBe('IV')
    expect(plan.zones.filter((zone) => zone.kind === 'cordon')).toEqual([])
  })
})

describe('typhoon, large: a red signal with 300 mm forecast', () => {
  const made = planScenario(STRONG)
  const { plan } = made
  itIsSound(made)

  it('answers with level Ⅰ, moves the whole list of 3 148, pumps, boats, power and troops', () => {
    expect(plan.incident.response.value).toBe('I')
    const { evacuation } = plan.handlingPlan
    const listed = [...evacuation.assignments, ...evacuation.shortfalls].reduce((sum, row) => sum + row.people, 0)
    expect(listed).toBeGreaterThanOrEqual(3148)
    for (const name of ['PUMP_DRAIN', 'POWER_GEN', 'EVAC_BUS', 'SHELTER', 'POLICE', 'COMMS']) {
      expect(demanded(plan, name)).toBeGreaterThan(0)
    }
    expect(supplied(plan, 'SANDBAG')).toBeGreaterThan(0)
  })

  it('must not: use shelters in danger, forget the uncategorised, send boats at gale, return people early', () => {
    const forbidden = mustNotTexts(plan)
    for (const words of [/避灾/, /名单|原因|分类/, /8级|舟|艇/, /返回|返家/]) expect(forbidden).toMatch(words)
  })
})

describe('typhoon, awkward: at night, no signal known, the best drainage team gone', () => {
  const made = planScenario(withoutBestTeam(NIGHT, 'PUMP_DRAIN'))
  const { plan } = made
  itIsSound(made)

  it('still moves the list and asks for what is unknown', () => {
    expect(plan.handlingPlan.evacuation.population.length).toBeGreaterThan(0)
    expect(plan.unknowns.length).toBeGreaterThan(2)
    expect(actionTexts(plan, 'administrative')).toMatch(/转移/)
  })
})
