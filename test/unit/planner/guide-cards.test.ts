import { describe, expect, it } from 'vitest'
import { loadHandbook } from '#electron/core/planning/load-handbook.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { guideCardOf } from '#shared/planner/hazmat/guide-card.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const { cards, entries } = loadHandbook(RESOURCES, loadReferences(RESOURCES).hazmat)
const cardOf = (id: string) => {
  const entry = entries.find((candidate) => candidate.id === id)
  if (entry === undefined) throw new Error(`no entry ${id}`)
  return guideCardOf(cards, entry.substance)
}
const linesOf = (id: string, key: string): string[] =>
  cardOf(id)
    .sections.filter((section) => section.key === key)
    .flatMap((section) => section.lines.map((line) => line.id))

describe('the cards of the hazmat handbook', () => {
  it('join the Chinese list, the ERG index, Tables 1, 2, 3 and every row of the US table', () => {
    const listed = (source: string): number =>
      entries.filter((entry) => entry.listedIn.some((in_) => in_ === source)).length
    expect(listed('core')).toBe(184)
    expect(listed('table1')).toBe(new Set(loadReferences(RESOURCES).hazmat.isolation.map((row) => row.un)).size)
    expect(listed('table2')).toBe(88)
    expect(listed('table3')).toBe(7)
    expect(entries.filter((entry) => entry.id.startsWith('us-'))).toHaveLength(253)
    expect(entries.filter((entry) => entry.id.startsWith('NA'))).toHaveLength(36)
    expect(entries.find((entry) => entry.id === '9191')).toMatchObject({
      substance: { classDivision: '5.1', guide: '143' },
      listedIn: ['index', 'table1', 'table2', 'us'],
    })
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
  })

  it('have a card of their own for every guide of the Chinese list and of Table 1', () => {
    const wanted = entries.filter(({ listedIn }) => listedIn.includes('core') || listedIn.includes('table1'))
    const general = wanted.filter(({ substance }) => guideCardOf(cards, substance).general)
    expect(general.map((entry) => [entry.id, entry.substance.guide])).toEqual([])
  })

  it('give every entry a card with hazards, protection, orders and bans', () => {
    for (const { id } of entries) {
      for (const key of ['hazards', 'protection', 'do', 'doNot', 'spill']) {
        expect(linesOf(id, key).length, `${id} ${key}`).toBeGreaterThan(0)
      }
    }
  })

  it('mark every line with evidence and source', () => {
    for (const { id } of entries) {
      for (const { lines } of cardOf(id).sections) {
        for (const line of lines) {
          expect(['found', 'design', 'unverified']).toContain(line.evidence)
          expect(line.source).not.toBe('')
        }
      }
    }
  })

  it('put a guide without a card together from its class, and say so', () => {
    const other = entries.find(({ substance }) => substance.guide === '113')
    expect(other === undefined ? null : cardOf(other.id)).toMatchObject({ general: true })
    expect(cardOf('0004')).toMatchObject({ general: true, name: '第 1 类 爆炸品' })
    expect(cardOf('1005')).toMatchObject({ general: false })
  })

  it('never advise water or foam where water must not go', () => {
    const water = [
      'spray-cloud',
      'dilute',
      'flood-water',
      'alcohol-foam',
      'plain-foam',
      'foam-cover',
      'water-lots-battery',
    ]
    for (const { id, substance } of entries) {
      const spill = [...linesOf(id, 'spill'), ...linesOf(id, 'fire')]
      if (!linesOf(id, 'doNot').includes('no-reactive-water')) continue
      if (substance.waterReactive && !['135', '136', '137', '138', '139', '144'].includes(substance.guide)) continue
      expect(
        spill.filter((line) => water.includes(line)),
        id,
      ).toEqual([])
    }
  })

  it('tell a burning gas leak to be left burning, and LNG to be kept from water', () => {
    expect(linesOf('1075', 'doNot')).toContain('leak-fire-stay')
    expect(linesOf('1972', 'fire')).toContain('lng-no-water')
    expect(linesOf('1017', 'do')).toContain('two-lines')
    expect(linesOf('1295', 'doNot')).toContain('no-reactive-water')
  })
})
