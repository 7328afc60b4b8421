import { describe, expect, it } from 'vitest'
import {
  actionTexts,
  demanded,
  itIsSound,
  mustNotTexts,
  planScenario,
  supplied,
  withoutBestTeam,
  type Scenario,
} from './type-plan.ts'

const PLACE = { lng: 121.95, lat: 29.8, address: '梅山至柴桥一带' }

/** Felt, no building down. */
const SMALL: Scenario = {
  type: 'earthquake',
  at: '2026-05-10T10:00:00+08:00',
  place: PLACE,
  facts: { magnitude: 4.2, deaths: 0, injured: 0, trapped: 0, collapsedBuildings: 0 },
}

/** Magnitude 6.1, three hundred houses down. */
const LARGE: Scenario = {
  type: 'earthquake',
  at: '2026-05-10T15:00:00+08:00',
  place: PLACE,
  facts: { magnitude: 6.1, deaths: 30, injured: 400, trapped: 120, collapsedBuildings: 300, peopleToMove: 4000 },
  weather: { windFromDeg: 10, windSpeedMs: 3, tempC: 6 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'earthquake', at: '2026-11-15T03:12:00+08:00', place: PLACE }

/** Earthquake: judged by magnitude and density first, buildings checked before anyone sleeps in them. */
describe('plans for earthquake', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'SEARCH_USAR'))

  describe('felt, no building down', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.incident.level.value).toBe('III')
      expect(small.plan.handlingPlan.evacuation.assignments).toEqual([])
    })
  })

  describe('magnitude 6.1, three hundred houses down', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('I')
      expect(demanded(large.plan, 'SEARCH_USAR')).toBe(100)
      expect(demanded(large.plan, 'MED_TRIAGE')).toBe(27)
      expect(supplied(large.plan, 'LIFE_TENT_12')).toBeGreaterThanOrEqual(1000)
      expect(demanded(large.plan, 'TROOP')).toBe(3)
      expect(large.plan.handlingPlan.secondaries.length).toBeGreaterThanOrEqual(7)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
      expect(awkward.plan.zones).toEqual([])
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
        entry.capabilities.some((each) => each.capability === 'SEARCH_USAR'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'SEARCH_USAR')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [
      /自查/,
      /15分钟无回音/,
      /空旷场地/,
      /轻车检查/,
      /分区搜救/,
      /水库/,
      /兵力/,
      /静音/,
      /社会搜救队.*专业队带班/,
    ])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/死亡少/, /未检查的建筑/, /抽空/, /只依赖公网/, /不得放行重车/]) expect(texts).toMatch(wanted)
  })
})
