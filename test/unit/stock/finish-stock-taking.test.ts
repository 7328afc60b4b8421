import { describe, expect, it } from 'vitest'
import {
  finishStockTaking,
  lotsToCount,
  stockTakingWords,
  type CountedLine,
} from '#shared/domain/stock/finish-stock-taking.ts'
import { aLot } from '#test/builders/care-builders.ts'

const LOTS = [
  aLot({ lotId: 'a', storeId: 's1', quantity: 240, item: '饮用水' }),
  aLot({ lotId: 'b', storeId: 's1', quantity: 12 }),
]
const PLACE = { today: '2026-07-14', basisOf: ({ quantity }: { quantity: number }) => `q${quantity}` }
const NAMES = { countedBy: '周库管', checkedBy: '林会计' }
const line = (lotId: string, basis: string, counted: number | null, reason = ''): CountedLine => {
  return { lotId, basis, counted, reason }
}

describe('a stock-taking', () => {
  it('counts what lies in the store, not what went out, was written off or lies elsewhere', () => {
    const others = [
      aLot({ lotId: 'c', storeId: 's2' }),
      aLot({ lotId: 'd', storeId: 's1', status: '在途' }),
      aLot({ lotId: 'e', storeId: 's1', status: '核销' }),
    ]
    expect(lotsToCount([...LOTS, ...others], 's1').map(({ lotId }) => lotId)).toEqual(['a', 'b'])
  })

  it('sets the day of checking of every lot and the quantity of those that differ, and says so in words', () => {
    const lines = [line('a', 'q240', 228, '破损'), line('b', 'q12', 12)]
    const counted = finishStockTaking(LOTS, { lines, ...NAMES }, PLACE)
    expect(counted.map(({ after, difference }) => [after.quantity, after.checkedOn, difference])).toEqual([
      [228, '2026-07-14', -12],
      [12, '2026-07-14', 0],
    ])
    expect(stockTakingWords('霞浦库', counted, NAMES)).toBe(
      '霞浦库盘点 2 批，差异 1 批：饮用水 a 240→228 升（破损）；清点人 周库管，复核人 林会计',
    )
  })

  it.each([
    ['a lot without a count', [line('a', 'q240', 240), line('b', 'q12', null)], NAMES, '1 批还没有填实盘数量（b）'],
    ['a difference without a reason', [line('a', 'q240', 0), line('b', 'q12', 12)], NAMES, '没有写明原因（a）'],
    ['a lot that changed', [line('a', 'q241', 240), line('b', 'q12', 12)], NAMES, '有 1 批在账上有变动（a）'],
    ['a lot that came', [line('a', 'q240', 240)], NAMES, '有 1 批在账上有变动（b）'],
    ['a lot that left', [line('a', 'q240', 1), line('b', 'q12', 12), line('x', 'q', 1)], NAMES, '变动（x）'],
    ['one name twice', [], { countedBy: '周库管', checkedBy: '周库管' }, '不能都是“周库管”'],
    ['no second name', [], { countedBy: '周库管', checkedBy: '' }, '须写明复核人'],
  ] as const)('is refused for %s', (_, lines, names, message) => {
    expect(() => finishStockTaking(LOTS, { lines, ...names }, PLACE)).toThrow(message)
  })
})
