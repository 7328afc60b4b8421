import * as z from 'zod'

/** Phases of an incident, in the order of its life. */
export const PHASES = [
  'call',
  'graded',
  'planned',
  'approved',
  'ordered',
  'underWay',
  'contained',
  'relief',
  'closed',
  'reviewed',
] as const
export type Phase = (typeof PHASES)[number]

/** Phases a person declares; the others follow from what was done. `underWay` again: it flared up. */
export const DECLARED_PHASES = ['underWay', 'contained', 'relief', 'closed', 'reviewed'] as const
export type DeclaredPhase = (typeof DECLARED_PHASES)[number]

/** A person declared a phase. */
export const PhaseDeclared = z.strictObject({
  phase: z.enum(DECLARED_PHASES),
  reason: z.string().min(1),
  /** What still stood open and was left so knowingly, in words. */
  leftOpen: z.array(z.string()),
})

/** A call turned out to be about another incident; `into` null takes that back. */
export const IncidentMerged = z.strictObject({ into: z.string().nullable(), reason: z.string().min(1) })

/** Operations about the life of an incident. */
export const LIFE_OPS = {
  'v1.incident.moved': PhaseDeclared,
  'v1.incident.merged': IncidentMerged,
} as const
