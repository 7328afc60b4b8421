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

const PLACE = { lng: 122.06, lat: 29.93, address: '穿山港外海面' }

/** A fishing boat aground. */
const SMALL: Scenario = {
  type: 'maritime',
  at: '2026-04-18T09:00:00+08:00',
  place: PLACE,
  facts: { missing: 0, trapped: 4, deaths: 0, shipTonnage: 120, oilSpillT: 0 },
  weather: { windFromDeg: 20, windSpeedMs: 6 },
}

/** Two ships collide, oil and missing. */
const LARGE: Scenario = {
  type: 'maritime',
  at: '2026-04-18T11:00:00+08:00',
  place: PLACE,
  facts: { missing: 12, deaths: 2, injured: 8, affected: 60, shipTonnage: 15000, oilSpillT: 300 },
  weather: { windFromDeg: 20, windSpeedMs: 8 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'maritime', at: '2026-12-18T23:30:00+08:00', place: PLACE }

/** At sea: the rescue centre leads, people in the water first, the shore receives them. */
describe('plans for maritime', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'WATER_RESCUE'))

  describe('a fishing boat aground', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.movementPlan.stagingAreas.map((area) => area.name).join()).toMatch(/上岸点/)
      expect(demanded(small.plan, 'FIREBOAT')).toBe(1)
      expect(demanded(small.plan, 'DIVE')).toBe(0)
      expect(small.plan.handlingPlan.evacuation.note).toContain('岸上无成片疏散')
    })
  })

  describe('two ships collide, oil and missing', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('I')
      expect(demanded(large.plan, 'BOAT')).toBe(5)
      const tugs = large.plan.forcePlan.assignments.filter(({ vehicles }) =>
        vehicles.some(({ kind }) => kind === 'FIREBOAT'),
      )
      expect(tugs.length).toBeGreaterThan(0)
      for (const { teamId } of tugs)
        expect(large.plan.movementPlan.movements.find((move) => move.teamId === teamId)).toMatchObject({
          mode: 'water',
          roads: [],
        })
      expect(demanded(large.plan, 'DIVE')).toBe(2)
      expect(supplied(large.plan, 'BOOM_M')).toBe(3000)
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
        entry.capabilities.some((each) => each.capability === 'WATER_RESCUE'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'WATER_RESCUE')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/12395/, /漂移/, /救生衣/, /先水中人员/, /航行警告/, /围油栏/, /保温检伤/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/8级/, /未穿救生衣/, /货物不明/, /倾覆/, /不得停止搜寻/]) expect(texts).toMatch(wanted)
  })
})
