import * as z from 'zod'
import { HEADQUARTERS } from '../taxonomy.ts'

/** What is handed over: the command of an incident, or the duty of a headquarters (交接班). */
export const HANDOVER_MATTERS = ['command', 'shift'] as const
export type HandoverMatter = (typeof HANDOVER_MATTERS)[number]

/** How the word of somebody without a window of this console came in. */
export const HANDOVER_WAYS = ['console', 'radio', 'phone', 'inPerson', 'written'] as const

/** One side of a handover. `hq` null = somebody outside both headquarters, such as the first officer at the scene or a higher level. */
export const HandoverSide = z.strictObject({
  name: z.string().min(1),
  unit: z.string(),
  hq: z.enum(HEADQUARTERS).nullable(),
})
export type HandoverSide = z.infer<typeof HandoverSide>

/** One side offers. Nothing changes hands before the other has accepted. */
export const HandoverOffered = z.strictObject({
  handoverId: z.string().min(1),
  matter: z.enum(HANDOVER_MATTERS),
  outgoing: HandoverSide,
  incoming: HandoverSide,
  /** How the outgoing side's word came in. */
  via: z.enum(HANDOVER_WAYS),
  note: z.string(),
  /** SHA-256 (hex) of the summary as both see it; the text is kept by that hash beside the log. */
  summaryHash: z.string(),
})
export type HandoverOffered = z.infer<typeof HandoverOffered>

export const HANDOVER_ANSWERS = ['accepted', 'declined'] as const

/** The incoming side's own word on the very summary it was shown. */
export const HandoverAnswered = z.strictObject({
  handoverId: z.string(),
  answer: z.enum(HANDOVER_ANSWERS),
  name: z.string().min(1),
  via: z.enum(HANDOVER_WAYS),
  note: z.string(),
  summaryHash: z.string(),
})

/** The outgoing side takes its offer back before it was accepted. */
export const HandoverWithdrawn = z.strictObject({
  handoverId: z.string(),
  reason: z.string().min(1),
  officer: z.string().min(1),
})

/** Operations about handovers. */
export const HANDOVER_OPS = {
  'v1.handover.offered': HandoverOffered,
  'v1.handover.answered': HandoverAnswered,
  'v1.handover.withdrawn': HandoverWithdrawn,
} as const
