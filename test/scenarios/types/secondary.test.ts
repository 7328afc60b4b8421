import { describe, expect, it } from 'vitest'
import type { Demand } from '#shared/domain/plan/force-plan.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { actionTexts, demanded, planScenario, type Scenario } from './type-plan.ts'

const TOWN = { lng: 121.853, lat: 29.9, address: '新碶街道' }
const HILL = { lng: 121.89, lat: 29.815, address: '九峰山' }

/** A grave incident of each type that may set off others, by day and without strong wind. */
const GRAVE: readonly (Scenario & { readonly prepares: readonly IncidentType[] })[] = [
  {
    type: 'earthquake',
    at: '2026-05-10T10:00:00+08:00',
    place: TOWN,
    facts: { magnitude: 5.8, collapsedBuildings: 40, trapped: 30, injured: 60 },
    prepares: [
      'hazmat_fixed',
      'pipeline',
      'gas_supply',
      'fire_building',
      'geo_hazard',
      'flood',
      'tunnel',
      'power_outage',
    ],
  },
  {
    type: 'typhoon',
    at: '2026-08-10T09:00:00+08:00',
    place: TOWN,
    weather: { signal: 'red', signalKind: 'typhoon' },
    prepares: ['geo_hazard', 'waterlogging', 'power_outage', 'storm_surge'],
  },
  {
    type: 'storm_surge',
    at: '2026-09-12T11:00:00+08:00',
    place: TOWN,
    prepares: ['flood', 'port', 'maritime', 'hazmat_fixed', 'power_outage'],
  },
  {
    type: 'flood',
    at: '2026-07-05T10:00:00+08:00',
    place: TOWN,
    facts: { trapped: 60 },
    prepares: ['geo_hazard', 'waterlogging', 'power_outage', 'water_supply', 'public_health'],
  },
  {
    type: 'fire_industrial',
    at: '2026-05-12T10:00:00+08:00',
    place: TOWN,
    facts: { trapped: 4, fireAreaM2: 3000 },
    prepares: ['hazmat_fixed', 'environment', 'structure_collapse', 'power_outage'],
  },
  {
    type: 'fire_building',
    at: '2026-05-12T10:00:00+08:00',
    place: TOWN,
    facts: { trapped: 4, fireAreaM2: 900 },
    prepares: ['gas_supply', 'structure_collapse', 'power_outage', 'environment'],
  },
  {
    type: 'fire_highrise',
    at: '2026-05-12T10:00:00+08:00',
    place: TOWN,
    facts: { trapped: 4, fireFloor: 12 },
    prepares: ['gas_supply', 'structure_collapse'],
  },
  {
    type: 'forest_fire',
    at: '2026-04-04T10:00:00+08:00',
    place: HILL,
    facts: { burntAreaHa: 60 },
    weather: { windFromDeg: 315, windSpeedMs: 5 },
    prepares: ['power_outage', 'fire_building', 'geo_hazard'],
  },
  {
    type: 'power_outage',
    at: '2026-08-12T13:00:00+08:00',
    place: TOWN,
    facts: { usersOutShare: 0.7, gridLoadMw: 800 },
    prepares: ['water_supply', 'hazmat_fixed', 'public_health', 'road_traffic', 'fire_building', 'mass_gathering'],
  },
]

describe.each(GRAVE)('what a grave $type may set off', ({ prepares, ...scenario }) => {
  const { plan } = planScenario(scenario)
  const rows = plan.forcePlan.demand.filter((row) => row.secondary !== undefined)

  it('is named with checks and orders, and each has forces asked for', () => {
    const named = plan.handlingPlan.secondaries
    expect(named.map((entry) => entry.type)).toEqual(expect.arrayContaining([...prepares]))
    for (const entry of named) {
      expect(entry.checks.length).toBeGreaterThan(0)
      expect(entry.orders.length).toBeGreaterThan(0)
      if (prepares.includes(entry.type)) expect(rows.map((row) => row.secondary)).toContain(entry.type)
    }
  })

  it('says on each such row what it stands by for', () => {
    for (const row of rows) expect(row.basis.map((reason) => reason.code)).toContain('demand-secondary')
    expect(rows.every((row) => row.secondary !== scenario.type)).toBe(true)
  })
})

describe('secondary rows', () => {
  const of = (type: IncidentType): readonly Demand[] =>
    planScenario({ type, at: '2026-05-12T10:00:00+08:00', place: TOWN }).plan.forcePlan.demand

  it('mark nothing where the hazard is the incident itself', () => {
    for (const type of ['geo_hazard', 'gas_supply', 'waterlogging', 'environment'] as const)
      expect(of(type).filter((row) => row.secondary !== undefined)).toEqual([])
  })

  it('leave the plants in a typhoon to their own brigades, by order', () => {
    const { plan } = planScenario({ type: 'typhoon', at: '2026-08-10T09:00:00+08:00', place: TOWN })
    expect(plan.forcePlan.demand.filter((row) => row.secondary === 'hazmat_fixed')).toEqual([])
    expect(actionTexts(plan)).toMatch(/化工企业停车、封堵雨排/)
  })

  it('order the checks of plants, pipelines, reservoirs and fires after an earthquake', () => {
    const { plan } = planScenario({
      type: 'earthquake',
      at: '2026-05-12T10:00:00+08:00',
      place: TOWN,
      facts: { magnitude: 5 },
    })
    for (const wanted of [/危化企业、油气管道逐一自查/, /水库逐库查坝体/, /震后火情单列一组/, /分区停气/])
      expect(actionTexts(plan)).toMatch(wanted)
    expect(demanded(plan, 'HAZ_RECON')).toBe(3)
    expect(demanded(plan, 'FIRE_BLDG')).toBe(4)
  })
})

describe('a helicopter', () => {
  const FIRE: Scenario = {
    type: 'forest_fire',
    at: '2026-04-04T10:00:00+08:00',
    place: HILL,
    facts: { burntAreaHa: 30 },
    weather: { windFromDeg: 315, windSpeedMs: 5 },
  }

  it('is asked for by a row of its own and stands in the plan as a request, not as an order', () => {
    const { plan } = planScenario(FIRE)
    expect(demanded(plan, 'HELI')).toBe(2)
    const [line] = plan.forcePlan.assignments.filter((row) => row.vehicles.some((vehicle) => vehicle.kind === 'HELI'))
    expect(line).toMatchObject({ teamId: 'province-air', authority: 'request', tier: 'province' })
  })

  it('is a gap with the way to ask for it where nobody has one', () => {
    const { plan } = planScenario({ ...FIRE, unavailable: ['team:province-air'] })
    const [gap] = plan.forcePlan.shortfalls.filter((row) => row.vehicleKind === 'HELI')
    expect(gap?.missing).toBe(2)
    expect(gap?.remedies.map((remedy) => remedy.code)).toEqual(['remedy-helicopter', 'remedy-upward'])
  })

  it('is not asked for at night or in strong wind', () => {
    expect(demanded(planScenario({ ...FIRE, at: '2026-04-04T21:00:00+08:00' }).plan, 'HELI')).toBe(0)
    const windy = { ...FIRE, weather: { windFromDeg: 315, windSpeedMs: 14 } }
    expect(demanded(planScenario(windy).plan, 'HELI')).toBe(0)
  })
})

describe('quantities that one county can give', () => {
  const AT = '2026-05-12T10:00:00+08:00'

  it('counts an ambulance for two of the first twenty hurt and for four of the others, who are fetched in turns', () => {
    const ambulances = (injured: number): number =>
      demanded(planScenario({ type: 'road_traffic', at: AT, place: TOWN, facts: { injured } }).plan, 'AMB')
    expect([0, 4, 20, 21, 24, 25, 60].map(ambulances)).toEqual([2, 2, 10, 11, 11, 12, 20])
  })

  it('sends twelve ambulances to a school with 110 sick, not fifty-six', () => {
    const { plan } = planScenario({ type: 'public_health', at: AT, place: TOWN, facts: { injured: 110 } })
    expect(demanded(plan, 'AMB')).toBe(12)
  })

  it('posts more police along a longer cloud, and opens places for those who leave', () => {
    const chlorine: Scenario = {
      type: 'hazmat_fixed',
      at: '2026-11-03T02:10:00+08:00',
      place: { lng: 121.775, lat: 29.945, address: '青峙化工区' },
      hazmat: { un: '1017', spill: 'large', quantityT: 40, container: 'fixedTank' },
      weather: { windFromDeg: 0, windSpeedMs: 2 },
    }
    const { plan } = planScenario(chlorine)
    expect(demanded(plan, 'POLICE')).toBe(20)
    expect(demanded(plan, 'EVAC_BUS')).toBe(10)
    expect(demanded(plan, 'SHELTER')).toBe(6)
  })

  it('asks for buses where people leave a polluted bank', () => {
    const { plan } = planScenario({ type: 'environment', at: AT, place: TOWN, facts: { peopleToMove: 900 } })
    expect(demanded(plan, 'EVAC_BUS')).toBe(5)
  })
})
