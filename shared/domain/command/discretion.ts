import * as z from 'zod'
import { ACTS } from './rights.ts'

/** Lines of a plan that a discretionary act can change. */
export const CHANGED_LINE_KINDS = [
  'assignment',
  'staging',
  'movement',
  'zone',
  'action',
  'evacuation',
  'closure',
] as const
export type ChangedLineKind = (typeof CHANGED_LINE_KINDS)[number]

/** What an act changes in the plan it departs from, line and words before and after. */
export const PlanLineChange = z.strictObject({
  lineKind: z.enum(CHANGED_LINE_KINDS),
  lineId: z.string().min(1),
  before: z.string(),
  after: z.string().min(1),
})
export type PlanLineChange = z.infer<typeof PlanLineChange>

/** The tactical headquarters acted at once (临机处置). It stands for ever; a later act may go another way. */
export const DiscretionActed = z.strictObject({
  actId: z.string().min(1),
  act: z.enum(ACTS),
  /** When it was done, as stated. */
  at: z.string(),
  officer: z.string().min(1),
  /** What made it necessary, what was in force, what is now, and why. */
  trigger: z.string().min(1),
  from: z.string(),
  to: z.string().min(1),
  reason: z.string().min(1),
  teamIds: z.array(z.string()),
  orderIds: z.array(z.string()),
  /** The plan version it departs from; null when there was no plan. */
  planVersion: z.number().int().nullable(),
  change: PlanLineChange.nullable(),
})
export type DiscretionActed = z.infer<typeof DiscretionActed>

export const ACT_ANSWERS = ['ratified', 'objected'] as const

/** The administrative headquarters ratifies or objects. An objection asks back; it undoes nothing. */
export const DiscretionAnswered = z.strictObject({
  actId: z.string(),
  answer: z.enum(ACT_ANSWERS),
  note: z.string(),
  officer: z.string().min(1),
})

/** The tactical headquarters answers an objection. */
export const DiscretionExplained = z.strictObject({
  actId: z.string(),
  text: z.string().min(1),
  officer: z.string().min(1),
})

/** Operations about discretion. */
export const DISCRETION_OPS = {
  'v1.discretion.acted': DiscretionActed,
  'v1.discretion.answered': DiscretionAnswered,
  'v1.discretion.explained': DiscretionExplained,
} as const
