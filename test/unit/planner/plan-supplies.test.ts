import { describe, expect, it } from 'vitest'
import { aBusPark, aFullRoster, aLot, aPoint, aShelter, aStore, straightTravel } from '#test/builders/care-builders.ts'
import { NO_FORCES } from '#test/builders/supply-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf, gradingOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Zone } from '#shared/domain/plan/dispatch-plan.ts'
import { circlePolygon } from '#shared/kernel/geo.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { StageValues } from '#shared/planner/problem.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'
import { planSupplies } from '#shared/planner/stages/plan-supplies.ts'

function supply(
  incident: Incident,
  dataset: Partial<Dataset>,
  zones: readonly Zone[] = [],
): { value: StageValues['supplies']; codes: string[] } {
  const problem = aSituation(incident, {
    dataset: aSituationDataset({
      ...aFullRoster(),
      populationPoints: [aPoint({ id: 'p', list: 'transfer', hazard: 'flash_flood', people: 3148 })],
      shelters: [aShelter({ id: 's', capacity: 4000 })],
      carriers: [aBusPark({ id: 'bus', count: 40 })],
      ...dataset,
    }),
  })
  const facts = factsOf(problem)
  const travel = straightTravel()
  const evacuation = planEvacuation(problem, { facts, zones: [], travel }).value
  const result = planSupplies(problem, {
    facts,
    grading: gradingOf(problem),
    zones,
    evacuation,
    forces: NO_FORCES,
    travel,
  })
  return { value: result.value, codes: result.findings.map((finding) => finding.code) }
}

const A_ZONE: Zone = {
  id: 'zone-1',
  kind: 'isolation',
  stage: 'initial',
  geometry: { type: 'Polygon', coordinates: [] },
  basis: { source: '', row: '' },
  reasons: [],
}

const typhoon = (signal: string | null): Incident =>
  anIncident('typhoon', { occurredAt: '2026-10-15T09:00:00+08:00', weather: { signal, signalKind: 'typhoon' } })
const water = (value: StageValues['supplies'], lots = value.allocations): [string, number][] =>
  lots.filter((row) => row.itemCode === 'LIFE_WATER_L').map((row) => [row.lotId, row.quantity])

describe('supplies of people who left home', () => {
  it('ask for 28 332 L of drinking water, a bed and a quilt each for 3 148 people, within ten hours', () => {
    const { value } = supply(typhoon('yellow'), {})
    const need = new Map(value.demand.map((row) => [row.itemCode, row]))
    expect(need.get('LIFE_WATER_L')).toMatchObject({
      quantity: 28_332,
      bySAfterStart: 36_000,
      inputs: { people: 3148, days: 3 },
    })
    expect(need.get('LIFE_QUILT')?.quantity).toBe(3148)
    expect(need.has('LIFE_MAT')).toBe(false)
    expect(need.get('LIFE_FOOD_KG')?.quantity).toBe(4722)
  })

  it('come from the near village and street first, the lot that expires first, then from the district', () => {
    const stores = [
      aStore({ id: 'village', tier: 'village', lng: 121.86 }),
      aStore({ id: 'street' }),
      aStore({ id: 'district', tier: 'district', lng: 121.871, lat: 29.909 }),
    ]
    const stock = [
      aLot({ lotId: 'v', storeId: 'village' }),
      aLot({ lotId: 's-late', storeId: 'street', expiresOn: '2027-06-01' }),
      aLot({ lotId: 's-soon', storeId: 'street', expiresOn: '2026-11-01' }),
      aLot({ lotId: 'd', storeId: 'district', quantity: 100_000 }),
    ]
    const { value } = supply(typhoon('orange'), { stores, stock })
    expect(water(value)).toEqual([
      ['v', 1200],
      ['s-soon', 1200],
      ['s-late', 1200],
      ['d', 24_732],
    ])
  })

  it('do not come from a store in a danger zone, and no lorry drives through one', () => {
    const stores = [
      aStore({ id: 'inside', lng: 121.88, lat: 29.9 }),
      aStore({ id: 'outside', tier: 'district', lng: 121.871, lat: 29.93 }),
    ]
    const stock = [
      aLot({ lotId: 'near', storeId: 'inside', quantity: 100_000 }),
      aLot({ lotId: 'far', storeId: 'outside', quantity: 1000 }),
    ]
    const given = { stores, stock }
    expect(water(supply(typhoon('orange'), given).value).map(([lot]) => lot)).toEqual(['near'])
    const around = (lng: number, lat: number, radiusM: number): Zone => ({
      ...A_ZONE,
      geometry: circlePolygon({ lng, lat }, radiusM),
    })
    const { value } = supply(typhoon('orange'), given, [around(121.88, 29.9, 200)])
    expect(water(value)).toEqual([['far', 996]]) // 83 packs of 12 L
    const gap = value.shortfalls.find(({ itemCode }) => itemCode === 'LIFE_WATER_L')
    expect(gap?.reasons.map(({ text }) => text).join()).toContain('库点在危险区内1批')
    expect(
      supply(typhoon('orange'), given, [around(121.871, 29.93, 500)]).value.allocations.map(({ lotId }) => lotId),
    ).not.toContain('far')
  })

  it('keep 30 % at the district store, but nothing back at response II', () => {
    const stores = [aStore({ id: 'district', tier: 'district', reserveShare: 0.3 })]
    const stock = [aLot({ lotId: 'd', storeId: 'district', quantity: 12_000 })]
    expect(water(supply(typhoon('yellow'), { stores, stock }).value)).toEqual([['d', 8400]])
    expect(water(supply(typhoon('orange'), { stores, stock }).value)).toEqual([['d', 12_000]])
  })

  it('never come from an expired lot or one not in stock; the gap is named with a remedy', () => {
    const stores = [aStore({ id: 'street' })]
    const stock = [
      aLot({ lotId: 'old', storeId: 'street', expiresOn: '2026-10-14' }),
      aLot({ lotId: 'lent', storeId: 'street', status: '出库' }),
    ]
    const { value, codes } = supply(typhoon('yellow'), { stores, stock })
    expect(water(value)).toEqual([])
    expect(value.shortfalls.find((row) => row.itemCode === 'LIFE_WATER_L')).toMatchObject({ missing: 28_332 })
    expect(value.shortfalls.every((row) => row.reasons.length > 0 && row.remedies.length > 0)).toBe(true)
    expect(codes).toContain('lot-left-out')
  })
})

describe('stores that send nothing', () => {
  const stores = [
    aStore({ id: 'chosen' }),
    aStore({ id: 'expired', lng: 121.881 }),
    aStore({ id: 'lent', lng: 121.882 }),
    aStore({ id: 'kept', lng: 121.883, reserveShare: 1 }),
    aStore({ id: 'farther', lng: 121.99 }),
    aStore({ id: 'sixth', lng: 122.1 }),
    aStore({ id: 'seventh', lng: 122.2 }),
  ]
  const stock = [
    aLot({ lotId: 'c-1', storeId: 'chosen', quantity: 60_000 }),
    aLot({ lotId: 'c-2', storeId: 'chosen', quantity: 6000, expiresOn: '2026-12-01' }),
    aLot({ lotId: 'e', storeId: 'expired', quantity: 60_000, expiresOn: '2026-10-14' }),
    aLot({ lotId: 'l', storeId: 'lent', quantity: 60_000, status: '出库' }),
    aLot({ lotId: 'k', storeId: 'kept', quantity: 60_000 }),
    aLot({ lotId: 'f', storeId: 'farther', quantity: 60_000 }),
    aLot({ lotId: 'x', storeId: 'sixth', quantity: 60_000 }),
    aLot({ lotId: 'y', storeId: 'seventh', quantity: 60_000 }),
  ]

  it('are named nearest first, five at most: expired, lent out, kept back, 17 minutes farther', () => {
    const { value } = supply(typhoon('yellow'), { stores, stock })
    const [first, ...others] = value.allocations.filter((row) => row.itemCode === 'LIFE_WATER_L')
    expect(first?.storeId).toBe('chosen')
    expect(first?.runnersUp?.map(({ id, reasons }) => [id, reasons[0]?.code])).toEqual([
      ['expired', 'store-next-expired'],
      ['lent', 'store-next-notInStock'],
      ['kept', 'store-next-reserve'],
      ['farther', 'store-next-farther'],
      ['sixth', 'store-next-farther'],
    ])
    expect(first?.runnersUp?.[0]?.reasons[0]?.facts).toEqual({ lots: ['e'], date: '2026-10-14' })
    expect(first?.runnersUp?.[3]?.reasons[0]?.facts).toMatchObject({ quantity: 60_000, more: 17 })
    expect(others.length).toBeGreaterThan(0)
    expect(others.some(({ runnersUp }) => runnersUp !== undefined)).toBe(false)
  })

  it('are said to hold too little where one store gives all', () => {
    const small = Array.from({ length: 10 }, (_, index) => `small-${index}`)
    const { value } = supply(typhoon('yellow'), {
      stores: [...small.map((id) => aStore({ id })), aStore({ id: 'large', lng: 121.881 })],
      stock: [
        ...small.map((storeId) => aLot({ lotId: `l-${storeId}`, storeId, quantity: 1200 })),
        aLot({ lotId: 'l', storeId: 'large', quantity: 60_000 }),
      ],
    })
    const row = value.allocations.find(({ itemCode }) => itemCode === 'LIFE_WATER_L')
    expect(row?.storeId).toBe('large')
    expect(row?.runnersUp?.map(({ id, reasons }) => [id, reasons[0]?.code])).toEqual(
      small.slice(0, 5).map((id) => [id, 'store-next-part']),
    )
    expect(row?.runnersUp?.[0]?.reasons[0]?.facts).toMatchObject({ quantity: 1200 })
  })
})

describe('the runs that carry supplies', () => {
  const stores = [aStore({ id: 'street' })]
  const stock = [aLot({ lotId: 'w', storeId: 'street', quantity: 12_000 })]
  const lorry = (count: number, name = '厢式货车'): Partial<Dataset> => ({
    carriers: [
      aBusPark({ id: 'bus', count: 40 }),
      aBusPark({ id: 'lorry', name, kind: 'lorry', seats: 2, count, lng: 121.881 }),
    ],
  })

  it('name the carrier, its trips and its number; 12 000 L are two and a half loads of 4 800 L', () => {
    const { value } = supply(typhoon('yellow'), { stores, stock, ...lorry(3) })
    expect(value.transfers).toMatchObject([
      { storeId: 'street', toId: 's', carrierId: 'lorry', trips: 3, loads: 2.5, phone: '0574-2' },
    ])
    expect(water(value)).toEqual([['w', 12_000]])
    expect(value.allocations[0]?.transferId).toBe(value.transfers?.[0]?.id)
  })

  it('take longer with one lorry than with three, and a pickup needs five times the trips', () => {
    const etaOf = (given: Partial<Dataset>): number =>
      supply(typhoon('yellow'), { stores, stock, ...given }).value.transfers?.[0]?.etaS ?? 0
    expect(etaOf(lorry(1))).toBeGreaterThan(etaOf(lorry(3)) + 3600)
    const pickup = supply(typhoon('yellow'), { stores, stock, ...lorry(30, '农用皮卡') })
    expect(pickup.value.transfers?.[0]?.trips).toBe(13)
  })

  it('without a lorry say that transport must be asked for', () => {
    const { value, codes } = supply(typhoon('yellow'), { stores, stock })
    expect(value.transfers?.[0]).toMatchObject({ carrierId: null, trips: 0 })
    expect(value.transfers?.[0]?.reasons.map((reason) => reason.code)).toEqual(['supply-no-lorry'])
    expect(codes).toContain('supply-no-lorries')
  })

  it('leave on the shelf what one lorry cannot carry within ten hours, and say so', () => {
    const huge = [aLot({ lotId: 'w', storeId: 'street', quantity: 28_332 })]
    const far = [aStore({ id: 'street', lng: 124.5 })]
    const { value } = supply(typhoon('yellow'), { stores: far, stock: huge, ...lorry(1) })
    const gap = value.shortfalls.find((row) => row.itemCode === 'LIFE_WATER_L')
    expect(gap?.missing).toBeGreaterThan(0)
    expect(gap?.reasons[0]?.code).toBe('supply-cannot-carry')
  })
})

describe('what is missing', () => {
  it('becomes a purchase of whole packs with item, quantity and time', () => {
    const { value } = supply(typhoon('yellow'), {
      stores: [aStore({ id: 'street' })],
      stock: [aLot({ lotId: 'w', storeId: 'street', quantity: 28_320 })],
    })
    expect(value.purchases?.find((row) => row.itemCode === 'LIFE_WATER_L')).toEqual({
      itemCode: 'LIFE_WATER_L',
      item: '饮用水',
      quantity: 12,
      unit: '升',
      neededBy: '2026-10-15T19:00:00+08:00',
      toIds: ['s'],
    })
    const gap = value.shortfalls.find((row) => row.itemCode === 'LIFE_WATER_L')
    expect(gap?.remedies[0]?.text).toMatch(/饮用水12升/)
  })

  it('is not filled with a lot that expires before relief ends', () => {
    const { value } = supply(typhoon('yellow'), {
      stores: [aStore({ id: 'street' })],
      stock: [aLot({ lotId: 'last-day', storeId: 'street', expiresOn: '2026-10-15' })],
    })
    expect(water(value)).toEqual([])
    const gap = value.shortfalls.find((row) => row.itemCode === 'LIFE_WATER_L')
    expect(gap?.reasons.find((reason) => reason.code === 'supply-lots-refused')?.facts['soon']).toBe(1)
  })

  it('counts infants: one kit for every twentieth person moved', () => {
    const { value } = supply(typhoon('yellow'), {})
    expect(value.demand.find((row) => row.itemCode === 'LIFE_INFANT')?.quantity).toBe(158)
  })
})

it('gives the same split whatever the order of stores, lots and carriers', () => {
  const stores = ['a', 'b', 'c'].map((id, index) => aStore({ id, lng: 121.86 + index * 0.01 }))
  const stock = stores.flatMap((store) =>
    [1, 2].map((part) => aLot({ lotId: `${store.id}${part}`, storeId: store.id, quantity: 2400 })),
  )
  const given = supply(typhoon('yellow'), { stores, stock }).value
  const turned = supply(typhoon('yellow'), { stores: stores.toReversed(), stock: stock.toReversed() }).value
  expect(JSON.stringify(turned)).toBe(JSON.stringify(given))
})

it('keeps no protective clothing back at the district', () => {
  const incident = anIncident('hazmat_road', {
    hazmat: { un: '1005', container: 'roadTanker', spill: 'large' },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
  })
  const { value } = supply(incident, {
    stores: [aStore({ id: 'district', tier: 'district', reserveShare: 0.3 })],
    stock: [
      aLot({
        lotId: 'suits',
        storeId: 'district',
        itemCode: 'PPE_A',
        item: '一级化学防护服',
        unit: '套',
        quantity: 12,
      }),
    ],
  })
  expect(value.allocations.find((row) => row.itemCode === 'PPE_A')).toMatchObject({ quantity: 12, toId: 'scene' })
})

describe('few stores for one need', () => {
  const incident = anIncident('hazmat_road', {
    hazmat: { un: '1005', container: 'roadTanker', spill: 'large' },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
  })
  const tape = { itemCode: 'CORDON_TAPE_M', item: '警戒带', unit: '米' }
  const villages = Array.from({ length: 12 }, (_, index) =>
    aStore({ id: `v${String(index).padStart(2, '0')}`, tier: 'village', lng: 121.886 + index * 0.001 }),
  )
  const lots = villages.map((store) => aLot({ lotId: `l-${store.id}`, storeId: store.id, quantity: 100, ...tape }))
  const tapeOf = (value: StageValues['supplies']): [string, number][] =>
    value.allocations.filter((row) => row.itemCode === 'CORDON_TAPE_M').map((row) => [row.storeId, row.quantity])

  it('one store that can give the whole need is drawn instead of ten small ones', () => {
    const { value } = supply(incident, {
      stores: [...villages, aStore({ id: 'district', tier: 'district', lng: 121.95 })],
      stock: [...lots, aLot({ lotId: 'd', storeId: 'district', quantity: 4000, ...tape })],
    })
    expect(tapeOf(value)).toEqual([['district', 1000]])
  })

  it('else the fewest that suffice', () => {
    const big = aStore({ id: 'big', lng: 121.95 })
    const { value } = supply(incident, {
      stores: [...villages, big],
      stock: [...lots, aLot({ lotId: 'b', storeId: 'big', quantity: 800, ...tape })],
    })
    const taken = tapeOf(value)
    expect(taken.reduce((sum, [, quantity]) => sum + quantity, 0)).toBe(1000)
    expect(taken.map(([store]) => store)).toContain('big')
    expect(taken.length).toBe(3)
  })

  it('says when the lot comes later than wanted', () => {
    const { value } = supply(incident, { stores: villages, stock: lots })
    expect(value.allocations[0]?.reasons.map((reason) => reason.code)).toContain('supply-late')
  })
})

it('gives no relief to people who stay indoors', () => {
  const incident = anIncident('hazmat_road', {
    hazmat: { un: '1005', container: 'roadTanker', spill: 'large' },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
  })
  const { value } = supply(incident, {
    populationPoints: [aPoint({ id: 'v', lng: 121.8821, lat: 29.8774, people: 1209 })],
  })
  expect(value.demand.filter((row) => row.itemCode.startsWith('LIFE_'))).toEqual([])
})
