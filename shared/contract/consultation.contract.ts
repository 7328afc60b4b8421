import * as z from 'zod'
import { CONSULTATION_KINDS, ConsultationHeld, Participant } from '../domain/command/consultation.ts'
import { command, query } from './define.ts'

const Words = z.string().trim().max(500)
const Moment = z.iso.datetime({ offset: true, error: '请写明日期、时间和时区，例如 2026-07-14T10:24:00+08:00' })

/** A consultation as it stands in the record. */
export const Consultation = ConsultationHeld.extend({
  opId: z.string(),
  recordedAt: z.string(),
  correctedBy: z.array(z.string()).readonly(),
})
export type Consultation = z.infer<typeof Consultation>

/** Consultations (会商) of an incident. */
export const consultationContract = {
  /** The oldest first; `experts` = those the newest plan names, to choose from; `nextAt` = when the next one is due. */
  list: query({
    input: z.strictObject({ incidentId: z.string().min(1) }),
    output: z.strictObject({
      consultations: z.array(Consultation),
      nextAt: z.string().nullable(),
      experts: z.array(Participant.extend({ specialty: z.string(), phone: z.string() })),
    }),
    topics: ['headquarters', 'plans'],
  }),
  /** Records one that was held; `at` null = now. A correction is a new one that names the old. */
  hold: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: z.string().min(1),
      kind: z.enum(CONSULTATION_KINDS),
      at: Moment.nullable().default(null),
      participants: z.array(Participant).min(1, '请至少写明一名参加人'),
      judgement: Words.min(1, '请写明研判意见'),
      dissent: Words.default(''),
      decision: Words.default(''),
      decidedBy: z.string().trim().max(40).default(''),
      nextAt: Moment.nullable().default(null),
      corrects: z.string().nullable().default(null),
    }),
    output: z.strictObject({ consultationId: z.string() }),
    changes: ['headquarters', 'journal'],
  }),
}
