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

const PLACE = { lng: 122.0, lat: 29.79, address: '梅山街道沿海海塘' }

/** Blue signal, high spring tide. */
const SMALL: Scenario = {
  type: 'storm_surge',
  at: '2026-09-12T08:00:00+08:00',
  place: PLACE,
  facts: { deaths: 0, trapped: 0, peopleToMove: 30 },
  weather: { signal: 'blue', signalKind: 'typhoon', windFromDeg: 60, windSpeedMs: 9 },
}

/** Typhoon tide over the wall. */
const LARGE: Scenario = {
  type: 'storm_surge',
  at: '2026-09-12T11:00:00+08:00',
  place: PLACE,
  facts: { deaths: 11, missing: 3, trapped: 48, floodedPoints: 9 },
  weather: { signal: 'red', signalKind: 'typhoon', windFromDeg: 60, windSpeedMs: 13 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'storm_surge', at: '2026-09-13T02:00:00+08:00', place: PLACE }

/** Storm surge: everybody behind the sea wall before the tide, nobody on it at the top of the tide. */
describe('plans for storm_surge', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'ROAD_CLEAR'))

  describe('blue signal, high spring tide', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.incident.response.value).toBe('IV')
      expect(demanded(small.plan, 'WATER_RESCUE')).toBe(6)
      expect(demanded(small.plan, 'DIVE')).toBe(0)
    })
  })

  describe('typhoon tide over the wall', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('II')
      expect(large.plan.incident.response.value).toBe('I')
      expect(demanded(large.plan, 'PUMP_DRAIN')).toBe(9)
      expect(demanded(large.plan, 'TROOP')).toBe(4)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
      expect(demanded(awkward.plan, 'LIGHT')).toBe(2)
    })

    it('says what is not known instead of taking it for none', () => {
      expect(awkward.plan.unknowns.length).toBeGreaterThan(0)
      expect(awkward.plan.incident.night).toBe(true)
    })

    it('leaves the missing team at home and sends another or says what is missing', () => {
      const gone = (awkward.plan.incident.unavailable ?? []).map((entry) => entry.replace('team:', ''))
      const sent = awkward.plan.forcePlan.assignments.map((entry) => entry.teamId)
      expect(sent.filter((id) => gone.includes(id))).toEqual([])
      const filled = awkward.plan.forcePlan.assignments.some((entry) =>
        entry.capabilities.some((each) => each.capability === 'ROAD_CLEAR'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'ROAD_CLEAR')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [
      /塘外.*撤到塘内/,
      /高潮时刻/,
      /闸门/,
      /避风/,
      /渡口停航/,
      /险工/,
      /高潮前两小时/,
      /低潮时进占/,
    ])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/塘顶/, /8级/, /不适用风暴潮/, /潮水未退/, /留守渔船/]) expect(texts).toMatch(wanted)
  })
})
