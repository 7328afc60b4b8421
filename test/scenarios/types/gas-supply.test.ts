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

const PLACE = { lng: 121.842, lat: 29.905, address: '新碶街道居民小区' }

/** A smell of gas in a stairwell. */
const SMALL: Scenario = {
  type: 'gas_supply',
  at: '2026-03-03T09:00:00+08:00',
  place: PLACE,
  facts: { trapped: 0, injured: 0, deaths: 0 },
  weather: { windFromDeg: 320, windSpeedMs: 4 },
}

/** Sixty thousand households without gas for two days. */
const LARGE: Scenario = {
  type: 'gas_supply',
  at: '2026-01-15T09:00:00+08:00',
  place: PLACE,
  facts: { householdsOut: 60000, outageHours: 50, deaths: 0, injured: 0, trapped: 0 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'gas_supply', at: '2026-01-15T23:40:00+08:00', place: PLACE }

/** Gas: a leak has a scene and a circle; a supply cut has neither. */
describe('plans for gas_supply', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'HAZ_PLUG'))

  describe('a smell of gas in a stairwell', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.zones.map((zone) => [zone.kind, zone.radiusM])).toEqual([['isolation', 100]])
      expect(small.plan.movementPlan.stagingAreas.some((area) => area.kind === 'staging')).toBe(true)
      expect(demanded(small.plan, 'HAZ_PLUG')).toBe(1)
    })
  })

  describe('sixty thousand households without gas for two days', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.zones).toEqual([])
      expect(large.plan.incident.level.value).toBe('I')
      expect(demanded(large.plan, 'ROAD_CLEAR')).toBe(3)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
      expect(demanded(awkward.plan, 'LIGHT')).toBe(1)
      expect(demanded(awkward.plan, 'EXTRICATE')).toBe(1)
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
        entry.capabilities.some((each) => each.capability === 'HAZ_PLUG'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'HAZ_PLUG')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/关阀/, /敲门不按铃/, /禁火/, /先测后进/, /不急于扑灭/, /分批通气/, /高压氧/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/开关电器/, /未逐户检查/, /稳定燃烧/, /非防爆机械/, /不得乘电梯/])
      expect(texts).toMatch(wanted)
  })
})
