import * as z from 'zod'

/** A value inside the facts of a reason. */
export const ReasonFact = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
])
export type ReasonFact = z.infer<typeof ReasonFact>

/** Why a line of a plan stands as it does: `code` for programs, `text` in Chinese made from code and facts in one place. */
export const Reason = z.object({
  code: z.string(),
  text: z.string(),
  facts: z.record(z.string(), ReasonFact),
  source: z.string().optional(),
})
export type Reason = z.infer<typeof Reason>

/** A judgement of a plan. `code` is the rule's id; `block` = must not be issued, `warn` = a person decides, `info` = to know. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['block', 'warn', 'info']),
  where: z.string(),
  text: z.string(),
  facts: z.record(z.string(), ReasonFact),
})
export type Finding = z.infer<typeof Finding>
