import type * as z from 'zod'
import { CONSULTATION_OPS } from './consultation.ts'
import { DISCRETION_OPS } from './discretion.ts'
import { HANDOVER_OPS } from './handover.ts'
import { REQUEST_OPS } from './request.ts'
import { CONTEST_OPS } from './contest.ts'
import { CONSOLE_OPS } from './console-ops.ts'
import { JOURNAL_OPS } from './journal.ts'
import { INCIDENT_OPS } from './incident-ops.ts'
import { CLAIM_OPS } from './claim.ts'
import { LIFE_OPS } from './life-ops.ts'
import { ORDER_OPS } from './order.ts'
import { PLAN_OPS } from './plan-ops.ts'
import { STATUS_OPS } from './status.ts'
import { SHIFT_OPS } from './shift.ts'
import { REPORT_OPS } from './report.ts'
import { SEAT_OPS } from './seat.ts'
import { NEWS_OPS } from './news.ts'
import { NOTE_OPS } from './note.ts'
import { LESSON_OPS } from './lesson.ts'
import { WARNING_OPS } from './warning.ts'

/**
 * What an operation says, by kind: the one table that types, readers and words derive from. The version stands in the kind:
 * a kind that has landed never changes its body, a new meaning gets a new kind.
 */
export const OP_BODIES = {
  ...CONSULTATION_OPS,
  ...DISCRETION_OPS,
  ...HANDOVER_OPS,
  ...REQUEST_OPS,
  ...INCIDENT_OPS,
  ...JOURNAL_OPS,
  ...PLAN_OPS,
  ...ORDER_OPS,
  ...LIFE_OPS,
  ...CLAIM_OPS,
  ...STATUS_OPS,
  ...SHIFT_OPS,
  ...REPORT_OPS,
  ...SEAT_OPS,
  ...WARNING_OPS,
  ...NEWS_OPS,
  ...NOTE_OPS,
  ...CONTEST_OPS,
  ...CONSOLE_OPS,
  ...LESSON_OPS,
} as const

export type OpKind = keyof typeof OP_BODIES

/** Body of each kind as it is read. */
export type OpBodies = { readonly [K in OpKind]: z.infer<(typeof OP_BODIES)[K]> }
