import * as z from 'zod'
import { EVIDENCE_MARKS } from '../taxonomy.ts'

/** Kinds of plan lines an unknown may change; ids are those of the rows. `level` has one line. */
export const INFLUENCED_KINDS = [
  'level',
  'zone',
  'demand',
  'assignment',
  'staging',
  'movement',
  'evacuation',
  'supply',
  'expert',
  'casualty',
  'action',
] as const
export type InfluencedKind = (typeof INFLUENCED_KINDS)[number]

/** One line that would stand otherwise. */
export const InfluencedLine = z.object({
  kind: z.enum(INFLUENCED_KINDS),
  id: z.string(),
  name: z.string(),
  how: z.enum(['added', 'removed', 'changed']),
})
export type InfluencedLine = z.infer<typeof InfluencedLine>

/** What one unknown would change, tried with plausible values; never a forecast. */
export const UnknownInfluence = z.object({
  /** Most lines that any of the values changes. */
  linesChanged: z.number().int().nonnegative(),
  cases: z.array(
    z.object({
      value: z.union([z.number(), z.string(), z.boolean()]),
      /** The value in Chinese, with what had to be assumed beside it. */
      valueText: z.string(),
      lines: z.array(InfluencedLine),
    }),
  ),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type UnknownInfluence = z.infer<typeof UnknownInfluence>
