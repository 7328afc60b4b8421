import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ChainHead } from '../db/repositories/op-log.repo.ts'
import { replaceFile } from './durable-file.ts'
import { hashText, isSignedBy, readPublicKey, signHash } from './op-proof.ts'
import type { SeatKey } from './seat-key.ts'

const SealedHead = z.strictObject({
  seat: z.string(),
  seq: z.number().int(),
  hash: z.string(),
  /** The seat that signed, where it is another: this machine for what it took over from others. */
  by: z.string().optional(),
  signature: z.string(),
})

/**
 * The end of a seat's chain, signed by the seat itself or by the one that took its entries over. It stands outside the log,
 * or a cut tail could not be seen.
 */
export type SealedHead = z.infer<typeof SealedHead>

const HeadFile = z.strictObject({ schema: z.literal('sealed-head/1'), heads: z.array(SealedHead) })

/** The file of sealed heads of a database. */
export function headPathOf(databasePath: string): string {
  return `${databasePath}.head`
}

/** The sealed heads beside a database; `null` when the file is missing or not one. */
export function readSealedHeads(databasePath: string): readonly SealedHead[] | null {
  const path = headPathOf(databasePath)
  if (!existsSync(path)) return null
  const file = HeadFile.safeParse(parseJson(readFileSync(path, 'utf8')))
  return file.success ? file.data.heads : null
}

/**
 * Seals the ends of all chains: this seat's own as it is, another seat's only when it grew out of what was sealed before.
 * A head that the log no longer reaches or contradicts stays as evidence.
 *
 * @param hashAt hash of an entry in the log, or null when it is not there
 */
export function sealHeads(
  databasePath: string,
  heads: readonly ChainHead[],
  key: SeatKey,
  hashAt: (seat: string, seq: number) => string | null,
): void {
  const kept = new Map((readSealedHeads(databasePath) ?? []).map((sealed) => [sealed.seat, sealed]))
  for (const head of heads) {
    const before = kept.get(head.seat)
    const isOwn = head.seat === key.seat
    if (isOwn || before === undefined) kept.set(head.seat, sealed(head, key))
    else if (before.seq < head.seq && (before.seq === 0 || hashAt(head.seat, before.seq) === before.hash)) {
      kept.set(head.seat, sealed(head, key))
    }
  }
  replaceFile(headPathOf(databasePath), JSON.stringify({ schema: 'sealed-head/1', heads: [...kept.values()] }))
}

function sealed({ seat, seq, hash }: ChainHead, key: SeatKey): SealedHead {
  const by = seat === key.seat ? {} : { by: key.seat }
  return { seat, seq, hash, ...by, signature: signHash(digestOfHead({ seat, seq, hash, ...by }), key.privateKey) }
}

/** True when the head was sealed with the key (SPKI, base64) of the seat that signed it. */
export function isSealedBy(sealed: SealedHead, publicKey: string): boolean {
  const key = readPublicKey(publicKey)
  return key !== null && isSignedBy(digestOfHead(sealed), sealed.signature, key)
}

function digestOfHead({ seat, seq, hash, by }: Omit<SealedHead, 'signature'>): string {
  const signer = by === undefined ? {} : { by }
  return hashText(canonicalJson({ schema: 'sealed-head/1', seat, seq, hash, ...signer }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // reported by the caller as a missing seal
  }
}
