import { describe, expect, it } from 'vitest'
import { aBusPark, aFullRoster, aPoint, aShelter, straightTravel } from '#test/builders/care-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { EvacuationPlan } from '#shared/domain/plan/handling-plan.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { destinationOf, distanceToPolygonM } from '#shared/kernel/geo.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'

const SCENE = { lng: 121.885, lat: 29.88 }

function tanker(un: string | null, given: Readonly<Record<string, unknown>> = {}): Incident {
  return anIncident('hazmat_road', {
    hazmat: { un, container: 'roadTanker', quantityT: 25, spill: 'large', onFire: false },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
    ...given,
  })
}

function evacuate(incident: Incident, dataset: Partial<Dataset>): { plan: EvacuationPlan; problem: PlanningProblem } {
  const problem = aSituation(incident, { dataset: aSituationDataset({ ...aFullRoster(), ...dataset }) })
  const facts = factsOf(problem)
  const zones = drawZones(problem, { facts }).value
  return { plan: planEvacuation(problem, { facts, zones, travel: straightTravel() }).value, problem }
}

function at(metres: number, bearing = 225): { lng: number; lat: number } {
  return destinationOf(SCENE, bearing, metres)
}

describe('people inside the zones of a hazmat incident', () => {
  it('leave the isolation circle although the cloud is there first, on foot and cross-wind', () => {
    const { plan } = evacuate(tanker('1005'), {
      populationPoints: [aPoint({ id: 'near', ...at(100) })],
      shelters: [aShelter({ id: 's1' })],
    })
    expect(plan.assignments).toMatchObject([
      { fromId: 'near', mode: 'evacuate', means: 'walk', people: 100, shelterId: 's1', cloudArrivesS: 25 },
    ])
    expect(plan.assignments[0]?.walkOutS).toBeGreaterThan(420)
  })

  it('stay indoors in the square when the cloud comes before the walk out is done, both clocks printed', () => {
    const { plan } = evacuate(tanker('1005'), { populationPoints: [aPoint({ id: 'village', ...at(400) })] })
    expect(plan.assignments).toMatchObject([
      { mode: 'shelterInPlace', means: 'none', cloudArrivesS: 100, shelterId: null },
    ])
    expect(plan.assignments[0]?.reasons.map((reason) => reason.code)).toEqual([
      'hz12-cloud-first',
      'hz12-indoors',
      'clocks-measured',
    ])
  })

  it('go upstairs for chlorine', () => {
    const { plan } = evacuate(tanker('1017'), { populationPoints: [aPoint({ id: 'village', ...at(900) })] })
    expect(plan.assignments[0]?.reasons.map((reason) => reason.code)).toContain('hz12-upstairs')
  })

  it('walk out when there is time before the cloud', () => {
    const { plan } = evacuate(tanker('1017', { weather: { windFromDeg: 45, windSpeedMs: 1.2 } }), {
      populationPoints: [aPoint({ id: 'far', ...destinationOf(at(5000), 135, 2600) })],
    })
    const [row] = plan.assignments
    expect(row?.mode).toBe('evacuate')
    expect(row?.cloudArrivesS ?? 0).toBeGreaterThanOrEqual(row?.walkOutS ?? Infinity)
  })

  it('never stay inside the zone of a flammable gas', () => {
    const { plan } = evacuate(tanker('1075'), {
      populationPoints: [aPoint({ id: 'village', ...at(700) }), aPoint({ id: 'b', ...at(300) })],
    })
    expect(plan.assignments.map((row) => row.mode)).toEqual(['evacuate', 'evacuate'])
  })

  it('are met by buses outside every zone plus 50 m only', () => {
    const { plan, problem } = evacuate(tanker('1075'), {
      populationPoints: [aPoint({ id: 'village', ...at(500) })],
      shelters: [aShelter({ id: 's1' })],
      carriers: [aBusPark({ id: 'bus' })],
    })
    const zones = drawZones(problem, { facts: factsOf(problem) }).value.filter((zone) => zone.kind !== 'cordon')
    const pickUp = plan.assignments[0]?.pickUp ?? SCENE
    expect(plan.assignments[0]).toMatchObject({ means: 'walk', carrierId: 'bus', trips: 3 })
    for (const zone of zones) expect(distanceToPolygonM(pickUp, zone.geometry)).toBeGreaterThanOrEqual(45)
  })

  it('count by night where the night number is known', () => {
    const night = tanker('1005', { occurredAt: '2026-07-14T23:20:00+08:00' })
    const { plan } = evacuate(night, {
      populationPoints: [aPoint({ id: 'village', ...at(400), people: 40, peopleNight: 130 })],
    })
    expect(plan.assignments.reduce((sum, row) => sum + row.people, 0)).toBe(130)
  })

  it('have both clocks also without a known wind, marked as assumed', () => {
    const { plan } = evacuate(tanker('1005', { weather: {} }), {
      populationPoints: [aPoint({ id: 'village', ...at(560) })],
    })
    expect(plan.assignments[0]).toMatchObject({ cloudArrivesS: 200 })
    expect(plan.assignments[0]?.reasons.at(-1)?.code).toBe('clocks-assumed')
  })

  it('are estimated and said when no list names them', () => {
    const { plan } = evacuate(tanker('1017'), {})
    expect(plan.assignments).toEqual([])
    expect(plan.note).toContain('没有登记')
    expect(plan.shortfalls.find((entry) => entry.fromId === 'unlisted')?.people).toBeGreaterThan(1000)
  })
})

describe('the transfer list in a typhoon', () => {
  const typhoon = anIncident('typhoon', {
    occurredAt: '2026-09-15T09:00:00+08:00',
    typhoon: { landfallAt: '2026-09-15T23:00:00+08:00', galeFromAt: '2026-09-15T17:00:00+08:00' },
  })
  const list = [
    aPoint({ id: 'flash', list: 'transfer', hazard: 'flash_flood', people: 90 }),
    aPoint({ id: 'geo', list: 'transfer', hazard: 'geo_hazard', people: 60 }),
    aPoint({ id: 'other', list: 'transfer', hazard: 'unspecified', people: 10 }),
    aPoint({ id: 'resident', list: 'resident', people: 900 }),
  ]

  it('moves everyone on it, also those of no stated cause, and no one else', () => {
    const { plan } = evacuate(typhoon, {
      populationPoints: list,
      shelters: [aShelter({ id: 's' })],
      carriers: [aBusPark({ id: 'bus' })],
    })
    expect(plan.assignments.map((row) => row.fromId).sort()).toEqual(['flash', 'geo', 'other'])
    expect(plan.assignments.reduce((sum, row) => sum + row.people, 0)).toBe(160)
    expect(plan.note).toContain('560平方米')
  })

  it('asks the commander for every run when it blows force 8 already (17.2 m/s), not just below', () => {
    const dataset = { populationPoints: list, shelters: [aShelter({ id: 's' })], carriers: [aBusPark({ id: 'bus' })] }
    const codesAt = (windSpeedMs: number): string[] => {
      const incident = { ...typhoon, weather: { windFromDeg: 60, windSpeedMs } }
      const problem = aSituation(incident, { dataset: aSituationDataset({ ...aFullRoster(), ...dataset }) })
      const given = { facts: factsOf(problem), zones: [], travel: straightTravel() }
      return planEvacuation(problem, given).findings.map(({ code }) => code)
    }
    expect(codesAt(17.2)).toContain('transfer-in-gale')
    expect(codesAt(17.1)).not.toContain('transfer-in-gale')
  })

  it('is in before the gale, the earliest limit, and says so', () => {
    const { plan } = evacuate(typhoon, {
      populationPoints: list,
      shelters: [aShelter({ id: 's' })],
      carriers: [aBusPark({ id: 'bus' })],
    })
    for (const row of plan.assignments)
      expect(Date.parse(row.doneBy)).toBeLessThanOrEqual(Date.parse('2026-09-15T17:00:00+08:00'))
    expect(plan.assignments[0]?.reasons.find((reason) => reason.code === 'transfer-deadline')?.facts).toMatchObject({
      deadline: '17:00',
      cause: '8级大风到来',
    })
  })

  it('uses no shelter that is unfit for the hazard, full, or inside a risk area', () => {
    const riskAreas = [
      { id: 'r', name: '', kind: 'geo_hazard', level: '', people: null, rings: null, point: [121.8, 29.9] },
    ]
    const shelters = [
      aShelter({ id: 'unfit', notFor: ['flood'] }),
      aShelter({ id: 'full', occupied: 500 }),
      aShelter({ id: 'risky', lng: 121.8, lat: 29.9 }),
      aShelter({ id: 'good', lng: 121.95, lat: 29.85 }),
    ]
    const { plan } = evacuate(typhoon, {
      populationPoints: list,
      shelters,
      riskAreas,
      carriers: [aBusPark({ id: 'bus' })],
    })
    expect(new Set(plan.assignments.map((row) => row.shelterId))).toEqual(new Set(['good']))
  })

  it('puts those without room into the shortfalls with remedies, the urgent ones first in', () => {
    const { plan } = evacuate(typhoon, {
      populationPoints: list,
      shelters: [aShelter({ id: 's', capacity: 100 })],
      carriers: [aBusPark({ id: 'bus' })],
    })
    expect(plan.assignments.find((row) => row.fromId === 'flash')?.people).toBe(90)
    expect(plan.shortfalls.reduce((sum, row) => sum + row.people, 0)).toBe(60)
    expect(plan.shortfalls.every((row) => row.remedies.length > 0)).toBe(true)
  })

  it('says who comes too late when the buses do not suffice', () => {
    const late = anIncident('typhoon', {
      occurredAt: '2026-09-15T16:10:00+08:00',
      typhoon: { galeFromAt: '2026-09-15T17:00:00+08:00' },
    })
    const { plan } = evacuate(late, {
      populationPoints: list,
      shelters: [aShelter({ id: 's' })],
      carriers: [aBusPark({ id: 'bus', count: 1 })],
    })
    expect(plan.shortfalls.flatMap((row) => row.reasons).map((reason) => reason.code)).toContain('transfer-late')
  })
})

it('a forest fire moves those downwind cross-wind and leaves those upwind', () => {
  const fire = anIncident('forest_fire', { weather: { windFromDeg: 315, windSpeedMs: 7 }, facts: { burntAreaHa: 3 } })
  const { plan } = evacuate(fire, {
    populationPoints: [
      aPoint({ id: 'hamlet', ...at(1200, 135), people: 140 }),
      aPoint({ id: 'upwind', ...at(1200, 315) }),
      aPoint({ id: 'visitors', ...at(900, 20), list: 'visitor', people: 300 }),
    ],
    shelters: [aShelter({ id: 'ahead', ...at(1800, 135) }), aShelter({ id: 'aside', ...at(4000, 20) })],
  })
  expect(plan.assignments.map((row) => [row.fromId, row.people, row.shelterId])).toEqual([
    ['hamlet', 140, 'aside'],
    ['visitors', 300, 'aside'],
  ])
})

it('a high-rise fire keeps those above the fire floor in their rooms and sends those below down the stairs', () => {
  const fire = anIncident('fire_highrise', {
    facts: { trapped: 12, fireFloor: 16, buildingHeightM: 84 },
    trappedList: [
      { floor: 17, room: '1701', people: 4, callBack: '138' },
      { floor: 12, people: 3 },
    ],
  })
  const { plan } = evacuate(fire, {})
  expect(plan.assignments.map((row) => [row.people, row.mode])).toEqual([
    [4, 'shelterInPlace'],
    [3, 'evacuate'],
    [5, 'shelterInPlace'],
  ])
})

it('sends only the residents below the fire floor down; the others of the burning building stay behind shut doors', () => {
  const fire = anIncident('fire_highrise', {
    facts: { trapped: 4, fireFloor: 11, buildingHeightM: 60 },
    building: { floors: 20 },
    trappedList: [{ floor: 12, people: 4 }],
  })
  const tower = {
    id: 'tower',
    name: '高层',
    kind: 'highrise',
    town: '霞浦街道',
    people: 204,
    floors: 20,
    heightM: 60,
    phone: '0574-1',
    source: 'test',
    isDemo: 1,
    note: '',
    ...SCENE,
  }
  const { plan } = evacuate(fire, { targets: [tower] })
  expect(plan.assignments.map((row) => [row.fromId, row.people, row.mode])).toEqual([
    ['trapped-1', 4, 'shelterInPlace'],
    ['tower-upper', 100, 'shelterInPlace'],
    ['tower', 100, 'evacuate'],
  ])
})

it('a forest fire tells a village inside the drawn zone also when it lies beside the downwind sector', () => {
  const fire = anIncident('forest_fire', { weather: { windFromDeg: 315, windSpeedMs: 7 }, facts: { burntAreaHa: 3 } })
  const corner = destinationOf(at(700, 135), 45, 730)
  const { plan } = evacuate(fire, { populationPoints: [aPoint({ id: 'corner', ...corner })] })
  expect(plan.population.map((row) => row.id)).toEqual(['corner'])
})

describe('the transfer list in a storm surge', () => {
  const surge = anIncident('storm_surge', { occurredAt: '2026-09-12T08:00:00+08:00' })
  // A district of about 29 by 22 km; its east side borders on a neighbour, so the coast is the other three sides.
  const box = (west: number, east: number): number[][][][] => [
    [
      [
        [west, 29.8],
        [east, 29.8],
        [east, 30],
        [west, 30],
        [west, 29.8],
      ],
    ],
  ]
  const areas = [
    { code: 'd', name: '区', level: 'district', polygons: box(121.8, 122.1) },
    { code: 'n', name: '邻区', level: 'neighbour', polygons: box(122.1, 122.3) },
  ]
  const populationPoints = [
    aPoint({ id: 'shore', list: 'transfer', hazard: 'flash_flood', people: 30, lng: 121.95, lat: 29.81 }),
    aPoint({ id: 'hill', list: 'transfer', hazard: 'geo_hazard', people: 50, lng: 121.95, lat: 29.9 }),
    aPoint({ id: 'border', list: 'transfer', hazard: 'geo_hazard', people: 20, lng: 122.095, lat: 29.9 }),
  ]
  const shelters = [aShelter({ id: 's', capacity: 500 })]
  const carriers = [aBusPark({ id: 'bus', count: 20 })]

  it('moves those within 2 000 m of the coast; the border with a neighbour is no coast', () => {
    const { plan } = evacuate(surge, { populationPoints, shelters, carriers, areas })
    expect(plan.assignments.map((row) => row.fromId)).toEqual(['shore'])
    expect(plan.note).toMatch(/离岸2000米以内/)
    expect(plan.note).toMatch(/离岸更远的70人/)
  })

  it('moves everybody and says why when no outline tells where the coast is', () => {
    const { plan } = evacuate(surge, { populationPoints, shelters, carriers, areas: [] })
    expect(plan.population.map((row) => row.id).sort()).toEqual(['border', 'hill', 'shore'])
    expect(plan.note).toMatch(/没有区界岸线/)
  })
})

describe('a transfer', () => {
  const typhoon = anIncident('typhoon', { occurredAt: '2026-08-25T09:00:00+08:00' })
  const village = aPoint({
    id: 'v',
    list: 'transfer',
    hazard: 'flash_flood',
    people: 90,
    specialNeeds: 10,
    lng: 121.95,
  })

  it('proves the least person-seconds and says how a parted place is split into bus loads', () => {
    const { plan } = evacuate(typhoon, {
      populationPoints: [village],
      shelters: [aShelter({ id: 'a', capacity: 50 }), aShelter({ id: 'b', capacity: 60, lng: 121.86 })],
      carriers: [aBusPark({ id: 'bus' })],
    })
    expect(plan.solver).toMatchObject({ status: 'optimal', gap: 0, stop: 'proven' })
    expect(plan.solver?.bound).toBe(plan.solver?.objective)
    expect(plan.assignments.map((row) => row.people)).toEqual([50, 40])
    const parts = plan.assignments.map((row) => row.reasons.find((reason) => reason.code === 'transfer-part')?.facts)
    expect(parts).toMatchObject([
      { people: 90, here: 50, loads: 2 },
      { people: 90, here: 40, loads: 1 },
    ])
  })

  it('fetches those who cannot board a bus with accessible vehicles, or asks for ambulances', () => {
    const shelters = [aShelter({ id: 'a', capacity: 200 })]
    const helpOf = (carriers: Partial<Dataset>['carriers'] & object): string[] =>
      evacuate(typhoon, { populationPoints: [village], shelters, carriers }).plan.assignments.flatMap((row) =>
        row.reasons.filter((reason) => reason.code.startsWith('transfer-help')).map((reason) => reason.text),
      )
    const bus = aBusPark({ id: 'bus' })
    expect(helpOf([bus, aBusPark({ id: 'van', name: '无障碍转运车', seats: 6, count: 2 })])).toEqual([
      '行动不便10人由无障碍转运车接送，09:30起到点，2车次，由张村长组织先上车，调车电话0574-2',
    ])
    expect(helpOf([bus])[0]).toMatch(/120救护车接送/)
  })

  it('takes 5 people in need of help by share where the list of 90 does not say, and none where it says nobody', () => {
    const helpOf = (specialNeeds: number | null): string[] =>
      evacuate(typhoon, {
        populationPoints: [{ ...village, specialNeeds }],
        shelters: [aShelter({ id: 'a', capacity: 200 })],
        carriers: [aBusPark({ id: 'bus' })],
      }).plan.assignments.flatMap((row) =>
        row.reasons.filter((reason) => reason.code.startsWith('transfer-help')).map((reason) => reason.text),
      )
    expect(helpOf(null)).toEqual([
      '名单未注明行动不便人数，按5%估5人（未核实）：由张村长逐户核实后报所需车辆，危重病人由120救护车接送',
    ])
    expect(helpOf(0)).toEqual([])
  })

  it('tells by when each street is clear', () => {
    const { plan } = evacuate(typhoon, {
      populationPoints: [village],
      shelters: [aShelter({ id: 'a', capacity: 200 })],
      carriers: [aBusPark({ id: 'bus' })],
    })
    expect(plan.clearance).toMatchObject([{ area: '霞浦街道', people: 90, vehicles: 3, waitS: 0, corridor: '' }])
    expect(plan.clearance?.[0]?.clearedBy).toBe(plan.assignments[0]?.doneBy)
  })
})
