import * as z from 'zod'
import { EVIDENCE_MARKS } from '../domain/taxonomy.ts'

/** How much the cover left at home counts in the plans of one incident. Seconds per street that loses its cover. */
export const CoverWeight = z.strictObject({
  valueS: z.number(),
  /** Who chose it, and when; null while it is the shipped one. */
  chosen: z.strictObject({ who: z.string(), role: z.string(), at: z.string() }).nullable(),
  shippedS: z.number(),
  lowS: z.number(),
  highS: z.number(),
  maxS: z.number(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type CoverWeight = z.infer<typeof CoverWeight>
