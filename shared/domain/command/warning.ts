import * as z from 'zod'
import { HEADQUARTERS } from '../taxonomy.ts'

/** Who must be known to have heard a warning: a village, or whoever runs a channel. */
export const WARNED_KINDS = ['village', 'channel'] as const

/** A warning of the people in the zone. Both headquarters may give one at once (discretion); it never changes. */
export const IssuedWarning = z.strictObject({
  warningId: z.string().min(1),
  number: z.string().min(1),
  hq: z.enum(HEADQUARTERS),
  area: z.string().min(1),
  villages: z.array(z.string().min(1)),
  channels: z.array(z.string().min(1)),
  /** What is read out. */
  text: z.string().min(1),
  /** Zones of the plan it is for; empty = no plan yet. */
  zoneIds: z.array(z.string()),
  planVersion: z.number().int().nullable(),
  /** By when each village and channel is to confirm. */
  hearBy: z.string(),
})
export type IssuedWarning = z.infer<typeof IssuedWarning>

/** What is said of one village or channel. */
export const WarningHeard = z.strictObject({
  warningId: z.string().min(1),
  kind: z.enum(WARNED_KINDS),
  name: z.string().min(1),
  /** False: rung and not reached, or not put out. */
  heard: z.boolean(),
  /** Who said so, and the time that was stated. */
  saidBy: z.string().min(1),
  at: z.string(),
  note: z.string(),
})
export type WarningHeard = z.infer<typeof WarningHeard>

/** The danger is over there: administrative headquarters only. */
const WarningLifted = z.strictObject({ warningId: z.string().min(1), reason: z.string().min(1) })

/** Operations about warnings. */
export const WARNING_OPS = {
  'v1.warning.issued': IssuedWarning,
  'v1.warning.heard': WarningHeard,
  'v1.warning.lifted': WarningLifted,
} as const
