import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHazmatTables, type HazmatTexts } from '#electron/core/planning/read-hazmat-tables.ts'
import { HAZMAT, aSituation, anIncident } from '#test/builders/situation-builders.ts'

const text = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../../resources/hazmat/${name}`), 'utf8')
const TEXTS: HazmatTexts = {
  table1: text('erg2024-table1-isolation.json'),
  table2: text('erg2024-table2-water-reactive.json'),
  table3: text('erg2024-table3-large-spill.json'),
  index: text('erg2024-index.json'),
  core: text('dg-core-zh.csv'),
  hmt: text('hmt-49cfr172.101-2019.csv'),
}

describe('the hazmat handbook', () => {
  const find = (un: string) => HAZMAT.substances.find((substance) => substance.un === un)

  it('joins Chinese names, guide, class and toxicity', () => {
    expect(find('1005')).toMatchObject({ nameZh: '无水氨', guide: '125', toxicByInhalation: true, cas: '7664-41-7' })
    expect(find('1075')).toMatchObject({ guide: '115', toxicByInhalation: false })
    expect(find('1010')).toMatchObject({ guide: '116P' })
    expect(find('1295')).toMatchObject({ waterReactive: true })
  })

  it('knows every number of Table 1 and numbers only the US table lists, each once', () => {
    const numbers = HAZMAT.substances.map((substance) => substance.un)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBeGreaterThan(2300)
    expect(HAZMAT.isolation.every((row) => numbers.includes(row.un))).toBe(true)
    expect(find('0004')).toMatchObject({ classDivision: '1.1D' })
    expect(find('9999')).toBeUndefined()
  })

  it('keeps lost distances null and points the seven gases to Table 3', () => {
    expect(HAZMAT.isolation.find((row) => row.un === '1259')?.largeSpill).toEqual({
      isolationM: 1000,
      dayKm: null,
      nightKm: null,
    })
    expect(HAZMAT.isolation.filter((row) => row.largeSpill === null).map((row) => row.un)).toEqual([
      '1005',
      '1017',
      '1040',
      '1050',
      '1052',
      '1079',
      '2186',
    ])
  })

  it('has a row of first distances for every guide a substance names', () => {
    const { guides } = aSituation(anIncident('hazmat_road')).parameters.zones
    const rows = new Set(guides.flatMap((row) => row.guides))
    const missing = HAZMAT.substances.filter(
      (substance) => substance.guide !== '' && !rows.has(substance.guide.replace(/P$/, '')),
    )
    expect(missing.map((substance) => [substance.un, substance.guide])).toEqual([])
  })

  it.each([
    ['table1', '{"rows": ['],
    ['table3', '{"chemicals": [{}]}'],
    ['core', 'un,name_zh\n1005,氨'],
  ] as const)('refuses a broken %s by naming the file', (key, broken) => {
    expect(() => readHazmatTables({ ...TEXTS, [key]: broken })).toThrow(
      expect.objectContaining({ code: 'file-broken' }),
    )
  })
})
