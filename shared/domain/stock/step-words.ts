import type { StockRow } from '../dataset/tables.ts'
import { LOT_STEP_NAMES, OWNERSHIP_NAMES, STEP_FIELD_NAMES, WRITE_OFF_NAMES } from './stock-words.ts'
import type { LotStepWish } from './take-lot-step.ts'

/** What a step says of itself in the history: what was done with how much, its papers and names, and why. */
export function lotStepWords(lot: StockRow, wish: LotStepWish, reason: string): string {
  const { step, quantity, holder, document, signedBy, cause, checkedBy } = wish
  const whose = lot.ownership === '' || lot.ownership === 'own' ? '' : `（${OWNERSHIP_NAMES[lot.ownership]}）`
  const told: readonly (readonly [string, string])[] = [
    [STEP_FIELD_NAMES.holder, holder],
    [STEP_FIELD_NAMES.document, document],
    [STEP_FIELD_NAMES.signedBy, signedBy],
    [STEP_FIELD_NAMES.cause, cause === '' ? '' : WRITE_OFF_NAMES[cause]],
    [STEP_FIELD_NAMES.checkedBy, checkedBy],
  ]
  return [
    `${LOT_STEP_NAMES[step]} ${lot.item}${whose} ${quantity ?? lot.quantity} ${lot.unit}（批次 ${lot.lotId}）`,
    ...told.filter(([, value]) => value !== '').map(([name, value]) => `${name} ${value}`),
    reason,
  ].join('；')
}
