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

const PLACE = { lng: 121.84826, lat: 29.91408, address: '新碶街道长江中学' }

/** Six pupils sick after lunch. */
const SMALL: Scenario = {
  type: 'public_health',
  at: '2026-04-15T13:00:00+08:00',
  place: PLACE,
  facts: { poisoned: 6, seriousInjuries: 0, deaths: 0, affected: 40 },
}

/** Two hundred sick, cause unknown. */
const LARGE: Scenario = {
  type: 'public_health',
  at: '2026-04-15T14:00:00+08:00',
  place: PLACE,
  facts: { poisoned: 110, deaths: 1, affected: 900 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'public_health', at: '2026-12-01T23:40:00+08:00', place: PLACE }

/** Public health: the sick first, the cause sealed, nobody sent home unregistered. */
describe('plans for public_health', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'MED_TRIAGE'))

  describe('six pupils sick after lunch', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.incident.level.value).toBe('IV')
      expect(demanded(small.plan, 'MED_TRANSPORT')).toBe(2)
      expect(small.plan.zones).toEqual([])
      expect(dueMinute(small.plan, 'PH_CASE')).toBeLessThan(dueMinute(small.plan, 'PH_DRUGS'))
    })
  })

  describe('two hundred sick, cause unknown', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('I')
      expect(demanded(large.plan, 'MED_TRANSPORT')).toBe(12)
      expect(demanded(large.plan, 'MED_TRIAGE')).toBe(8)
      expect(supplied(large.plan, 'PPE_B')).toBe(180)
      expect(demanded(large.plan, 'SHELTER')).toBe(9)
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
        entry.capabilities.some((each) => each.capability === 'MED_TRIAGE'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'MED_TRIAGE')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/网络直报/, /共同暴露/, /留样/, /负压/, /流调/, /终末消毒/, /零报告/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/混放/, /无防护接触/, /个人信息/, /未核实数字/, /放散在场/]) expect(texts).toMatch(wanted)
  })
})
