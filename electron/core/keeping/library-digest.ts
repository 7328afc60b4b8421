import { hash } from 'node:crypto'
import type { Dataset, DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordText } from '#shared/domain/dataset/record-text.ts'
import { digestOf } from '#shared/kernel/digest.ts'

/** How many records of a kind there are, and the sum of their digests: the same whatever their order. */
export interface KindDigest {
  readonly rows: number
  readonly digest: bigint
}

/** The digests of all kinds; a kind without records need not be in it. */
export type LibraryDigests = ReadonlyMap<RecordKind, KindDigest>

const MODULUS = 1n << 256n

/** No records at all. */
export const NO_ROWS: KindDigest = { rows: 0, digest: 0n }

/** The digest with one record more. */
export function withRecord({ rows, digest }: KindDigest, text: string): KindDigest {
  return { rows: rows + 1, digest: (digest + numberOf(text)) % MODULUS }
}

/** The digest with one record less. */
export function withoutRecord({ rows, digest }: KindDigest, text: string): KindDigest {
  return { rows: rows - 1, digest: (digest - numberOf(text) + MODULUS) % MODULUS }
}

/** The digests of all records of a data set. */
export function digestsOf(dataset: Omit<Dataset, 'version'>): LibraryDigests {
  return new Map(
    RECORD_KINDS.map((kind) => {
      const rows: readonly object[] = dataset[kind]
      let sum = 0n
      for (const row of rows) sum += numberOf(recordText(kind, row))
      return [kind, { rows: rows.length, digest: sum % MODULUS }]
    }),
  )
}

/**
 * `sha256:…` over a whole data set: same data, same version, whatever the order of its rows and wherever they are kept.
 * A kind without records is left out, so that a table added later changes no version.
 */
export function libraryVersionOf(
  { head, roadsSchematic }: { readonly head: DatasetHead; readonly roadsSchematic: boolean },
  digests: LibraryDigests,
): string {
  const kinds = [...digests].filter(([, { rows }]) => rows > 0)
  const written = new Map(kinds.map(([kind, { rows, digest }]) => [kind, { rows, digest: hexOf(digest) }]))
  return digestOf({ head, roadsSchematic, kinds: Object.fromEntries(written) })
}

/** A digest as 64 hex digits. */
export function hexOf(digest: bigint): string {
  return digest.toString(16).padStart(64, '0')
}

/** The digest of 64 hex digits. */
export function digestOfHex(hex: string): bigint {
  return BigInt(`0x${hex}`)
}

function numberOf(text: string): bigint {
  return digestOfHex(hash('sha256', text))
}
