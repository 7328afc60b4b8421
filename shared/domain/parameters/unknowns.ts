import * as z from 'zod'
import { EVIDENCE_MARKS } from '../taxonomy.ts'

/** Plausible values of one unknown, low to high, to try what it would change; never a forecast. */
export const PlausibleValues = z.strictObject({
  /** Path inside the incident as `unknowns[].fact` names it, e.g. `facts.trapped` or `weather.windFromDeg`. */
  fact: z.string(),
  values: z.array(z.union([z.number(), z.string(), z.boolean()])).min(2),
  /** Chinese names of the values, where the value itself says nothing to people. */
  names: z.array(z.string()).optional(),
  unit: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type PlausibleValues = z.infer<typeof PlausibleValues>

/** What the ranking of unknowns tries; `resources/parameters/unknowns.json`. */
export const UnknownParameters = z.strictObject({ plausible: z.array(PlausibleValues).min(1) })
export type UnknownParameters = z.infer<typeof UnknownParameters>
