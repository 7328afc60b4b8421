import * as z from 'zod'
import { EVIDENCE_MARKS } from '../taxonomy.ts'

/**
 * A number that may be wrong or local, with where it comes from. `unverified` values are shown as such on screen and
 * are never claims of law.
 */
export const Quantity = z.strictObject({
  value: z.number(),
  unit: z.string(),
  /** Chinese name shown to the officer who edits it. */
  name: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type Quantity = z.infer<typeof Quantity>
