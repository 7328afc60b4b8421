import { describe, expect, it } from 'vitest'
import type { FactValue } from '#shared/domain/incident.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import {
  aSituation,
  aSituationDataset,
  anArea,
  anIncident,
  factsOf,
  gradingOf,
} from '#test/builders/situation-builders.ts'
import type { Grading } from '#shared/planner/problem.ts'
import { grade } from '#shared/planner/stages/grade.ts'

type Facts = Readonly<Record<string, FactValue>>

function levelOf(type: IncidentType, facts: Facts, given: Readonly<Record<string, unknown>> = {}): Grading['level'] {
  return gradingOf(aSituation(anIncident(type, { facts, ...given }))).level
}

describe('grade: production-safety accidents (State Council decree 493 art. 3)', () => {
  it.each([
    [2, 9, 9_900_000, 'IV'],
    [3, 0, 0, 'III'],
    [0, 10, 0, 'III'],
    [9, 49, 49_900_000, 'III'],
    [10, 0, 0, 'II'],
    [0, 50, 0, 'II'],
    [0, 0, 50_000_000, 'II'],
    [30, 0, 0, 'I'],
    [0, 100, 0, 'I'],
    [0, 0, 100_000_000, 'I'],
    [1, 0, 0, 'IV'],
    [0, 0, 0, null],
  ])('%i dead, %i seriously hurt, loss %i is level %s', (deaths, seriousInjuries, lossCny, level) => {
    expect(levelOf('fire_building', { deaths, seriousInjuries, lossCny }).value).toBe(level)
    expect(levelOf('hazmat_road', { deaths, seriousInjuries, lossCny }).value).toBe(level)
  })

  it('counts acute poisoning as serious injury', () => {
    expect(levelOf('hazmat_fixed', { poisoned: 10 }).value).toBe('III')
    expect(levelOf('hazmat_fixed', { seriousInjuries: 6, poisoned: 4 }).value).toBe('III')
  })

  it('gives no level when nothing is known, and when people are trapped but nobody is hurt', () => {
    expect(levelOf('fire_highrise', {}).value).toBeNull()
    expect(levelOf('fire_highrise', { trapped: 12 }).value).toBeNull()
  })

  it('names rule, fact, value, level and source of each criterion, the gravest first', () => {
    const { criteria } = levelOf('tunnel', { deaths: 4, seriousInjuries: 2 })
    expect(criteria.map((entry) => [entry.rule, entry.fact, entry.value, entry.level])).toEqual([
      ['accident.deaths.III', 'deaths', 4, 'III'],
      ['accident.seriousInjuries.IV', 'seriousInjuries', 2, 'IV'],
    ])
    expect(criteria[0]?.source).toContain('493')
    expect(criteria[0]?.text).toBe('死亡 4 人，达到Ⅲ级（生产安全事故等级）')
  })

  it('takes the level from the low end of a range and says how grave it may be', () => {
    const level = levelOf('tunnel', { deaths: { min: 2, max: 12 } })
    expect(level).toMatchObject({ value: 'IV', range: { min: 'IV', max: 'II' }, decidedBy: 'accident.deaths.IV' })
    expect(levelOf('tunnel', { deaths: { min: 3 } }).range).toEqual({ min: 'III', max: 'I' })
    expect(levelOf('tunnel', { deaths: { max: 3 } })).toMatchObject({ value: null, decidedBy: 'no-criterion' })
    expect(levelOf('tunnel', { deaths: 3 }).range).toBeUndefined()
  })
})

describe('grade: other scales', () => {
  const cixi = aSituationDataset({
    head: {
      schema: 'dataset/1',
      id: 'cixi',
      name: '慈溪',
      region: '慈溪市',
      asOf: '2026-01-01',
      isDemo: true,
      sources: [],
    },
  })

  it.each<[IncidentType, Facts, string | null]>([
    ['earthquake', { magnitude: 5.5 }, 'II'],
    ['earthquake', { magnitude: 6 }, 'I'],
    ['earthquake', { magnitude: 4.9, deaths: 5 }, 'III'],
    ['earthquake', { magnitude: 5.5, deaths: 5 }, 'II'],
    ['earthquake', { magnitude: 3.9, deaths: 60, missing: 0 }, 'II'],
    ['earthquake', { deaths: 30, missing: 20 }, 'II'],
    ['forest_fire', { burntAreaHa: 3 }, 'III'],
    ['forest_fire', { burntAreaHa: 0.5 }, 'IV'],
    ['forest_fire', { burntAreaHa: 300, damagedForestHa: 90 }, 'III'],
    ['forest_fire', { damagedForestHa: 1000 }, 'I'],
    ['forest_fire', { damagedForestHa: 2, uncontrolledHours: 73 }, 'II'],
    ['geo_hazard', { peopleToMove: 587 }, 'II'],
    ['geo_hazard', { peopleToMove: 99 }, 'IV'],
    ['geo_hazard', { deaths: 3 }, 'III'],
    ['environment', { peopleToMove: 10_000 }, 'II'],
    ['environment', { lossCny: 5_000_000 }, 'III'],
    ['port', { shipTonnage: 60_000 }, 'I'],
    ['port', { shipTonnage: 60_000, deaths: 0, injured: 0, trapped: 0, missing: 0, peopleAtRisk: 0 }, null],
    ['maritime', { oilSpillT: 500 }, 'II'],
    ['typhoon', { peopleToMove: 3148, affected: 50_000 }, null],
    ['flood', { deaths: 10 }, 'II'],
    ['gas_supply', { householdsOut: 50_000, outageHours: 48 }, 'I'],
    ['gas_supply', { householdsOut: 50_000, outageHours: 30 }, 'II'],
    ['gas_supply', { householdsOut: 50_000 }, null],
    ['hazmat_road', { peopleAtRisk: 30 }, 'I'],
    ['hazmat_road', { lossCny: 6_000_000, oilSpillT: 2 }, 'III'],
    ['power_outage', { gridLoadMw: 1900, usersOutShare: 0.72 }, 'II'],
    ['power_outage', { gridLoadMw: 500, usersOutShare: 0.72 }, 'III'],
    ['power_outage', { usersOutShare: 0.35 }, 'IV'],
  ])('%s %j is level %s in Beilun', (type, facts, level) => {
    expect(levelOf(type, facts).value).toBe(level)
  })

  it('grades a power outage in Cixi by the scale of a county-level city', () => {
    const grading = gradingOf(
      aSituation(anIncident('power_outage', { facts: { gridLoadMw: 1900, usersOutShare: 0.72 } }), { dataset: cixi }),
    )
    expect(grading.level.value).toBe('III')
  })

  it('says that a forest fire graded on burnt area is "at least"', () => {
    expect(levelOf('forest_fire', { burntAreaHa: 3 }).criteria[0]?.text).toContain('至少')
  })
})

describe('grade: flags, offers, response and alarm', () => {
  it('raises the major-jeopardy flag beside the level', () => {
    expect(gradingOf(aSituation(anIncident('fire_highrise', { facts: { trapped: 12 } })))).toMatchObject({
      majorJeopardy: true,
      level: { value: null },
    })
    expect(gradingOf(aSituation(anIncident('hazmat_road', { facts: { trapped: 1 } }))).majorJeopardy).toBe(false)
    expect(gradingOf(aSituation(anIncident('typhoon', { facts: { peopleToMove: 3148 } }))).majorJeopardy).toBe(false)
  })

  it('offers a higher level at night, on a holiday, in a high-rise and near a border, and raises nothing itself', () => {
    const dataset = aSituationDataset({
      areas: [anArea({ code: '330211', name: '镇海区', level: 'neighbour', box: [121.6, 29.88, 121.89, 30] })],
    })
    const incident = anIncident('fire_highrise', { occurredAt: '2026-10-01T23:50:00+08:00', facts: { deaths: 1 } })
    const { level } = gradingOf(aSituation(incident, { dataset }))
    expect(level.value).toBe('IV')
    expect(level.upgradeOffers.map((offer) => offer.facts['rule'] ?? offer.code)).toEqual([
      'offer-high-rise',
      'offer-night',
      'upgrade-holiday',
      'upgrade-border',
    ])
  })

  it.each([
    ['blue', 'IV'],
    ['yellow', 'III'],
    ['orange', 'II'],
    ['red', 'I'],
  ])('sets the typhoon response by the %s signal to %s', (signal, response) => {
    expect(gradingOf(aSituation(anIncident('typhoon', { weather: { signal } }))).response.value).toBe(response)
  })

  it.each([
    [49, null, []],
    [50, null, ['rain-orange']],
    [99, null, ['rain-orange']],
    [100, null, ['rain-red']],
    [100, 'orange', ['rain-red']],
    [100, 'red', []],
    [50, 'red', []],
    [null, null, []],
  ])('with %s mm of rain in 3 h under signal %s names the standards met: %j', (rain3hMm, signal, rules) => {
    const weather = signal === null ? {} : { signal }
    const { response } = gradingOf(aSituation(anIncident('flood', { facts: { rain3hMm }, weather })))
    const met = response.basis.filter(({ code }) => code === 'response-signal-standard')
    expect(met.map(({ facts }) => facts['rule'])).toEqual(rules)
    expect(response.value).toBe(signal === 'red' ? 'I' : signal === 'orange' ? 'II' : 'IV')
  })

  it('takes the response that an officer set, and warns when it is below the computed one, never above', () => {
    const problem = aSituation(anIncident('typhoon', { weather: { signal: 'orange' } }))
    const set = (value: 'I' | 'II' | 'III'): ReturnType<typeof grade> => {
      const officerResponse = { value, by: '吕伟', at: '2026-08-25T02:00:00+08:00', reason: '区领导要求' }
      const given = { ...problem, officerResponse }
      return grade(given, { facts: factsOf(given) })
    }
    const codes = (value: 'I' | 'II' | 'III'): string[] => set(value).findings.map(({ code }) => code)
    expect(set('III').value.response.value).toBe('III')
    expect(set('III').value.response.basis[0]?.text).toBe(
      '吕伟 08-25 02:00将响应定为Ⅲ级（系统判定Ⅱ级）：区领导要求；三案按Ⅲ级编制',
    )
    expect(codes('III')).toContain('response-below-computed')
    expect(codes('II')).not.toContain('response-below-computed')
    expect(codes('I')).not.toContain('response-below-computed')
  })

  it('starts the response at IV without a level and offers more for a large release', () => {
    const { response } = gradingOf(aSituation(anIncident('hazmat_road', { hazmat: { un: '1005', spill: 'large' } })))
    expect(response.value).toBe('IV')
    expect(response.basis.map((reason) => reason.code)).toEqual(['response-danger-only', 'response-offer'])
  })

  it('never lets the response fall below the event level', () => {
    expect(
      gradingOf(aSituation(anIncident('flood', { facts: { deaths: 10 }, weather: { signal: 'blue' } }))).response.value,
    ).toBe('II')
    expect(gradingOf(aSituation(anIncident('tunnel', { facts: { deaths: 3 } }))).response.value).toBe('III')
  })

  it.each<[IncidentType, Readonly<Record<string, unknown>>, object | null]>([
    ['fire_highrise', { facts: { trapped: 12 } }, { kind: 'fire', grade: 4 }],
    ['fire_highrise', {}, { kind: 'fire', grade: 3 }],
    ['fire_building', { facts: { injured: 2, trapped: 0 } }, { kind: 'fire', grade: 2 }],
    ['fire_building', { facts: { trapped: { min: 2, max: 30 } } }, { kind: 'fire', grade: 5 }],
    ['fire_building', { facts: { trapped: 0, injured: 0 } }, { kind: 'fire', grade: 1 }],
    [
      'hazmat_road',
      { hazmat: { un: '1005', spill: 'large' }, facts: { trapped: 1, injured: 3 } },
      { kind: 'rescue', grade: 3 },
    ],
    [
      'hazmat_road',
      { hazmat: { un: '1005', spill: 'small' }, facts: { trapped: 0, injured: 0 } },
      { kind: 'rescue', grade: 2 },
    ],
    ['hazmat_fixed', { hazmat: { un: '1075', spill: 'large', onFire: true } }, { kind: 'fire', grade: 4 }],
    ['typhoon', {}, null],
    ['power_outage', {}, null],
  ])('grades the alarm of %s %j', (type, given, alarm) => {
    const found = gradingOf(aSituation(anIncident(type, given))).alarm
    if (alarm === null) expect(found).toBeNull()
    else expect(found).toMatchObject(alarm)
  })
})
