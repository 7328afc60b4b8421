import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { ReadinessFinding, ReadinessReport } from '#shared/domain/readiness.ts'
import { reportReadiness } from '#shared/planner/readiness/report-readiness.ts'
import { aTeam, aVehicle, BEILUN } from '#test/builders/force-builders.ts'
import { aSituation, aSituationDataset, anIncident } from '#test/builders/situation-builders.ts'
import { shuffleDataset } from '#test/builders/shuffle-dataset.ts'

const TODAY = '2026-07-14'
const { parameters } = aSituation(anIncident('fire_building'))
const { library } = loadReferences(join(import.meta.dirname, '../../../resources'))

function reportOf(tables: Partial<Dataset>, day = TODAY): ReadinessReport {
  return reportReadiness(aSituationDataset(tables), [], parameters, day)
}

function found(tables: Partial<Dataset>, code: string, day = TODAY): ReadinessFinding[] {
  return reportOf(tables, day).findings.filter((finding) => finding.code === code)
}

/** A shipped row as a base; each test states what matters. */
function baseOf<T>(rows: readonly T[]): T {
  const [first] = rows
  if (first === undefined) throw new Error('the shipped table is empty')
  return first
}

const roster = baseOf(BEILUN.rosters)
const lot = {
  ...baseOf(BEILUN.stock),
  lotId: 'lot-1',
  item: '饮用水',
  itemCode: 'LIFE_WATER_L',
  storeId: 's',
  quantity: 9,
}
const store = {
  ...baseOf(BEILUN.stores),
  id: 's',
  name: '霞浦库',
  town: '霞浦街道',
  keeper: '周库管',
  phone: '0574-86000001',
}
const shelter = { ...baseOf(BEILUN.shelters), id: 'h', name: '霞浦避灾点', town: '霞浦街道' }
const person = { ...baseOf(BEILUN.people), id: 'p', name: '王班长', organisation: '区应急局', isExpert: 0 as const }
const centre = (town: string, lng: number, lat: number): Dataset['places'][number] => ({
  ...{ ...baseOf(BEILUN.places), id: `place-${town}`, name: town, kind: 'town', town, lng, lat },
})

describe('rosters', () => {
  it('block without any, and not with one of today', () => {
    expect(found({}, 'roster-missing')).toMatchObject([{ severity: 'block', where: 'rosters', kind: 'roster' }])
    const today = { rosters: [{ ...roster, date: TODAY }] }
    expect(reportOf(today).findings.filter(({ kind }) => kind === 'roster')).toEqual([])
  })

  it('block on the day after the last dated line, with that day', () => {
    const rosters = [{ ...roster, date: TODAY }]
    expect(found({ rosters }, 'roster-stale', '2026-07-15')).toMatchObject([
      { severity: 'block', since: TODAY, text: '值班表只排到 2026-07-14，2026-07-15 无人值班。请导入新的值班表。' },
    ])
  })

  it('by weekday are stale after 90 days of the data set, not on the 90th', () => {
    const rosters = [{ ...roster, date: 'mon' }]
    expect(found({ rosters }, 'roster-stale', '2026-04-01')).toEqual([])
    expect(found({ rosters }, 'roster-stale', '2026-04-02')).toMatchObject([
      { severity: 'warn', facts: { asOf: '2026-01-01', ageDays: 91, limitDays: 90 } },
    ])
  })
})

describe('numbers', () => {
  it('are missed of people on duty, not of those whom nobody calls', () => {
    const people = [{ ...person, phone: ' ' }]
    expect(found({ people, rosters: [{ ...roster, personId: 'p' }] }, 'phone-missing')).toMatchObject([
      { where: 'people.p', facts: { id: 'p', name: '王班长' }, keeper: { name: '区应急局', phone: '' } },
    ])
    expect(found({ people }, 'phone-missing')).toEqual([])
    expect(found({ people: [{ ...person, phone: '', isExpert: 1 as const }] }, 'phone-missing')).toHaveLength(1)
  })

  it('are missed of the person in charge of people to be moved', () => {
    const point = { ...baseOf(BEILUN.populationPoints), id: 'x', list: 'transfer' as const, personInCharge: '李网格' }
    expect(found({ populationPoints: [{ ...point, phone: '' }] }, 'phone-missing')).toMatchObject([
      { where: 'populationPoints.x', keeper: { name: '李网格' } },
    ])
    expect(found({ populationPoints: [{ ...point, phone: '1' }] }, 'phone-missing')).toEqual([])
  })
})

describe('lots', () => {
  it.each([
    ['2026-07-13', 'lot-expired', 'warn', -1],
    ['2026-07-14', 'lot-expiring', 'warn', 0],
    ['2026-08-13', 'lot-expiring', 'warn', 30],
    ['2026-08-14', 'lot-expiring', 'info', 31],
    ['2026-10-12', 'lot-expiring', 'info', 90],
  ])('that expire on %s are %s (%s)', (expiresOn, code, severity, days) => {
    const stock = [{ ...lot, expiresOn }]
    expect(found({ stock, stores: [store] }, code)).toMatchObject([
      {
        ...{ severity, where: 'stock.lot-1', name: '饮用水（霞浦库）' },
        ...{ facts: { expiresOn, days }, keeper: { name: '周库管', phone: '0574-86000001' } },
      },
    ])
  })

  it.each([
    ['2026-07-13', 'lot-return-overdue', 'warn', 1],
    ['2026-08-13', 'lot-return-due', 'warn', 30],
    ['2026-08-14', 'lot-return-due', 'info', 31],
  ])('requisitioned and due back on %s are %s (%s)', (returnBy, code, severity, days) => {
    const borrowed = { ...lot, ownership: 'requisitioned' as const, belongsTo: '振华超市', returnBy, expiresOn: '' }
    expect(found({ stock: [borrowed], stores: [store] }, code)).toMatchObject([
      { severity, facts: { returnBy, days, owner: '振华超市' }, keeper: { name: '周库管' } },
    ])
    expect(found({ stock: [{ ...borrowed, ownership: 'donated' }], stores: [store] }, code)).toEqual([])
    expect(found({ stock: [{ ...borrowed, status: '核销' }], stores: [store] }, code)).toEqual([])
  })

  it('that expire after 90 days, never, or are written off say nothing', () => {
    const stock = [
      { ...lot, expiresOn: '2026-10-13' },
      { ...lot, lotId: 'b', expiresOn: '' },
      { ...lot, lotId: 'c', expiresOn: '2020-01-01', status: '核销' as const },
    ]
    expect(reportOf({ stock, stores: [store] }).findings.filter(({ kind }) => kind === 'lot')).toEqual([])
  })
})

describe('kit of teams', () => {
  const team = aTeam({ id: 'a', name: '一队', phone: '0574-a' })
  const piece = {
    ...{ id: 'k', teamId: 'a', itemCode: '', item: '急救包', quantity: 2, unit: '个', status: '可用' as const },
    ...{ expiresOn: '', checkedOn: '', source: '', isDemo: 1, note: '' },
  }
  it.each([
    ['2026-07-13', '可用', [['kit-expired', 'warn']]],
    ['2026-07-13', '停用', []],
    ['2026-08-13', '可用', [['kit-expiring', 'info']]],
    ['2026-08-14', '可用', []],
    ['', '待检', [['kit-uninspected', 'info']]],
  ] as const)('that is good until “%s” and %s', (expiresOn, status, expected) => {
    const { findings } = reportOf({ teams: [team], teamKit: [{ ...piece, expiresOn, status }] })
    const kit = findings.filter(({ kind }) => kind === 'kit')
    expect(kit.map(({ code, severity }) => [code, severity])).toEqual(expected)
    expect(kit.every(({ name, keeper }) => name === '急救包（一队）' && keeper.phone === '0574-a')).toBe(true)
  })
})

describe('shelters', () => {
  it('that are kept as unusable are told with the places lost, others are not', () => {
    const kept = (['unusable', 'closed', ''] as const).map((state) => ({ ...shelter, id: `s-${state}`, state }))
    expect(found({ shelters: kept }, 'shelter-unusable')).toMatchObject([
      { severity: 'warn', where: 'shelters.s-unusable', facts: { capacity: shelter.capacity } },
    ])
  })

  const goods = ['LIFE_WATER_L', 'LIFE_FOOD_KG', 'LIFE_QUILT'].map((itemCode, index) => ({
    ...{ ...lot, lotId: `g${index}`, itemCode, item: itemCode, expiresOn: '2030-01-01', status: '在库' as const },
  }))
  const tables = { shelters: [shelter], stores: [store], teams: [aTeam({ id: 'a', tier: 'street' })] }

  it('are without stock when their street holds none that is good today, and name the goods', () => {
    const stock = goods.map((one) => (one.itemCode === 'LIFE_QUILT' ? one : { ...one, expiresOn: '2026-07-13' }))
    expect(found({ ...tables, stock }, 'shelters-without-stock')).toMatchObject([
      {
        facts: { town: '霞浦街道', count: 1, items: ['LIFE_WATER_L', 'LIFE_FOOD_KG'] },
        keeper: { name: '周库管', phone: '0574-86000001' },
      },
    ])
  })

  it('are not when everything is there', () => {
    expect(found({ ...tables, stock: goods }, 'shelters-without-stock')).toEqual([])
  })
})

describe('teams and vehicles', () => {
  it('vehicles off the road are named with their team, ready ones are not', () => {
    const teams = [aTeam({ id: 'a', name: '霞浦站', phone: '119' })]
    const vehicles = [aVehicle({ id: 'v', teamId: 'a', status: 'repair' }), aVehicle({ id: 'w', teamId: 'a' })]
    expect(found({ teams, vehicles }, 'vehicle-off-road')).toMatchObject([
      {
        where: 'vehicles.v',
        text: expect.stringContaining('在修') as unknown,
        keeper: { name: '霞浦站', phone: '119' },
      },
    ])
  })

  it('a capability of one own team, of others alone and of nobody are three things', () => {
    const has = { capabilities: [{ capability: 'DIVE' as const, quantity: 1 }] }
    const codes = (teams: Dataset['teams']): string[] =>
      reportOf({ teams }).findings.flatMap(({ code, facts }) => (facts['capability'] === 'DIVE' ? [code] : []))
    expect(codes([])).toEqual(['capability-missing'])
    expect(codes([aTeam({ id: 'n', tier: 'neighbour', ...has })])).toEqual(['capability-outside'])
    expect(codes([aTeam({ id: 'a', ...has }), aTeam({ id: 'n', tier: 'city', ...has })])).toEqual(['capability-single'])
    expect(codes([aTeam({ id: 'a', ...has }), aTeam({ id: 'b', ...has })])).toEqual([])
  })
})

describe('plans', () => {
  const [plan] = library.plans
  const codes = (reviewBy: string): string[] => {
    if (plan === undefined) throw new Error('no shipped plan')
    const plans = [{ ...plan, scope: { ...plan.scope, regions: [] }, review: { ...plan.review, reviewBy } }]
    const { findings } = reportReadiness(aSituationDataset(), plans, parameters, TODAY)
    return findings.flatMap(({ kind, code, severity }) => (kind === 'planReview' ? [`${code} ${severity}`] : []))
  }

  it('are past review, near it, or neither', () => {
    expect(codes('2026-07-13')).toEqual(['plan-review-passed warn'])
    expect(codes('2026-10-12')).toEqual(['plan-review-due info'])
    expect(codes('2026-10-13')).toEqual([])
  })
})

describe('cover of the streets', () => {
  const at = { lng: 121.88, lat: 29.89 }
  const places = [centre('霞浦街道', at.lng, at.lat)]
  const station = aTeam({ id: 'a', name: '霞浦站', tier: 'street', ...at, turnoutS: 60 })
  const engine = aVehicle({ id: 'v', teamId: 'a' })
  const codes = (tables: Partial<Dataset>): string[] =>
    reportOf(tables).findings.flatMap(({ code, where }) =>
      where === 'areas.霞浦街道' && code.startsWith('street') ? [code] : [],
    )

  it('holds with a station in the centre: out after call handling and turnout, 135 and 15 minutes met', () => {
    const tables = { places, teams: [station], vehicles: [engine] }
    expect(codes(tables)).toEqual([])
    expect(reportOf(tables).streets).toMatchObject([
      {
        ...{ town: '霞浦街道', isBuiltUp: true, meets135: true, meetsFireCircle: true, approximate: true },
        day: { first: { teamId: 'a', outS: 120, etaS: 120 }, engine: { teamId: 'a', etaS: 120 } },
      },
    ])
  })

  it('fails 135 at a turnout of 121 s and holds at 120 s: out within 3 minutes of the call', () => {
    const with_ = (turnoutS: number): string[] =>
      codes({ places, teams: [{ ...station, turnoutS }], vehicles: [engine] })
    expect(with_(120)).toEqual([])
    expect(with_(121)).toEqual(['street-beyond-135'])
  })

  it('fails the 15-minute circle when the only engine is far, by night before by day', () => {
    const far = { ...station, lng: at.lng + 0.06 }
    const [street] = reportOf({ places, teams: [far], vehicles: [engine] }).streets
    const [dayS = 0, nightS = 0] = [street?.day.engine?.etaS, street?.night.engine?.etaS]
    expect(nightS).toBeGreaterThan(dayS)
    expect(codes({ places, teams: [{ ...far, lng: at.lng + 0.5 }], vehicles: [engine] })).toContain(
      'street-beyond-fire-circle',
    )
  })

  it.each([
    ['is lent out', { awayUntil: TODAY, awayWhere: '象山' }, 'ready'],
    ['has nobody on duty', { onDuty: 0 }, 'ready'],
    ['has its engine in the workshop', {}, 'repair'],
  ])('counts no engine of a station that %s', (_, team, status) => {
    const tables = { places, teams: [{ ...station, ...team }], vehicles: [{ ...engine, status }] }
    expect(found(tables, 'street-unreached')).toMatchObject([{ severity: 'block', where: 'areas.霞浦街道' }])
  })

  it('is not claimed for a street without a centre, and 135 not for one outside the list', () => {
    const teams = [station, aTeam({ id: 'b', tier: 'street', town: '白峰街道' })]
    expect(codes({ teams, vehicles: [engine] })).toEqual(['street-no-centre'])
    const areas = aSituationDataset().areas.map((area) =>
      area.name === '霞浦街道' ? { ...area, name: '白峰街道' } : area,
    )
    const tables = { areas, teams, vehicles: [engine], places: [centre('白峰街道', at.lng, at.lat)] }
    expect(reportOf(tables).streets).toMatchObject([{ town: '白峰街道', meets135: null, meetsFireCircle: true }])
    expect(found(tables, 'built-up-unlisted')).toMatchObject([{ severity: 'info' }])
  })
})

describe('the report', () => {
  it('is the same for any order of rows and reads as ready only when nothing is more than a note', () => {
    const report = reportReadiness(BEILUN, library.plans, parameters, TODAY)
    expect(reportReadiness(shuffleDataset(BEILUN, 7), library.plans, parameters, TODAY)).toEqual(report)
    expect(report.ready).toBe(false)
    expect(report.streets.filter(({ meetsFireCircle }) => meetsFireCircle === false).map(({ town }) => town)).toEqual([
      '梅山街道',
      '郭巨街道',
    ])
  })
})
