import { createHash, hash } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { StoredBatch, StoredChange } from '../db/repositories/library-history.repo.ts'

/** What stands for the hash of the batch before the first one. */
export const CHAIN_START = '0'.repeat(64)

/** Sums up the changes of a batch in their order. */
export interface ChangesHash {
  add(change: StoredChange): void
  /** SHA-256 as hex over all changes added; to be asked once. */
  end(): string
}

/** Begins the hash of a batch's changes. */
export function startChangesHash(): ChangesHash {
  const sum = createHash('sha256')
  return {
    add: ({ kind, key, before, after }) => void sum.update(`${JSON.stringify([kind, key, before, after])}\n`),
    end: () => sum.digest('hex'),
  }
}

/** SHA-256 as hex of a batch: of all it says, of its changes and of the batch before it. */
export function batchHashOf(batch: Omit<StoredBatch, 'hash'>): string {
  return hash('sha256', canonicalJson({ ...batch, hash: '' }))
}
