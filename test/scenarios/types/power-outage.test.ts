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

const PLACE = { lng: 121.842, lat: 29.905, address: '北仑区新碶、大碶片区' }

/** A substation, part of two streets. */
const SMALL: Scenario = {
  type: 'power_outage',
  at: '2026-05-06T10:00:00+08:00',
  place: PLACE,
  facts: { usersOutShare: 0.15, gridLoadMw: 700, trapped: 1 },
}

/** The whole grid. */
const LARGE: Scenario = {
  type: 'power_outage',
  at: '2026-08-12T13:00:00+08:00',
  place: PLACE,
  facts: { usersOutShare: 0.9, loadShedShare: 0.8, gridLoadMw: 1200, outageHours: 20, trapped: 12 },
  weather: { tempC: 38 },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'power_outage', at: '2026-01-20T22:30:00+08:00', place: PLACE }

/** Power outage: a list of who lasts how long, no scene, generators outdoors. */
describe('plans for power_outage', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'POWER_GEN'))

  describe('a substation, part of two streets', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.incident.level.value).toBeNull()
      expect(demanded(small.plan, 'POWER_GEN')).toBe(4)
    })
  })

  describe('the whole grid', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('II')
      expect(demanded(large.plan, 'POWER_GEN')).toBe(11)
      expect(demanded(large.plan, 'LIFT_RESCUE')).toBe(4)
      expect(supplied(large.plan, 'FUEL_DIESEL_L')).toBe(8000)
      expect(large.plan.zones).toEqual([])
      expect(dueMinute(large.plan, 'PO_LIFE')).toBeLessThan(dueMinute(large.plan, 'PO_GEN'))
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
      expect(awkward.plan.movementPlan.stagingAreas.every((area) => area.kind === 'staging')).toBe(true)
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
        entry.capabilities.some((each) => each.capability === 'POWER_GEN'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'POWER_GEN')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [
      /可撑/,
      /电梯被困/,
      /居家呼吸机/,
      /室外安放/,
      /安全停车/,
      /喇叭|广播车/,
      /冷链/,
      /每4小时补油/,
      /供电公司确认/,
    ])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/室内、地下室/, /短信、网络/, /不得计为已复电/, /单一现场/, /倒送电/])
      expect(texts).toMatch(wanted)
  })
})
