import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anIncident, aSituation, factsOf } from '#test/builders/situation-builders.ts'
import type { EvacuationAssignment, EvacuationPlan } from '#shared/domain/plan/handling-plan.ts'
import { textLength } from '#shared/planner/handling/cut-text.ts'
import { moveClauses, spokenName } from '#shared/planner/handling/move-clauses.ts'

const STAY = '留在屋内'
const GO = '步行离开'

const facts = factsOf(
  aSituation(
    anIncident('hazmat_road', {
      hazmat: { un: '1005', container: 'roadTanker', spill: 'large' },
      weather: { windFromDeg: 45, windSpeedMs: 4 },
    }),
  ),
)

/** A row of a village; those who leave walk `side` degrees from north. */
function aRow(name: string, mode: EvacuationAssignment['mode'], side: number): EvacuationAssignment {
  const east = Math.sin((side * Math.PI) / 180) * 0.01
  const north = Math.cos((side * Math.PI) / 180) * 0.01
  return {
    id: `E-${name}`,
    fromId: name,
    fromName: name,
    people: 100,
    mode,
    shelterId: null,
    shelterName: null,
    means: mode === 'evacuate' ? 'walk' : 'none',
    carrierId: null,
    trips: 0,
    pickUp: null,
    geometry:
      mode === 'evacuate'
        ? {
            type: 'LineString',
            coordinates: [
              [121.88, 29.88],
              [121.88 + east, 29.88 + north],
            ],
          }
        : null,
    personInCharge: '张村长',
    phone: '13800000001',
    specialNeeds: 0,
    cloudArrivesS: 100,
    walkOutS: 600,
    startBy: '',
    doneBy: '',
    distanceM: null,
    reasons: [],
  }
}

function clausesOf(assignments: EvacuationAssignment[], room = 90): string {
  const evacuation: EvacuationPlan = { population: [], assignments, shortfalls: [], note: '' }
  return moveClauses({ facts, evacuation, namesOf: (row) => [row.fromName], room, short: '按通知行动。' })
}

describe('the orders in the public notice', () => {
  it('tell the village that stays to stay, and nothing else', () => {
    const text = clausesOf([aRow('霞南村', 'shelterInPlace', 0)])
    expect(text).toContain(`霞南村：请${STAY}`)
    expect(text).not.toContain(GO)
  })

  it('give those who walk the direction of their way out', () => {
    const text = clausesOf([aRow('甲村', 'evacuate', 135), aRow('乙村', 'evacuate', 315)])
    expect(text).toMatch(/甲村：[^。]*向东南步行离开/)
    expect(text).toMatch(/乙村：[^。]*向西北步行离开/)
  })

  it('never tell one village two things, name only what the rows say, and keep within the room (property)', () => {
    const row = fc.record({
      name: fc.integer({ min: 0, max: 30 }).map((index) => `村${index}号`),
      stays: fc.boolean(),
      side: fc.constantFrom(135, 315),
    })
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ name }) => name }), (rows) => {
        const text = clausesOf(
          rows.map(({ name, stays, side }) => aRow(name, stays ? 'shelterInPlace' : 'evacuate', side)),
        )
        expect(textLength(text)).toBeLessThanOrEqual(90)
        const clauses = text.split('。')
        for (const { name, stays } of rows) {
          const spoken = clauses.filter((clause) => (clause.split('：')[0] ?? '').split(/、|等/).includes(name))
          expect(spoken.length).toBeLessThanOrEqual(1)
          for (const clause of spoken) expect(clause.includes(stays ? STAY : GO)).toBe(true)
        }
        if (text !== '按通知行动。') {
          expect(text.includes(STAY)).toBe(rows.some(({ stays }) => stays))
          expect(text.includes(GO)).toBe(rows.some(({ stays }) => !stays))
        }
      }),
    )
  })

  it('fall back to one sentence that is true for everybody when the clauses do not fit', () => {
    expect(clausesOf([aRow('甲村', 'evacuate', 135), aRow('乙村', 'shelterInPlace', 0)], 10)).toBe('按通知行动。')
  })

  it('speak names as people do', () => {
    expect(spokenName('霞浦街道霞南村居民')).toBe('霞南村')
    expect(spokenName('九峰山步道游客(演示)')).toBe('九峰山步道游客')
  })
})
