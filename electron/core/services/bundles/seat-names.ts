import type { ReadDb } from '../../db/db-types.ts'
import { readOpsOfKinds } from '../../db/repositories/op-log.repo.ts'
import { readKnownOp } from '../../replication/known-op.ts'

/** The name each machine gave itself last. */
export function readSeatNames(db: ReadDb): Map<string, string> {
  const names = new Map<string, string>()
  for (const { op } of readOpsOfKinds(db, ['v1.seat.named'])) {
    const named = readKnownOp(op)
    if (named?.kind === 'v1.seat.named') names.set(named.seat, named.body.name)
  }
  return names
}
