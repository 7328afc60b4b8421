import { describe, expect, it } from 'vitest'
import {
  actionTexts,
  demanded,
  dueMinute,
  itIsSound,
  mustNotTexts,
  planScenario,
  supplied,
  withoutBestTeam,
  type Scenario,
} from './type-plan.ts'

const PLACE = { lng: 121.82, lat: 29.89, address: '北仑区大碶、新碶片区' }

/** A burst main, two thousand households. */
const SMALL: Scenario = {
  type: 'water_supply',
  at: '2026-04-10T08:00:00+08:00',
  place: PLACE,
  facts: { householdsOut: 2000, outageHours: 4 },
}

/** Source polluted, half the district. */
const LARGE: Scenario = {
  type: 'water_supply',
  at: '2026-08-01T08:00:00+08:00',
  place: PLACE,
  facts: { householdsOut: 60000, outageHours: 60, poisoned: 12 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'water_supply', at: '2026-01-15T23:40:00+08:00', place: PLACE }

/** Water supply: hospitals and fire water first, drinking water only when tested. */
describe('plans for water_supply', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'WATER_SUPPLY'))

  describe('a burst main, two thousand households', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(demanded(small.plan, 'WATER_SUPPLY')).toBe(2)
      expect(small.plan.incident.level.value).toBeNull()
      expect(supplied(small.plan, 'LIFE_WATER_L')).toBe(18000)
    })
  })

  describe('source polluted, half the district', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('I')
      expect(demanded(large.plan, 'WATER_SUPPLY')).toBe(10)
      expect(demanded(large.plan, 'TROOP')).toBe(1)
      expect(demanded(large.plan, 'ENV_MON')).toBe(1)
      expect(large.plan.zones).toEqual([])
      expect(dueMinute(large.plan, 'WS_DIALYSIS')).toBeLessThan(dueMinute(large.plan, 'WS_TANKER'))
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
        entry.capabilities.some((each) => each.capability === 'WATER_SUPPLY'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'WATER_SUPPLY')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/停取停供/, /透析/, /停饮/, /消火栓失压/, /每人每日3升/, /送水上门/, /末梢采样/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/恢复饮用/, /隐瞒水质/, /非食品级/, /消防备用水源/, /一次全压/]) expect(texts).toMatch(wanted)
  })
})
