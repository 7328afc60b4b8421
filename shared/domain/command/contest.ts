import * as z from 'zod'

/**
 * A person settled which of several orders of one team stand, after two machines sent it apart. The operation's basis names
 * every order in question and every earlier settlement; the orders that are not named in `stands` are overruled.
 */
export const ContestSettled = z.strictObject({
  teamId: z.string().min(1),
  /** Operations that issued the orders that stand; empty when none does. */
  stands: z.array(z.string()),
  /** Name of the officer who settled it. */
  who: z.string().min(1),
  reason: z.string().min(1),
})

/** Operations about what two machines decided apart. */
export const CONTEST_OPS = {
  'v1.contest.settled': ContestSettled,
} as const
