import type { LOT_OWNERSHIPS } from '#shared/domain/dataset/row-choices.ts'
import type { StockRow } from '#shared/domain/dataset/tables.ts'

/** Which lots of a ledger are listed. */
export interface LotWish {
  /** Words that must all stand in a lot; empty = every lot. */
  readonly text: string
  /** Null = whoever they belong to. */
  readonly ownership: (typeof LOT_OWNERSHIPS)[number] | null
}

/** Whether a lot is one of those that are wanted: all words stand in what it says of itself and its store. */
export function isLotWanted(lot: StockRow, storeName: string, { text, ownership }: LotWish): boolean {
  if (ownership !== null && ownership !== (lot.ownership === '' ? 'own' : lot.ownership)) return false
  const { item, lotId, status, holder, belongsTo, signedBy, document, stepDocument } = lot
  const line = [item, lotId, status, holder, belongsTo, storeName, signedBy, document, stepDocument]
  const said = line.join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}
