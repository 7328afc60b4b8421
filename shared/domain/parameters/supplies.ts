import * as z from 'zod'
import { EVIDENCE_MARKS, INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** An item of the stores and how it is packed. */
export const SupplyItem = z.strictObject({
  itemCode: z.string(),
  item: z.string(),
  unit: z.string(),
  /** Only whole packs are sent; in the item's unit. */
  pack: z.number().positive(),
})
export type SupplyItem = z.infer<typeof SupplyItem>

/**
 * What people who left their homes need; the formula knows `people` (at this shelter), `days`, `transferred` (moved for days,
 * not for hours), `overnight`, `summer` and `openSpace`.
 */
export const ReliefNeed = z.strictObject({
  itemCode: z.string(),
  formula: z.string(),
  /** Condition of facts; absent = always. */
  when: z.string().optional(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type ReliefNeed = z.infer<typeof ReliefNeed>

/** What the work itself needs; the formula knows the facts of the incident and `peopleMoved`, `firefighters`. */
export const WorkNeed = z.strictObject({
  types: z.array(z.enum(INCIDENT_TYPES)).min(1),
  itemCode: z.string(),
  formula: z.string(),
  when: z.string().optional(),
  byS: z.number().int().positive(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type WorkNeed = z.infer<typeof WorkNeed>

/** Parameters of supplies; `resources/parameters/supplies.json`. */
export const SupplyParameters = z.strictObject({
  reliefDays: Quantity,
  /** Days of relief when people leave for hours, not days (cloud, fire). */
  reliefDaysShort: Quantity,
  reliefClockS: Quantity,
  districtReserveShare: Quantity,
  /** Stores of villages and streets within this drive are drawn before the district store. */
  nearDriveS: Quantity,
  loadingS: Quantity,
  /** Nearest-first is kept while it takes no more stores than this for one need. */
  storesPerItem: Quantity,
  items: z.array(SupplyItem),
  relief: z.array(ReliefNeed),
  work: z.array(WorkNeed),
})
export type SupplyParameters = z.infer<typeof SupplyParameters>
