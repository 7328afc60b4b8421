import * as z from 'zod'
import { LEVELS } from './taxonomy.ts'

/** The two levels that are kept apart: how grave the event is, and how the authorities respond. */
export const LEVEL_KINDS = ['event', 'response'] as const
export type LevelKind = (typeof LEVEL_KINDS)[number]

/** An officer sets a level other than the computed one, or takes that back. */
export const LevelOverride = z.strictObject({
  of: z.enum(LEVEL_KINDS),
  /** Null with `of` event = 险情, no level; of no meaning when `withdrawn`. */
  value: z.enum(LEVELS).nullable(),
  withdrawn: z.boolean(),
  /** The computed level at that moment and the facts it was computed from. */
  computed: z.enum(LEVELS).nullable(),
  revision: z.number().int(),
  reason: z.string().min(1),
})
export type LevelOverride = z.infer<typeof LevelOverride>

/** Amended facts crossed a bound: the computed level rose. */
export const LevelRise = z.strictObject({
  of: z.enum(LEVEL_KINDS),
  from: z.enum(LEVELS).nullable(),
  to: z.enum(LEVELS),
  /** Revision of the facts that crossed it. */
  revision: z.number().int(),
  /** Rule that decides the new level, e.g. `accident.deaths.III`. */
  rule: z.string(),
  /** The fact and the rule in words. */
  text: z.string(),
})
export type LevelRise = z.infer<typeof LevelRise>

/** Somebody has seen a rise. */
export const RiseSeen = z.strictObject({ rise: z.string() })
export type RiseSeen = z.infer<typeof RiseSeen>
