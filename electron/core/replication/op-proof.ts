import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { OpEnvelope } from '#shared/replication/op.ts'

/** SHA-256 of a text as lower-case hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Hash of an operation: SHA-256 over the canonical JSON (RFC 8785) of all its fields. */
export function hashOp(op: OpEnvelope): string {
  return hashText(canonicalJson(op))
}

/** Ed25519 signature (base64) over a hash. */
export function signHash(hash: string, privateKey: KeyObject): string {
  return sign(null, Buffer.from(hash, 'utf8'), privateKey).toString('base64')
}

/** True when the signature over a hash was made with the seat's key. */
export function isSignedBy(hash: string, signature: string, publicKey: KeyObject): boolean {
  const bytes = Buffer.from(signature, 'base64')
  // Only the canonical base64 counts, or a changed letter of the padding bits would go unseen.
  return bytes.toString('base64') === signature && verify(null, Buffer.from(hash, 'utf8'), publicKey, bytes)
}

/** Reads a public key (SPKI, base64); null when the text is none. */
export function readPublicKey(spki: string): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  } catch {
    return null // the caller reports the damaged key with its seat
  }
}

/**
 * The fingerprint of a public key (SPKI, base64) to be read aloud over the telephone: eight groups of four digits, each of
 * two bytes of its SHA-256 modulo 10000 (design rule: 106 bits in 32 spoken digits).
 */
export function fingerprintOf(spki: string): string {
  const bytes = createHash('sha256').update(`fingerprint ${spki}`, 'utf8').digest()
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2) % 10_000)
  return groups.map((group) => String(group).padStart(4, '0')).join(' ')
}

/** Name of the seat a public key (SPKI, base64) belongs to: the name follows from the key and cannot be moved to another. */
export function seatOf(spki: string): string {
  return `seat-${hashText(spki).slice(0, 16)}`
}
