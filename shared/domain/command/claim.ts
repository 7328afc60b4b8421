import * as z from 'zod'

/** What two incidents can claim at once. */
export const CLAIM_KINDS = ['team', 'vehicle', 'hospital', 'lot', 'shelter', 'carrier', 'person'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** What a person can decide: leave it with the other incident, take it from there, or let both have it. */
export const CLAIM_CHOICES = ['leaveThere', 'takeHere', 'share'] as const
export type ClaimChoice = (typeof CLAIM_CHOICES)[number]

/** A person settled a double claim between these very incidents; another incident opens it again. */
export const ClaimSettled = z.strictObject({
  /** Kind and id: `team:gov-chaiqiao`. */
  claim: z.string().min(1),
  name: z.string(),
  /** Ids of all incidents that claim it, sorted. */
  incidents: z.array(z.string()).min(2),
  choice: z.enum(CLAIM_CHOICES),
  /** The incident at whose desk it was decided. */
  here: z.string(),
  reason: z.string().min(1),
})
export type ClaimSettled = z.infer<typeof ClaimSettled>

/** Operations about double claims. */
export const CLAIM_OPS = { 'v1.claim.settled': ClaimSettled } as const
