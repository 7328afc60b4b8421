import * as z from 'zod'

/** Name a machine goes by, e.g. 前方指挥车. */
export const SeatName = z.string().trim().min(1).max(30)

/** The machine that writes this gave itself a name. */
const SeatNamed = z.strictObject({ name: SeatName })

/** Somebody compared the fingerprint of another machine's key and takes its records from now on. */
const SeatTrusted = z.strictObject({
  seat: z.string(),
  /** SPKI, base64. */
  publicKey: z.string(),
  name: z.string(),
  /** Who compared it. */
  who: z.string().min(1),
})

/** Operations about the machines that write the record; they belong to no incident. */
export const SEAT_OPS = {
  'v1.seat.named': SeatNamed,
  'v1.seat.trusted': SeatTrusted,
} as const
