import type { LotView } from '#shared/contract/stock.contract.ts'

/** Which lots of a ledger are shown. */
export interface LotWish {
  /** Words that must all stand in a lot; empty = every lot. */
  readonly text: string
  readonly ownership: LotView['ownership'] | 'every'
}

/** Whether a lot is one of those that are wanted. */
export function isLotWanted(lot: LotView, { text, ownership }: LotWish): boolean {
  if (ownership !== 'every' && lot.ownership !== ownership) return false
  const { item, lotId, status, holder, belongsTo, storeName, signedBy } = lot
  const line = [item, lotId, status, holder, belongsTo, storeName, signedBy].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => line.includes(word))
}
