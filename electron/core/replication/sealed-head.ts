import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ChainHead } from '../db/repositories/op-log.repo.ts'
import { replaceFile } from './durable-file.ts'
import { hashText, isSignedBy, readPublicKey, signHash } from './op-proof.ts'
import type { SeatKey } from './seat-key.ts'

const SealedHead = z.strictObject({ seat: z.string(), seq: z.number().int(), hash: z.string(), signature: z.string() })

/** The end of a seat's chain, signed by the seat. It stands outside the log, or a cut tail could not be seen. */
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

/** Seals the end of this seat's chain; the heads of other seats stay as they are. */
export function sealHead(databasePath: string, head: ChainHead, key: SeatKey): void {
  const others = (readSealedHeads(databasePath) ?? []).filter((sealed) => sealed.seat !== head.seat)
  const { seat, seq, hash } = head
  const sealed: SealedHead = { seat, seq, hash, signature: signHash(digestOfHead(head), key.privateKey) }
  replaceFile(headPathOf(databasePath), JSON.stringify({ schema: 'sealed-head/1', heads: [...others, sealed] }))
}

/** True when the head was sealed with the seat's key (SPKI, base64). */
export function isSealedBy(sealed: SealedHead, publicKey: string): boolean {
  const key = readPublicKey(publicKey)
  return key !== null && isSignedBy(digestOfHead(sealed), sealed.signature, key)
}

function digestOfHead({ seat, seq, hash }: ChainHead): string {
  return hashText(canonicalJson({ schema: 'sealed-head/1', seat, seq, hash }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // reported by the caller as a missing seal
  }
}
