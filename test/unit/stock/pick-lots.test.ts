import { describe, expect, it } from 'vitest'
import { loadParameters } from '#electron/core/planning/load-references.ts'
import { pickLots, type PickWish } from '#shared/planner/stock/pick-lots.ts'
import { aLot, aStore } from '#test/builders/care-builders.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const { supplies } = loadParameters(RESOURCES)
const WISH: PickWish = {
  ...{ itemCode: 'LIFE_WATER_L', quantity: 500, day: '2026-07-14', response: 'III' },
  ...{ storeId: null, destination: null },
}
const near = aStore({ id: 'near', tier: 'street', lng: 121.9, lat: 29.9 })
const district = aStore({ id: 'district', tier: 'district', lng: 121.8, lat: 29.9, reserveShare: 0 })
const stores = [near, district]
const stock = [
  aLot({ lotId: 'late', storeId: 'near', quantity: 400, expiresOn: '2028-01-01' }),
  aLot({ lotId: 'early', storeId: 'district', quantity: 1000, expiresOn: '2026-12-01' }),
  aLot({ lotId: 'gone', storeId: 'near', quantity: 90, expiresOn: '2026-07-13' }),
  aLot({ lotId: 'away', storeId: 'near', quantity: 80, status: '在途' }),
  aLot({ lotId: 'owed', storeId: 'near', quantity: 70, ownership: 'requisitioned', returnBy: '2026-07-13' }),
  aLot({ lotId: 'boxes', storeId: 'near', quantity: 60, unit: '箱' }),
]
const take = (given: Partial<PickWish>): unknown[] => {
  const list = pickLots({ stock, stores }, supplies, { ...WISH, ...given })
  return [...list.picked.map(({ lot, quantity }) => [lot.lotId, quantity]), list.missing]
}

describe('a pick list', () => {
  it('takes what expires first, and says of every other lot why it stays', () => {
    const list = pickLots({ stock, stores }, supplies, WISH)
    expect(list.picked.map(({ lot, quantity }) => [lot.lotId, quantity])).toEqual([['early', 500]])
    expect(new Map(list.passedOver.map(({ lot, cause }) => [lot.lotId, cause]))).toEqual(
      new Map([
        ['gone', 'expired'],
        ['away', 'notInStock'],
        ['owed', 'dueBack'],
        ['boxes', 'otherUnit'],
        ['early', 'notNeeded'],
        ['late', 'notNeeded'],
      ]),
    )
  })

  it('leaves the reserve share of a district store and says what is missing; at response II it takes all', () => {
    const held = Math.ceil(1000 * supplies.districtReserveShare.value)
    expect(take({ quantity: 2000 })).toEqual([['early', 1000 - held], ['late', 400], 600 + held])
    expect(take({ quantity: 2000, response: 'II' })).toEqual([['early', 1000], ['late', 400], 600])
  })

  it('empties nearer stores first when it knows where the goods go, and one store alone when told so', () => {
    expect(take({ destination: { lng: 121.9, lat: 29.91 } })).toEqual([['late', 400], ['early', 100], 0])
    expect(take({ storeId: 'near' })).toEqual([['late', 400], 100])
  })
})
