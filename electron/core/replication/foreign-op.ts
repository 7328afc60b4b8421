import * as z from 'zod'
import { parseInstant } from '#shared/kernel/instant.ts'
import { opIdOf } from '#shared/replication/op.ts'

/** Name of a seat: the beginning of its key's fingerprint. */
export const SeatId = z.string().regex(/^seat-[0-9a-f]{16}$/)
/** SHA-256 as lower-case hex. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Last entry of every seat. */
export const Vector = z.record(SeatId, z.number().int().min(1).max(1_000_000_000))

/** Text that the database gives back exactly as it took it. */
const Plain = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
const OpId = z.string().regex(/^seat-[0-9a-f]{16}:[1-9]\d{0,9}$/)

/** An entry as another machine hands it over: every field as this version writes it, the body of any kind. */
export const ForeignOp = z
  .strictObject({
    op: z.strictObject({
      v: z.literal(1),
      id: OpId,
      seat: SeatId,
      seq: z.number().int().min(1).max(1_000_000_000),
      prev: Hash,
      seen: Vector,
      // Fifteen digits that no clock reaches: one entry from a far future must not use up the clock of all.
      hlc: z.string().regex(/^0\d{14}\.\d{5}$/),
      wall: Plain.refine((text) => parseInstant(text) !== null),
      inc: Plain,
      ent: Plain,
      kind: z
        .string()
        .max(80)
        .regex(/^v\d+(\.[A-Za-z]+)+$/),
      basis: z.array(OpId).max(1000),
      by: z.strictObject({ user: Plain, role: Plain, onBehalf: Plain.nullable() }),
      body: z.unknown(),
    }),
    hash: Hash,
    signature: z.string().length(88),
  })
  .refine(({ op }) => op.id === opIdOf(op.seat, op.seq))
