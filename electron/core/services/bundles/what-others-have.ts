import type { ReadDb } from '../../db/db-types.ts'
import { readBundleRuns } from '../../db/repositories/bundle-run.repo.ts'
import { readHeads, readOpsAfter } from '../../db/repositories/op-log.repo.ts'

/**
 * Last entry of every seat that another machine is known to have: what its bundles said it had, and what its newest entry
 * had seen. Nothing for a machine that was never heard of.
 */
export function vectorOf(db: ReadDb, seat: string): Record<string, number> {
  const vector: Record<string, number> = {}
  const raise = (heads: Readonly<Record<string, number>>): void => {
    for (const [of, seq] of Object.entries(heads)) vector[of] = Math.max(vector[of] ?? 0, seq)
  }
  for (const run of readBundleRuns(db)) if (run.direction === 'in' && run.seat === seat) raise(run.heads)
  const head = readHeads(db).find((candidate) => candidate.seat === seat)
  if (head === undefined) return vector
  for (const { op } of readOpsAfter(db, seat, head.seq - 1)) raise({ ...op.seen, [seat]: op.seq })
  return vector
}
