import { number, oneOf, optionalDate, optionalOneOf, optionalText, text } from './cells.ts'
import { LOT_OWNERSHIPS, LOT_STATUSES, WRITE_OFF_CAUSES } from './row-choices.ts'
import { table } from './table-definition.ts'

/** Lots of the stores: what, how much, where, until when it is good, and where it stands in its life. */
export const STOCK_TABLE = table(
  'stock.csv',
  '物资批次',
  {
    lot_id: text(),
    store_id: text(),
    item_code: text(),
    gb38565: optionalText(),
    item: text(),
    quantity: number(0, 1e9),
    unit: text(),
    made_on: optionalDate(),
    expires_on: optionalDate(),
    checked_on: optionalDate(),
    status: oneOf(LOT_STATUSES),
    /** Empty = our own. */
    ownership: optionalOneOf(LOT_OWNERSHIPS),
    belongs_to: optionalText(),
    document: optionalText(),
    /** Requisitioned goods go back by this day. */
    return_by: optionalDate(),
    /** The lot it was taken out of. */
    split_from: optionalText(),
    /** Whom it is kept for, sent to, or who has it now; empty = nobody but its store. */
    holder: optionalText(),
    /** The person who signed for it. */
    signed_by: optionalText(),
    /** Number of the document it was last issued, returned or written off by. */
    step_document: optionalText(),
    write_off_cause: optionalOneOf(WRITE_OFF_CAUSES),
    /** The two people of a write-off. */
    handled_by: optionalText(),
    checked_by: optionalText(),
  },
  { key: ['lot_id'], references: { store_id: 'stores' } },
)
