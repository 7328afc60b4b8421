import { describe, expect, it } from 'vitest'
import { parseInstant } from '#shared/kernel/instant.ts'
import { readFigures } from '../../../renderer/features/intake/read-figures.ts'

const NOW_S = parseInstant('2026-07-14T10:45:00+08:00')?.epochS ?? 0
const FACTS = ['deaths', 'trapped', 'usersOutShare'] as const

describe('a typed report of figures', () => {
  it('holds what was filled in only, a range as a range and a question mark as unknown', () => {
    const figures = { deaths: ' 3+ ', trapped: '?', usersOutShare: '72' }
    expect(readFigures({ figures, source: ' 120 ', asOf: '10:41' }, FACTS, NOW_S)).toEqual({
      ok: true,
      report: {
        figures: [
          { fact: 'deaths', value: { min: 3 } },
          { fact: 'trapped', value: null },
          { fact: 'usersOutShare', value: { value: 0.72 } },
        ],
        source: '120',
        asOf: '2026-07-14T10:41:00+08:00',
      },
    })
  })

  it('is refused at each field: nothing filled in, nobody named, a time to come, a figure that is none', () => {
    const refused = (figures: Readonly<Partial<Record<'deaths', string>>>, source: string, asOf: string): unknown => {
      const read = readFigures({ figures, source, asOf }, FACTS, NOW_S)
      return read.ok ? [] : read.faults.map(({ field, fault }) => `${field}: ${fault}`)
    }
    expect(refused({}, '', '10:41')).toEqual(['figures: empty', 'source: missing'])
    expect(refused({ deaths: '三' }, '120', '10:50')).toEqual(['deaths: fact', 'asOf: future'])
    expect(refused({ deaths: '-1' }, '120', '')).toEqual(['deaths: negative', 'asOf: missing'])
  })
})
