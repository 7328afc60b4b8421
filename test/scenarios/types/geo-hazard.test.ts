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

const PLACE = { lng: 121.7083, lat: 29.9252, address: '小港街道孔墅村后山' }

/** A cracked slope, nobody hurt. */
const SMALL: Scenario = {
  type: 'geo_hazard',
  at: '2026-06-22T10:00:00+08:00',
  place: PLACE,
  facts: { trapped: 0, missing: 0, deaths: 0, peopleToMove: 40, collapsedBuildings: 0 },
}

/** A slide over twelve houses. */
const LARGE: Scenario = {
  type: 'geo_hazard',
  at: '2026-06-22T16:00:00+08:00',
  place: PLACE,
  facts: { missing: 14, deaths: 4, injured: 9, collapsedBuildings: 12, peopleToMove: 600 },
  weather: { windFromDeg: 90, windSpeedMs: 4 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'geo_hazard', at: '2026-06-23T02:10:00+08:00', place: PLACE }

/** Landslide: people out sideways, a watch on the slope before anybody digs. */
describe('plans for geo_hazard', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'GEO_RESCUE'))

  describe('a cracked slope, nobody hurt', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.incident.level.value).toBe('IV')
      expect(demanded(small.plan, 'LIFT')).toBe(0)
      expect(dueMinute(small.plan, 'GH_OUT')).toBeLessThanOrEqual(5)
      expect(dueMinute(small.plan, 'GH_WATCH')).toBeLessThan(dueMinute(small.plan, 'GH_LISTEN'))
    })
  })

  describe('a slide over twelve houses', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('II')
      expect(demanded(large.plan, 'SEARCH_USAR')).toBe(3)
      expect(demanded(large.plan, 'TROOP')).toBe(1)
      expect(large.plan.handlingPlan.evacuation.shortfalls.some((row) => row.fromId === 'reported')).toBe(true)
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
        entry.capabilities.some((each) => each.capability === 'GEO_RESCUE'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'GEO_RESCUE')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/两侧高处/, /监测哨/, /两条撤离路线/, /静音/, /断点挂牌/, /失联名单/, /堵塞成湖/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/正下方/, /大型机械/, /无监测哨/, /地质检查/, /沿沟道/]) expect(texts).toMatch(wanted)
  })
})
