import { describe, expect, it } from 'vitest'
import {
  actionTexts,
  demanded,
  itIsSound,
  mustNotTexts,
  planScenario,
  withoutBestTeam,
  type Scenario,
} from './type-plan.ts'

const PLACE = { lng: 121.815, lat: 29.865, address: '大碶街道岩河沿岸' }

/** A village path under water. */
const SMALL: Scenario = {
  type: 'flood',
  at: '2026-06-20T09:00:00+08:00',
  place: PLACE,
  facts: { trapped: 3, missing: 0, deaths: 0, peopleToMove: 60 },
  weather: { windFromDeg: 120, windSpeedMs: 5, signal: 'yellow', signalKind: 'rain' },
}

/** A breach with hundreds cut off. */
const LARGE: Scenario = {
  type: 'flood',
  at: '2026-07-05T14:00:00+08:00',
  place: PLACE,
  facts: { trapped: 160, missing: 4, deaths: 3, floodedAreaM2: 200000, floodDepthCm: 120 },
  weather: { windFromDeg: 120, windSpeedMs: 9, signal: 'red', signalKind: 'rain' },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'flood', at: '2026-07-06T01:30:00+08:00', place: PLACE }

/** River and mountain floods: people off the low ground first, then the dykes. */
describe('plans for flood', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'WATER_RESCUE'))

  describe('a village path under water', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(demanded(small.plan, 'WATER_RESCUE')).toBe(6)
      expect(small.plan.incident.response.value).toBe('III')
    })
  })

  describe('a breach with hundreds cut off', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('III')
      expect(demanded(large.plan, 'WATER_RESCUE')).toBe(20)
      expect(demanded(large.plan, 'PUMP_DRAIN')).toBe(30)
      expect(demanded(large.plan, 'DIVE')).toBe(1)
      expect(large.plan.handlingPlan.evacuation.population.reduce((sum, row) => sum + row.people, 0)).toBe(3148)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('says what is not known instead of taking it for none', () => {
      expect(awkward.plan.unknowns.length).toBeGreaterThan(0)
      expect(awkward.plan.incident.night).toBe(true)
    })

    it('leaves the missing team at home and sends another or says what is missing', () => {
      const gone = (awkward.plan.incident.unavailable ?? []).map((entry) => entry.replace('team:', ''))
      const sent = awkward.plan.forcePlan.assignments.map((entry) => entry.teamId)
      expect(sent.filter((id) => gone.includes(id))).toEqual([])
      const filled = awkward.plan.forcePlan.assignments.some((entry) =>
        entry.capabilities.some((each) => each.capability === 'WATER_RESCUE'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'WATER_RESCUE')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [
      /山洪沟口.*先喊撤/,
      /预泄/,
      /下游/,
      /险工.*巡查/,
      /双人双艇/,
      /受淹台区先断电/,
      /点名.*差一人/,
      /返家/,
    ])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/漫水桥/, /8级/, /洪水位以下/, /开闸放水/, /未注明/]) expect(texts).toMatch(wanted)
  })
})
