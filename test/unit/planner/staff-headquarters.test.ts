import { describe, expect, it } from 'vitest'
import { aFullRoster, aPerson, aPoint, aTeam, LIBRARY } from '#test/builders/care-builders.ts'
import {
  anIncident,
  aSituation,
  aSituationDataset,
  factsOf,
  gradingOf,
  matchedOf,
} from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { cutText, textLength } from '#shared/planner/handling/cut-text.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { planReports } from '#shared/planner/stages/plan-reports.ts'
import { prepareFirstOrders } from '#shared/planner/stages/prepare-first-orders.ts'
import { selectExperts } from '#shared/planner/stages/select-experts.ts'
import { staffHeadquarters } from '#shared/planner/stages/staff-headquarters.ts'

const TANKER = {
  hazmat: { un: '1005', container: 'roadTanker', spill: 'large' },
  weather: { windFromDeg: 45, windSpeedMs: 4 },
  location: { lng: 121.885, lat: 29.88, address: 'S20 穿好高速霞浦至柴桥段往东两公里匝道口' },
}

function problemOf(incident: Incident, dataset: Partial<Dataset> = {}): PlanningProblem {
  return aSituation(incident, { dataset: aSituationDataset({ ...aFullRoster(), ...dataset }), library: LIBRARY })
}

const staff = (problem: PlanningProblem): ReturnType<typeof staffHeadquarters> =>
  staffHeadquarters(problem, { facts: factsOf(problem), contingencyPlans: matchedOf(problem) })

describe('the two headquarters', () => {
  it('are led and staffed from the shift that is on, group heads at the scene and deputies in the rear', () => {
    const { value, findings } = staff(problemOf(anIncident('hazmat_road', TANKER)))
    expect(value.administrative.commander).toMatchObject({
      personId: 'd-ADMIN_COMMANDER',
      onDuty: true,
      deputy: { personId: 'd-ADMIN_DEPUTY' },
    })
    expect(value.tactical.workGroups.find((group) => group.code === 'G_MED')?.lead?.personId).toBe('d-G_MED')
    expect(value.administrative.workGroups.find((group) => group.code === 'G_MED')?.lead?.personId).toBe(
      'd-G_MED_DEPUTY',
    )
    expect(findings).toEqual([])
  })

  it('have all fourteen work groups between them', () => {
    const { value } = staff(problemOf(anIncident('flood')))
    const codes = new Set([...value.administrative.workGroups, ...value.tactical.workGroups].map((group) => group.code))
    expect(codes.size).toBe(14)
  })

  it('are still on the night shift of the day before at two in the morning', () => {
    const dated = {
      shift: 'night',
      post: 'ADMIN_COMMANDER',
      organisation: '',
      source: '',
      isDemo: 1,
      note: '',
    } as const
    const roster = aFullRoster()
    const problem = problemOf(anIncident('flood', { occurredAt: '2026-07-15T02:00:00+08:00' }), {
      people: [...roster.people, aPerson({ id: 'tuesday' }), aPerson({ id: 'wednesday' })],
      rosters: [
        ...roster.rosters,
        { ...dated, date: '2026-07-14', personId: 'tuesday' },
        { ...dated, date: '2026-07-15', personId: 'wednesday' },
      ],
    })
    expect(staff(problem).value.administrative.commander?.personId).toBe('tuesday')
  })

  it('fill an empty post with their commander and say so', () => {
    const { value, findings } = staff(problemOf(anIncident('flood'), aFullRoster(['G_ENV'])))
    expect(value.tactical.workGroups.find((group) => group.code === 'G_ENV')?.lead).toMatchObject({
      personId: 'd-TACTICAL_COMMANDER',
      onDuty: false,
    })
    expect(findings.map((finding) => finding.code)).toEqual(['post-empty'])
  })

  it('pass over a person who is not available', () => {
    const problem = problemOf(anIncident('flood', { unavailable: ['person:d-TACTICAL_COMMANDER'] }))
    expect(staff(problem).value.tactical.commander?.personId).toBe('d-TACTICAL_DEPUTY')
  })

  it('block the plan when the roster is empty', () => {
    const { findings } = staff(problemOf(anIncident('flood'), { people: [], rosters: [] }))
    expect(findings.find((finding) => finding.code === 'roster-empty')?.severity).toBe('block')
  })
})

describe('first orders', () => {
  const teams = [
    aTeam({ id: 'far', lng: 121.95 }),
    aTeam({ id: 'near', lng: 121.89 }),
    aTeam({ id: 'volunteers', type: 'SOCIAL', lng: 121.886 }),
  ]
  const orders = (incident: Incident, dataset: Partial<Dataset> = {}): ReturnType<typeof prepareFirstOrders> => {
    const problem = problemOf(incident, { teams, ...dataset })
    const contingencyPlans = matchedOf(problem)
    return prepareFirstOrders(problem, {
      facts: factsOf(problem),
      headquarters: staff(problem).value,
      contingencyPlans,
    })
  }

  it('ring the nearest station, the commanders and the street within five minutes, in at most 40 characters beside the address', () => {
    const { value, findings } = orders(anIncident('hazmat_road', TANKER))
    expect(value[0]).toMatchObject({ id: 'FO_FIRE', call: 'near', phone: '0574-near' })
    expect(value.map((order) => order.id)).toEqual(
      expect.arrayContaining(['FO_TACTICAL', 'FO_ADMIN', 'FO_STREET_INDOORS']),
    )
    const address = cutText(TANKER.location.address, 24)
    for (const order of value) expect(textLength(order.words.replace(address, ''))).toBeLessThanOrEqual(40)
    expect(findings.map((finding) => finding.code)).toContain('first-order-nobody')
  })

  it('say the side to approach from, and that the wind is unknown', () => {
    const fire = (incident: Incident): string => orders(incident).value[0]?.words ?? ''
    expect(fire(anIncident('hazmat_road', TANKER))).toContain('上风方向接近')
    expect(fire(anIncident('hazmat_road', { ...TANKER, weather: {} }))).toContain('风向不明')
    expect(fire(anIncident('forest_fire', { weather: {} }))).not.toContain('高处')
  })

  it('ring the carrier of the tanker by its plate and say when the waybill names another load', () => {
    const trip = {
      id: 'trip',
      plate: '浙B·D1075演',
      carrier: '承运甲',
      un: '1075',
      cargo: '液化石油气',
      quantityT: 22,
      filledBy: '',
      from: '',
      to: '',
      startedAt: '2026-07-14T08:00:00+08:00',
      phone: '0574-7',
      source: 'test',
      isDemo: 1,
      note: '',
    }
    const hazmat = { ...TANKER.hazmat, plate: '浙BD1075演' }
    const { value, findings } = orders(anIncident('hazmat_road', { ...TANKER, hazmat }), { tankerTrips: [trip] })
    expect(value.find((order) => order.id === 'FO_CARRIER')).toMatchObject({ call: '承运单位承运甲', phone: '0574-7' })
    expect(findings.map((finding) => finding.code)).toContain('trip-differs')
  })

  it('ring every street with people on the transfer list, each with its own number', () => {
    const populationPoints = [
      aPoint({ id: 'a', town: '柴桥街道', list: 'transfer', hazard: 'flash_flood', people: 30 }),
      aPoint({ id: 'b', town: '霞浦街道', list: 'transfer', hazard: 'geo_hazard', people: 12 }),
    ]
    const { value } = orders(anIncident('typhoon', {}), { populationPoints })
    const streets = value.filter((order) => order.id.startsWith('FO_STREET')).map((order) => order.words)
    expect(
      streets.filter((words) => /柴桥街道：立即按名单转移30人|霞浦街道：立即按名单转移12人/.test(words)),
    ).toHaveLength(streets.length)
    expect(streets.length).toBeGreaterThan(0)
  })

  it('ask a station that is already rolling for its position instead of sending it again', () => {
    const { value } = orders(anIncident('hazmat_road', { ...TANKER, responding: [{ teamId: 'near' }] }))
    expect(value[0]?.words).toContain('已出动')
  })
})

describe('reports', () => {
  const dueOf = (incident: Incident): string[] => {
    const problem = problemOf(incident)
    return planReports(problem, { facts: factsOf(problem), grading: gradingOf(problem) }).value.map(
      (report) => `${report.kind} ${report.dueAt.slice(5, 16)}`,
    )
  }

  it('start at the call: 15 and 30 minutes, 1 and 2 hours, a day, and the end of the counting period', () => {
    const incident = anIncident('hazmat_road', { ...TANKER, receivedAt: '2026-07-14T10:00:00+08:00' })
    expect(dueOf(incident)).toEqual([
      'initial 07-14T10:15',
      'initial 07-14T10:30',
      'initial 07-14T11:00',
      'initial 07-14T12:00',
      'followUp 07-15T10:00',
      'final 08-13T10:00',
    ])
  })

  it('go to the province within four hours and twice a day from level II', () => {
    const incident = anIncident('road_traffic', { facts: { deaths: 10 } })
    expect(dueOf(incident)).toEqual(
      expect.arrayContaining([
        'initial 07-14T14:20',
        'followUp 07-14T22:20',
        'followUp 07-15T10:20',
        'final 07-21T10:20',
      ]),
    )
  })
})

describe('experts', () => {
  const expert = (id: string, field: string, given: object = {}): ReturnType<typeof aPerson> =>
    aPerson({ id, isExpert: 1, specialties: [field], hazards: ['hazmat_road'], lng: 121.9, lat: 29.88, ...given })

  it('are the nearest of each field the plan asks for, then others; none without a phone or away', () => {
    const people = [
      expert('chem-far', '危险化学品', { lng: 122 }),
      expert('chem-near', '危险化学品'),
      expert('med', '毒理与中毒救治'),
      expert('mute', '气象', { phone: '' }),
      expert('away', '环境监测'),
    ]
    const problem = problemOf(anIncident('hazmat_road', { ...TANKER, unavailable: ['person:away'] }), { people })
    const plans = [{ id: 'plan-hazmat', title: '', kind: 'special', reasons: [] }]
    const { value, findings } = selectExperts(problem, { facts: factsOf(problem), contingencyPlans: plans })
    expect(value.map((entry) => entry.personId)).toEqual(['chem-near', 'med', 'chem-far'])
    expect(findings).toEqual([])
  })

  it('name who else has the field and why not: farther by 10.6 km, no record of the type, away, no telephone', () => {
    const people = [
      expert('near', '危险化学品'),
      expert('far', '危险化学品', { lng: 122.01 }),
      expert('stranger', '危险化学品', { hazards: [] }),
      expert('away', '危险化学品', { lng: 121.95 }),
      expert('mute', '危险化学品', { lng: 121.96, phone: '' }),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => expert(`nearer-${id}`, '结构')),
    ]
    const problem = problemOf(anIncident('hazmat_road', { ...TANKER, unavailable: ['person:away'] }), { people })
    const plans = [{ id: 'plan-hazmat', title: '', kind: 'special', reasons: [] }]
    const { value } = selectExperts(problem, { facts: factsOf(problem), contingencyPlans: plans })
    const row = value.find(({ personId }) => personId === 'near')
    expect(row?.runnersUp?.map(({ id, reasons }) => [id, reasons[0]?.code])).toEqual([
      ['away', 'expert-next-away'],
      ['mute', 'expert-next-phone'],
      ['far', 'expert-next-farther'],
      ['stranger', 'expert-next-untyped'],
    ])
    expect(row?.runnersUp?.[2]?.reasons[0]?.facts).toMatchObject({ moreKm: 10.6, chosen: row?.name })
  })

  it('are said to be few when fewer than three are found', () => {
    const problem = problemOf(anIncident('hazmat_road', TANKER), { people: [expert('one', '危险化学品')] })
    expect(selectExperts(problem, { facts: factsOf(problem), contingencyPlans: [] }).findings[0]?.facts).toMatchObject({
      found: 1,
      wanted: 3,
    })
  })
})
