import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StockRow } from '#shared/domain/dataset/tables.ts'
import { LOT_STEPS, stepsOf } from '#shared/domain/stock/lot-steps.ts'
import { thousandthsOf } from '#shared/domain/stock/split-quantity.ts'
import { takeLotStep } from '#shared/domain/stock/take-lot-step.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { aLot } from '#test/builders/care-builders.ts'

const Deed = fc.record({
  step: fc.constantFrom(...LOT_STEPS),
  at: fc.nat(30),
  part: fc.option(fc.integer({ min: 0, max: 999 }), { nil: null }),
  cause: fc.constantFrom('expired', 'damaged', 'lost', 'usedUp', 'givenOut', 'returned', ''),
  checkedBy: fc.constantFrom('乙', '甲', ''),
  role: fc.constantFrom('administrative', 'tactical'),
})

const START = [
  aLot({ lotId: 'a', storeId: 's1', quantity: 1200.1 }),
  aLot({ lotId: 'b', storeId: 's2', quantity: 7, ownership: 'requisitioned', returnBy: '2026-08-01' }),
  aLot({ lotId: 'c', storeId: 's2', quantity: 0.125, ownership: 'donated', expiresOn: '2026-01-01' }),
]

function total(lots: readonly StockRow[]): number {
  return lots.reduce((sum, { quantity }) => sum + (thousandthsOf(quantity) ?? Number.NaN), 0)
}

it('any sequence of steps keeps the sum of an item over all states, and a refused step changes nothing', () => {
  fc.assert(
    fc.property(fc.array(Deed, { maxLength: 40 }), (deeds) => {
      let lots: readonly StockRow[] = START
      for (const { step, at, part, cause, checkedBy, role } of deeds) {
        const lot = lots[at % lots.length]
        if (lot === undefined) continue
        const quantity = part === null ? null : Math.round(lot.quantity * part) / 1000
        const texts = {
          who: '甲',
          holder: '霞浦',
          document: '1号',
          signedBy: '丙',
          storeId: 's1',
          cause,
          checkedBy,
        } as const
        const isTaken = (id: string): boolean => lots.some(({ lotId }) => lotId === id)
        try {
          const { moved, rest } = takeLotStep(lot, { step, quantity, ...texts }, { role, today: '2026-07-14', isTaken })
          expect(stepsOf(lot.status, lot.ownership)).toContain(step)
          expect([moved.expiresOn, moved.ownership, moved.itemCode]).toEqual([
            lot.expiresOn,
            lot.ownership,
            lot.itemCode,
          ])
          lots = [...lots.filter(({ lotId }) => lotId !== lot.lotId), moved, ...(rest === null ? [] : [rest])]
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(error.message.length).toBeGreaterThan(10)
        }
      }
      expect(total(lots)).toBe(total(START))
      expect(new Set(lots.map(({ lotId }) => lotId)).size).toBe(lots.length)
      expect(
        lots
          .filter(({ status }) => status === '核销')
          .every((lot) => lot.writeOffCause !== '' && lot.stepDocument !== ''),
      ).toBe(true)
    }),
    { numRuns: 200 },
  )
})
