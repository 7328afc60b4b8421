import { describe, expect, it } from 'vitest'
import type { FactValue } from '#shared/domain/incident.ts'
import type { LevelReading } from '#shared/domain/plan/level-reading.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { CHINESE_FORMULAS } from '#shared/text/formula-wording.ts'
import { formulaWords } from '#shared/planner/formula/formula-words.ts'
import { aSituation, anIncident, gradingOf } from '#test/builders/situation-builders.ts'

function readingsOf(type: IncidentType, facts: Readonly<Record<string, FactValue>>): readonly LevelReading[] {
  return gradingOf(aSituation(anIncident(type, { facts }))).level.readings ?? []
}

function rowOf(type: IncidentType, facts: Readonly<Record<string, FactValue>>, name: string): LevelReading {
  const row = readingsOf(type, facts).find(({ scaleId, fact }) => `${scaleId}.${fact}` === name)
  if (row === undefined) throw new Error(`no row ${name}`)
  return row
}

describe('the scales as rows for people', () => {
  it('lists every measure of every scale bound to the type, in words, with source and evidence of each bound', () => {
    const readings = readingsOf('fire_highrise', {})
    expect(readings.map(({ scaleId, fact }) => `${scaleId}.${fact}`)).toEqual([
      'accident.deaths',
      'accident.seriousInjuries',
      'accident.lossCny',
      'threat-2006.peopleAtRisk',
      'threat-2006.peopleToMove',
    ])
    expect(readings[2]?.bounds.map(({ level, text, evidence }) => [level, text, evidence])).toEqual([
      ['I', '1亿元以上', 'found'],
      ['II', '5000万元以上', 'found'],
      ['III', '1000万元以上', 'found'],
      ['IV', '1元以上', 'found'],
    ])
    expect(readings[4]?.bounds[1]?.evidence).toBe('unverified')
    expect(readings.every(({ source }) => source.length > 5)).toBe(true)
  })

  it.each([
    ['one below a bound', 2, '2人', 'IV', '再增加1人即达Ⅲ级', ['not', 'not', 'not', 'reached']],
    ['at a bound', 3, '3人', 'III', '再增加7人即达Ⅱ级', ['not', 'not', 'reached', 'reached']],
    ['at the gravest', 30, '30人', 'I', '已达本项最高一级', ['reached', 'reached', 'reached', 'reached']],
    ['none at all', 0, '0人', null, '再增加1人即达Ⅳ级', ['not', 'not', 'not', 'not']],
    ['nothing known', null, '未知', null, '未知：核实后达到1人即为Ⅳ级', ['unknown', 'unknown', 'unknown', 'unknown']],
    [
      'a range',
      { min: 2, max: 12 },
      '2人至12人',
      'IV',
      '按上限可到Ⅱ级：核实此数即可定级',
      ['not', 'mayBe', 'mayBe', 'reached'],
    ],
    [
      'at least',
      { min: 4 },
      '至少4人',
      'III',
      '按上限可到Ⅰ级：核实此数即可定级',
      ['mayBe', 'mayBe', 'reached', 'reached'],
    ],
  ] as const)('%s', (_what, deaths, known, reached, next, states) => {
    const row = rowOf('tunnel', { deaths }, 'accident.deaths')
    expect([row.known, row.reached, row.next]).toEqual([known, reached, next])
    expect(row.bounds.map(({ state }) => state)).toEqual(states)
  })

  it('says which condition is missing where the number alone is not enough', () => {
    const open = rowOf('gas_supply', { householdsOut: 60_000 }, 'utilities.householdsOut')
    expect(open.bounds.map(({ text, state }) => [text, state])).toEqual([
      ['50000户以上（停供时间（小时） ≥ 48）', 'unknown'],
      ['30000户以上（停供时间（小时） ≥ 24）', 'unknown'],
    ])
    expect(open.next).toBe('数值已到Ⅱ级，还须满足：停供时间（小时） ≥ 24')
    const short = rowOf('gas_supply', { householdsOut: 60_000, outageHours: 30 }, 'utilities.householdsOut')
    expect([short.reached, short.next]).toEqual(['II', '数值已到Ⅰ级，还须满足：停供时间（小时） ≥ 48'])
  })

  it('says when a measure is laid by because a better fact is known', () => {
    const row = rowOf('forest_fire', { damagedForestHa: 5, burntAreaHa: 2000 }, 'forest-fire.burntAreaHa')
    expect([row.reached, row.next]).toEqual([null, '本项暂不采用：须受害森林面积（公顷）未知'])
    expect(new Set(row.bounds.map(({ state }) => state))).toEqual(new Set(['not']))
  })

  it('writes conditions without a sign of a formula language', () => {
    expect(formulaWords('known(gridLoadMw) && gridLoadMw >= 600', CHINESE_FORMULAS)).not.toMatch(/known|&&|>=/)
    expect(formulaWords("hazardClass == '7' || onFire == true", CHINESE_FORMULAS)).toBe('危险货物类别 = 7 或 着火 = 是')
  })
})
