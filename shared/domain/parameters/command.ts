import * as z from 'zod'
import { Quantity } from './quantity.ts'

/** Limits of command: receipts, turn-out, arrival, who is rung next, likely duplicates; `resources/parameters/command.json`. */
export const CommandParameters = z.strictObject({
  callTakingLimitS: Quantity,
  turnOutLimitS: Quantity,
  firstActionLimitS: Quantity,
  suburbResponseLimitS: Quantity,
  receiptLimitS: Quantity,
  /** Added to the planned arrival before it counts as late: the greater of seconds and share of the planned time. */
  arrivalToleranceS: Quantity,
  arrivalToleranceShare: Quantity,
  /** Seconds between one number that was rung in vain and the next. */
  ringNextAfterS: Quantity,
  duplicateRadiusM: Quantity,
  duplicateWindowMin: Quantity,
})
export type CommandParameters = z.infer<typeof CommandParameters>
