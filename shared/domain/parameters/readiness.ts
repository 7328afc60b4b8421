import * as z from 'zod'
import { TEAM_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** When the district counts as not ready; `resources/parameters/readiness.json`. */
export const ReadinessParameters = z.strictObject({
  /** A weekly roster older than this is not kept up. */
  rosterMaxAgeDays: Quantity,
  /** A lot that expires within the first is urgent, within the second it is to be rotated. */
  lotSoonDays: Quantity,
  lotLaterDays: Quantity,
  /** A plan whose review comes within this is named. */
  reviewSoonDays: Quantity,
  /** A count of people inside a plant older than this is not trusted; a trip older than this is over. */
  headcountMaxAgeH: Quantity,
  tripMaxAgeH: Quantity,
  /** Goods without which a shelter cannot open, by item code. */
  shelterItems: z.array(z.string()).min(1),
  /** From the call until the first team has left, in built-up areas. */
  turnOutLimitS: Quantity,
  /** Teams whose arrival begins the response in built-up areas. */
  firstResponders: z.array(z.enum(TEAM_TYPES)).min(1),
})
export type ReadinessParameters = z.infer<typeof ReadinessParameters>
