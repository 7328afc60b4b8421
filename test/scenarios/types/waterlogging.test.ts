import { describe, expect, it } from 'vitest'
import {
  actionTexts,
  demanded,
  dueMinute,
  itIsSound,
  mustNotTexts,
  planScenario,
  withoutBestTeam,
  type Scenario,
} from './type-plan.ts'

const PLACE = { lng: 121.842, lat: 29.905, address: '新碶街道明州路下穿通道' }

/** One underpass. */
const SMALL: Scenario = {
  type: 'waterlogging',
  at: '2026-07-10T15:00:00+08:00',
  place: PLACE,
  facts: { trapped: 2, floodedPoints: 1, floodDepthCm: 30, vehiclesInvolved: 1, deaths: 0 },
}

/** Thirty points and a square kilometre under water. */
const LARGE: Scenario = {
  type: 'waterlogging',
  at: '2026-07-10T17:40:00+08:00',
  place: PLACE,
  facts: { trapped: 20, floodedPoints: 18, floodDepthCm: 60, floodedAreaM2: 200000, vehiclesInvolved: 12, deaths: 1 },
  weather: { signal: 'red', signalKind: 'rain' },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = {
  type: 'waterlogging',
  at: '2026-07-11T02:00:00+08:00',
  place: PLACE,
  weather: { signal: 'orange', signalKind: 'rain' },
}

/** Urban waterlogging: life search in cars and cellars before any pump runs. */
describe('plans for waterlogging', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'PUMP_DRAIN'))

  describe('one underpass', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(demanded(small.plan, 'PUMP_DRAIN')).toBe(2)
      expect(demanded(small.plan, 'EXTRICATE')).toBe(1)
      expect(small.plan.incident.level.value).toBeNull()
      expect(dueMinute(small.plan, 'WL_PEOPLE')).toBeLessThan(dueMinute(small.plan, 'WL_PUMP'))
    })
  })

  describe('thirty points and a square kilometre under water', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(demanded(large.plan, 'PUMP_DRAIN')).toBe(36)
      expect(demanded(large.plan, 'WATER_RESCUE')).toBe(5)
      expect(demanded(large.plan, 'ROAD_CLEAR')).toBe(6)
      expect(large.plan.incident.response.value).toBe('I')
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
        entry.capabilities.some((each) => each.capability === 'PUMP_DRAIN'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'PUMP_DRAIN')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [
      /先查被淹车辆/,
      /15厘米即封闭/,
      /出水口在河岸/,
      /关闸强排/,
      /错峰放学/,
      /每小时上报/,
      /断电挂牌/,
    ])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/水深30厘米/, /未检查不得送电/, /另一低洼点/, /盲目升为Ⅰ级/, /高潮顶托/])
      expect(texts).toMatch(wanted)
  })
})
