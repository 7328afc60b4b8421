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

const PLACE = { lng: 121.815, lat: 29.865, address: '大碶街道岩河' }

/** A drum into a ditch. */
const SMALL: Scenario = {
  type: 'environment',
  at: '2026-04-10T10:00:00+08:00',
  place: PLACE,
  facts: { oilSpillT: 1, deaths: 0, poisoned: 0, peopleToMove: 0 },
  weather: { windFromDeg: 45, windSpeedMs: 4 },
}

/** A hundred tonnes into the river. */
const LARGE: Scenario = {
  type: 'environment',
  at: '2026-04-10T14:00:00+08:00',
  place: PLACE,
  facts: { oilSpillT: 120, poisoned: 15, deaths: 0, peopleToMove: 6000 },
  weather: { windFromDeg: 45, windSpeedMs: 4 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'environment', at: '2026-11-02T23:40:00+08:00', place: PLACE }

/** Pollution: stop the source, hold the water, close the intakes, measure. */
describe('plans for environment', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'ENV_MON'))

  describe('a drum into a ditch', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(demanded(small.plan, 'ENV_MON')).toBe(2)
      expect(supplied(small.plan, 'BOOM_M')).toBe(600)
    })
  })

  describe('a hundred tonnes into the river', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('III')
      expect(demanded(large.plan, 'ENV_MON')).toBe(3)
      expect(demanded(large.plan, 'ROAD_CLEAR')).toBe(5)
      expect(supplied(large.plan, 'BOOM_M')).toBe(2400)
      expect(demanded(large.plan, 'SHELTER')).toBe(12)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
      expect(demanded(awkward.plan, 'LIGHT')).toBe(1)
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
        entry.capabilities.some((each) => each.capability === 'ENV_MON'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'ENV_MON')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/查源断源/, /停取/, /控制、削减断面/, /先收再投药/, /下游相邻区/, /有资质单位/, /封存/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/稀释代替/, /无防护采样/, /未经专家核定/, /隐瞒监测/, /冲入雨水管网/])
      expect(texts).toMatch(wanted)
  })
})
