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

const PLACE = { lng: 121.853, lat: 29.927, address: '北仑港区集装箱堆场' }

/** One container smoking. */
const SMALL: Scenario = {
  type: 'port',
  at: '2026-04-18T09:00:00+08:00',
  place: PLACE,
  facts: { trapped: 0, injured: 0, deaths: 0, shipTonnage: 0 },
  weather: { windFromDeg: 320, windSpeedMs: 4 },
}

/** Dangerous goods alight beside a ship. */
const LARGE: Scenario = {
  type: 'port',
  at: '2026-04-18T15:00:00+08:00',
  place: PLACE,
  facts: { trapped: 5, injured: 20, deaths: 3, shipTonnage: 60000, oilSpillT: 150, peopleToMove: 400 },
  weather: { windFromDeg: 320, windSpeedMs: 4 },
  hazmat: { un: '1203', container: 'ship', quantityT: 300, spill: 'large', onFire: true, phase: 'liquid' },
}

/** Night, nothing known but the place. */
const UNKNOWN: Scenario = { type: 'port', at: '2026-12-18T23:30:00+08:00', place: PLACE }

/** Port: manifest before water, upwind attack, ships and neighbours moved by those who command them. */
describe('plans for port', () => {
  const small = planScenario(SMALL)
  const large = planScenario(LARGE)
  const awkward = planScenario(withoutBestTeam(UNKNOWN, 'FIRE_OIL'))

  describe('one container smoking', () => {
    itIsSound(small)

    it('asks for what this case needs', () => {
      expect(small.plan.zones.some((zone) => zone.kind === 'cordon' && zone.radiusM === 200)).toBe(true)
      expect(demanded(small.plan, 'WATER_SUPPLY')).toBe(3)
      expect(demanded(small.plan, 'HAZ_DECON')).toBe(0)
    })
  })

  describe('dangerous goods alight beside a ship', () => {
    itIsSound(large)

    it('asks for what this case needs', () => {
      expect(large.plan.incident.level.value).toBe('I')
      expect(large.plan.incident.alarm?.grade).toBe(4)
      expect(demanded(large.plan, 'EVAC_BUS')).toBe(5)
      expect(demanded(large.plan, 'HAZ_DECON')).toBe(1)
      expect(supplied(large.plan, 'BOOM_M')).toBe(1500)
    })
  })

  describe('night, facts unknown, the best team gone', () => {
    itIsSound(awkward)

    it('asks for what this case needs', () => {
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
        entry.capabilities.some((each) => each.capability === 'FIRE_OIL'),
      )
      const missing = awkward.plan.forcePlan.shortfalls.some((entry) => entry.capability === 'FIRE_OIL')
      expect(filled || missing).toBe(true)
    })
  })

  it.each([small, large, awkward])('orders what this type calls for', ({ plan }) => {
    const texts = actionTexts(plan)
    for (const wanted of [/停装卸/, /舱单/, /船员.*撤/, /侧上风/, /移泊/, /封堵雨排/, /邻箱隔离/])
      expect(texts).toMatch(wanted)
  })

  it.each([small, large, awkward])('says what must not be done', ({ plan }) => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/擅自开启/, /强行离泊/, /遇水反应/, /失稳/, /海事和港口调度/]) expect(texts).toMatch(wanted)
  })
})
