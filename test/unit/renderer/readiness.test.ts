import { describe, expect, it } from 'vitest'
import type { ReadinessFinding, ReadinessReport, StreetCover } from '#shared/domain/readiness.ts'
import { measureRoadQuality } from '#shared/planner/roads/measure-road-quality.ts'
import { aSituation, aSituationDataset, anIncident } from '#test/builders/situation-builders.ts'
import { EVERYTHING, isWanted } from '../../../renderer/features/readiness/readiness-filters.tsx'
import { readinessText } from '../../../renderer/features/readiness/readiness-text.ts'
import { shareText } from '../../../renderer/features/readiness/stress/share-bar.tsx'
import { heatTone } from '../../../renderer/features/readiness/stress/stress-map.tsx'
import { verdictOf } from '../../../renderer/features/readiness/street-verdict.ts'

const FINDING: ReadinessFinding = {
  ...{ code: 'lot-expired', severity: 'warn', where: 'stock.a', text: '水过期。请补充。', facts: {}, kind: 'lot' },
  ...{ name: '饮用水', what: '水过期。', remedy: '请补充。', since: '2026-07-13', until: null },
  keeper: { name: '周库管', phone: '13800000000' },
}
const NOBODY = { first: null, engine: null }
const STREET: StreetCover = {
  ...{ town: '郭巨街道', centre: { lng: 122, lat: 29.8 }, isBuiltUp: false, day: NOBODY, night: NOBODY },
  ...{ meets135: null, meetsFireCircle: false, approximate: true },
}
const REPORT: ReadinessReport = {
  dataset: { id: 'beilun', name: '北仑', asOf: '2026-07-01', isDemo: true },
  ...{ asOf: '2026-07-14', roadsSchematic: true, ready: false, findings: [FINDING], streets: [STREET] },
  limits: { turnOutS: 180, actionS: 300, fireCircleS: 900 },
  roadQuality: measureRoadQuality(aSituationDataset(), aSituation(anIncident('flood')).parameters.travel),
}
const keys = (key: string, values?: Readonly<Record<string, string | number>>): string =>
  [key.replace('readiness.', ''), ...Object.values(values ?? {})].join(' ')

describe('the copied list', () => {
  it('says first that the data are a demonstration, then what, whom to call, and the streets as approximate', () => {
    expect(readinessText(REPORT, [FINDING], keys).split('\n')).toEqual([
      'text.head 北仑 2026-07-14',
      'text.demo',
      'shown 1 1',
      '1. [severity.warn] kind.lot　饮用水　水过期。请补充。　text.keeper 周库管 13800000000',
      '',
      'streets.title',
      'streets.approximate',
      'text.street 郭巨街道 streets.notAsked streets.missed streets.nobody — —',
    ])
  })

  it('says neither of real data over measured roads', () => {
    const real = {
      ...REPORT,
      dataset: { ...REPORT.dataset, isDemo: false },
      streets: [{ ...STREET, approximate: false }],
    }
    const words = readinessText(real, [], keys)
    expect(words).not.toContain('text.demo')
    expect(words).not.toContain('streets.approximate')
  })
})

describe('what is wanted', () => {
  it.each([
    [EVERYTHING, true],
    [{ kind: 'lot', severity: null }, true],
    [{ kind: 'phone', severity: null }, false],
    [{ kind: 'lot', severity: 'block' }, false],
    [{ kind: null, severity: 'warn' }, true],
  ] as const)('%o shows an expired lot: %s', (wish, shown) => {
    expect(isWanted(FINDING, wish)).toBe(shown)
  })
})

describe('the verdict on a street', () => {
  it('is never a yes or no where nothing was measured', () => {
    expect(verdictOf({ ...STREET, centre: null }, 'meetsFireCircle')).toBe('notMeasured')
    expect(verdictOf(STREET, 'meets135')).toBe('notAsked')
    expect(verdictOf({ ...STREET, meets135: true }, 'meets135')).toBe('met')
  })
})

describe('a share of a stress run', () => {
  const of = (part: number, all: number): Parameters<typeof heatTone>[0] => ({ part, of: all, low: 0.207, high: 1 })

  it('says nothing of a street below 10 incidents, however many of them were missed', () => {
    expect([of(9, 9), of(2, 10), of(3, 10), of(5, 10)].map(heatTone)).toEqual(['few', 'good', 'middle', 'bad'])
  })

  it('never stands without its n and interval', () => {
    expect(shareText(of(1, 1), keys)).toBe('stress.share 1 1 21 100')
    expect(shareText({ part: 0, of: 0, low: null, high: null }, keys)).toBe('0/0')
  })
})
