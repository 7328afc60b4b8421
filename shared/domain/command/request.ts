import * as z from 'zod'
import { CAPABILITIES, HEADQUARTERS } from '../taxonomy.ts'
import { ACTS } from './rights.ts'

export const REQUEST_KINDS = ['forces', 'closure', 'publicNotice', 'supplies', 'evacuation', 'other'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** What is wanted besides the words: how much of what, and where. Null and empty = not said. */
export const RequestWants = z.strictObject({
  capability: z.enum(CAPABILITIES).nullable(),
  quantity: z.number().int().positive().nullable(),
  place: z.string(),
})
export type RequestWants = z.infer<typeof RequestWants>

/** One headquarters asks the other for something it cannot decide itself. */
export const RequestMade = z.strictObject({
  requestId: z.string().min(1),
  from: z.enum(HEADQUARTERS),
  kind: z.enum(REQUEST_KINDS),
  text: z.string().min(1),
  wants: RequestWants,
  /** When it is needed; null = not said. */
  dueAt: z.string().nullable(),
  /** The act that was refused for want of right and became this request; null when it was asked outright. */
  act: z.enum(ACTS).nullable(),
  officer: z.string().min(1),
})
export type RequestMade = z.infer<typeof RequestMade>

export const REQUEST_ANSWERS = ['accepted', 'partly', 'refused'] as const
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number]

export const RequestAnswered = z.strictObject({
  requestId: z.string(),
  answer: z.enum(REQUEST_ANSWERS),
  note: z.string(),
  officer: z.string().min(1),
})

/** What was asked for is on its way or done: the orders or the plan that carry it. */
export const RequestFulfilled = z.strictObject({
  requestId: z.string(),
  orderIds: z.array(z.string()),
  planVersion: z.number().int().nullable(),
  note: z.string(),
  officer: z.string().min(1),
})

/** The asking side needs it no longer. */
export const RequestWithdrawn = z.strictObject({
  requestId: z.string(),
  reason: z.string().min(1),
  officer: z.string().min(1),
})

/** Operations about requests between the headquarters. */
export const REQUEST_OPS = {
  'v1.request.made': RequestMade,
  'v1.request.answered': RequestAnswered,
  'v1.request.fulfilled': RequestFulfilled,
  'v1.request.withdrawn': RequestWithdrawn,
} as const
