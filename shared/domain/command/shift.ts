import * as z from 'zod'
import { HEADQUARTERS } from '../taxonomy.ts'

/** An officer takes the duty of one headquarters at one seat. */
export const ShiftTaken = z.strictObject({
  hq: z.enum(HEADQUARTERS),
  officer: z.string().min(1),
  /** Whom he relieves; null when nobody was on duty. */
  relieves: z.string().nullable(),
  /** The handover both signed; null when there was none, and then `reason` says why somebody was relieved without. */
  handoverId: z.string().nullable(),
  reason: z.string(),
})
export type ShiftTaken = z.infer<typeof ShiftTaken>

/** Operations about who is on duty. They belong to no incident. */
export const SHIFT_OPS = {
  'v1.shift.taken': ShiftTaken,
} as const
