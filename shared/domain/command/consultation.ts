import * as z from 'zod'
import { HEADQUARTERS } from '../taxonomy.ts'

export const CONSULTATION_KINDS = ['situation', 'hazard', 'plan', 'weather', 'medical', 'endOfDanger', 'other'] as const
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number]

/** Somebody who took part; `personId` null for one who is not in the library. */
export const Participant = z.strictObject({
  personId: z.string().nullable(),
  name: z.string().min(1),
  unit: z.string(),
})
export type Participant = z.infer<typeof Participant>

/** A consultation (会商): what was judged, who saw it otherwise, what was decided by whom. It is corrected by a later one. */
export const ConsultationHeld = z.strictObject({
  consultationId: z.string().min(1),
  kind: z.enum(CONSULTATION_KINDS),
  hq: z.enum(HEADQUARTERS),
  /** When it was held, as stated. */
  at: z.string(),
  participants: z.array(Participant).min(1),
  judgement: z.string().min(1),
  /** Other opinions; empty = none was voiced. */
  dissent: z.string(),
  decision: z.string(),
  decidedBy: z.string(),
  /** When the next one is due; null = none is set. */
  nextAt: z.string().nullable(),
  /** The earlier consultation that this one corrects, or null. */
  corrects: z.string().nullable(),
  recorder: z.string().min(1),
})
export type ConsultationHeld = z.infer<typeof ConsultationHeld>

/** Operations about consultations. */
export const CONSULTATION_OPS = {
  'v1.consultation.held': ConsultationHeld,
} as const
