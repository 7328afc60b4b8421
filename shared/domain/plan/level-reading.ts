import * as z from 'zod'
import { EVIDENCE_MARKS, LEVELS } from '../taxonomy.ts'

/** One bound of a scale as a person reads it. */
const BoundReading = z.object({
  level: z.enum(LEVELS),
  /** E.g. "死亡 3人以上" with its extra condition in words. */
  text: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  /** `mayBe`: a range reaches it with its upper end; `unknown`: a fact it hangs on is not known. */
  state: z.enum(['reached', 'mayBe', 'not', 'unknown']),
})

/** One measure of a scale that is bound to the incident: its bounds, what is reached and what is missing to the next. */
export const LevelReading = z.object({
  scaleId: z.string(),
  scale: z.string(),
  source: z.string(),
  /** Fact named in the criterion; with `scaleId` it names the row. */
  fact: z.string(),
  name: z.string(),
  /** What is known, in words: "3人", "至少3人", "2至12人", "未知". */
  known: z.string(),
  /** Level the low end reaches; null = none. */
  reached: z.enum(LEVELS).nullable(),
  bounds: z.array(BoundReading),
  /** What is missing to the next graver level, in words. */
  next: z.string(),
})
export type LevelReading = z.infer<typeof LevelReading>
