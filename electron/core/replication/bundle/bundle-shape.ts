import * as z from 'zod'
import type { StoredAttachment } from '../../db/repositories/attachment.repo.ts'
import type { StoredOp } from '../../db/repositories/op-log.repo.ts'
import { Hash, SeatId, Vector } from '../foreign-op.ts'

/** Most that a bundle file may be, and may unpack to, in bytes. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024
export const MAX_UNPACKED_BYTES = 384 * 1024 * 1024
/** Longest line: one operation or one kept content. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024

/** First line of the file, before anything is unpacked: what it is, and that it is whole. */
export const FILE_MARK = 'ecc-bundle/1'

/** What the sending seat says of its bundle, and signs. */
export const BundleHeader = z.strictObject({
  schema: z.literal('bundle/1'),
  /** The seat that made and signed it. */
  from: SeatId,
  madeAt: z.string().max(40),
  /** Version of the sender's library: plans name its records. */
  library: z.string().max(100),
  /** What the receiver was taken to have. */
  since: Vector,
  /** Ends of all chains the sender has. */
  heads: z.array(z.strictObject({ seat: SeatId, seq: z.number().int().min(1), hash: Hash })).max(1000),
  seats: z
    .array(
      z.strictObject({
        seat: SeatId,
        algorithm: z.literal('ed25519'),
        /** SPKI, base64. */
        publicKey: z.string().max(200),
        /** Name it gave itself; empty when none. */
        name: z.string().max(30),
      }),
    )
    .max(1000),
  counts: z.strictObject({
    ops: z.number().int().min(0),
    contents: z.number().int().min(0),
    attachments: z.number().int().min(0),
  }),
  /** SHA-256 of everything after the header. */
  bodyHash: Hash,
})
export type BundleHeader = z.infer<typeof BundleHeader>

/** A bundle that was read and proven whole and signed; nothing is said yet of its single operations. */
export interface Bundle {
  readonly header: BundleHeader
  /** SHA-256 of the file's packed part: names the bundle. */
  readonly contentHash: string
  readonly ops: readonly StoredOp[]
  /** Kept contents that operations name, by their hash. */
  readonly contents: ReadonlyMap<string, string>
  /** Bytes that operations name, such as photographs. */
  readonly attachments: readonly StoredAttachment[]
}
