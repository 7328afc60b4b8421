import * as z from 'zod'
import { TEAM_TIERS, TEAM_TYPES } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const Who = { who: z.string().trim().min(1).max(60), reason: z.string().trim().min(1).max(400) }
const Changed = z.strictObject({ batchId: z.number().int().nullable() })

/** A team that was lent out and is not known to be back. */
export const LentTeam = z.strictObject({
  teamId: z.string(),
  name: z.string(),
  type: z.enum(TEAM_TYPES),
  tier: z.enum(TEAM_TIERS),
  town: z.string(),
  phone: z.string(),
  /** Up to and including this day. */
  until: z.string(),
  where: z.string(),
  /** Whole days until it is back; 0 = back tomorrow, negative = its return was not confirmed. */
  daysLeft: z.number().int(),
  /** Who lent it, when and why; null = it was loaded so. */
  said: z.strictObject({ at: z.string(), who: z.string(), reason: z.string() }).nullable(),
  isDemo: z.boolean(),
})
export type LentTeam = z.infer<typeof LentTeam>

/** Teams lent out (外借) and taken back. */
export const lendingContract = {
  /** Those overdue first, then by day of return. */
  list: query({ input: z.strictObject({}), output: z.array(LentTeam), topics: ['library'] }),
  /** Lends a team out until a day that has not passed. @throws `bad-input`, `conflict` when it is out already. */
  lend: command({
    input: z.strictObject({
      commandId: z.uuid(),
      teamId: z.string(),
      until: z.iso.date(),
      where: z.string().trim().min(1).max(120),
      ...Who,
    }),
    output: Changed,
    changes: ['library'],
  }),
  /** Says that it is back. @throws `conflict` when it is not out. */
  takeBack: command({
    input: z.strictObject({ commandId: z.uuid(), teamId: z.string(), ...Who }),
    output: Changed,
    changes: ['library'],
  }),
} as const
