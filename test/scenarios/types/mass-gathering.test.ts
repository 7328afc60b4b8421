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

const PLACE = { lng: 121.85, lat: 29.898, address: '新碶街道北仑体艺中心' }

/** A push at one gate. */
const SMALL: Scenario = {
  type: 'mass_gathering',
  at: '2026-05-01T15:00:00+08:00',
  place: PLACE,
  facts: { affected: 800, injured: 2, trapped: 0, deaths: 0 },
}

/** A crush at a concert. */
const LARGE: Scenario = {
  type: 'mass_gathering',
  at: '2026-10-02T20:30:00+08:00',
  place: PLACE,
  facts: { affected: 12000, injured: 45, deaths: 6, trapped: 20 },
  weather: { windFromDeg: 20, windSpeedMs: 3 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'mass_gathering', at: '2026-12-31T23:50:00+08:00', place: PLACE }

/** A crush: stop the inflow, open every exit, relieve from the edge; neighbours stay at home. */
describe('plans for mass_gathering', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'POLICE'))

  describe('a push at one gate', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(demanded(small.plan, 'POLICE')).toBe(10)
      expect(small.plan.handlingPlan.evacuation.assignments.map((row) => [row.people, row.shelterId])).toEqual([
        [800, null],
      ])
    })
  })

  describe('a crush at a concert', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('III')
      expect(demanded(large.plan, 'POLICE')).toBe(30)
      expect(demanded(large.plan, 'MED_TRIAGE')).toBe(5)
      expect(large.plan.incident.alarm?.grade).toBe(4)
      expect(demanded(large.plan, 'LIGHT')).toBe(2)
      expect(dueMinute(large.plan, 'MG_STOP')).toBeLessThanOrEqual(5)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
      expect(awkward.plan.handlingPlan.evacuation.shortfalls.length).toBe(1)
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
        entry.capabilities.some((each) => each.capability === 'POLICE'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'POLICE')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/停止入场/, /不断电/, /边缘减压/, /心肺复苏/, /多点检伤/, /公交甩站/, /走失登记/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/逆人流/, /封闭出口/, /恐慌/, /断电断光/, /最近一家医院/]) expect(texts).toMatch(wanted)
  })
})
