import * as z from 'zod'
import { CLAIM_CHOICES, CLAIM_KINDS, ClaimSettled } from '../domain/command/claim.ts'
import { command, query } from './define.ts'

const Author = z.strictObject({ user: z.string(), role: z.string(), onBehalf: z.string().nullable() })

/** Something that two or more open incidents want at once. */
export const Claim = z.strictObject({
  claim: z.string(),
  kind: z.enum(CLAIM_KINDS),
  id: z.string(),
  name: z.string(),
  uses: z.array(
    z.strictObject({
      incidentId: z.string(),
      number: z.string(),
      title: z.string(),
      mode: z.enum(['real', 'drill', 'tabletop']),
      words: z.string(),
      order: z.strictObject({ orderId: z.string(), number: z.string() }).nullable(),
      quantity: z.number().nullable(),
      since: z.string(),
    }),
  ),
  unit: z.string(),
  wanted: z.number().nullable(),
  available: z.number().nullable(),
  state: z.enum(['open', 'fits', 'settled', 'contested']),
  settlements: z.array(ClaimSettled.extend({ opId: z.string(), by: Author, at: z.string() })),
  choices: z.array(z.enum(CLAIM_CHOICES)),
})
export type Claim = z.infer<typeof Claim>

/** Double claims across all open incidents. */
export const claimsContract = {
  /** Claims that an incident takes part in, or all of them. */
  list: query({
    input: z.strictObject({ incidentId: z.string().min(1).nullable() }),
    output: z.array(Claim),
    topics: ['orders', 'plans', 'incidents', 'library'],
  }),
  /**
   * Settles a claim. `leaveThere` marks it unavailable here, `takeHere` withdraws the others' orders and marks it
   * unavailable there (administrative headquarters only): the plans concerned are to be made again. @throws `conflict`
   * when the claim is no longer between these incidents, `forbidden`.
   */
  settle: command({
    input: z.strictObject({
      commandId: z.uuid(),
      /** The incident it is decided for. */
      incidentId: z.string().min(1),
      claim: z.string().min(1),
      incidents: z.array(z.string()).min(2),
      choice: z.enum(CLAIM_CHOICES),
      reason: z.string().trim().min(1, '请写明理由').max(300),
    }),
    /** Incidents whose plan is to be made again. */
    output: z.strictObject({ replan: z.array(z.string()) }),
    changes: ['orders', 'incidents', 'plans', 'journal'],
  }),
} as const
