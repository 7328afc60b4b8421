import type { ReadDb } from '../db/db-types.ts'
import { readLatestWall } from '../db/repositories/op-log.repo.ts'

/** Behind its own record by no more than this, a clock counts as right: it is set by the network now and then. */
const TOLERANCE_MS = 60_000

/** How far this machine's clock is behind what it wrote itself. Never compared with the clock of another seat. */
export interface ClockLag {
  /** Latest time in this seat's own entries, ISO 8601. */
  readonly latest: string
  readonly behindS: number
}

/** Watches the clock of this machine against the record of its own seat. Null when the clock is not behind. */
export function createClockWatch(db: ReadDb, seat: string): (nowMs: number) => ClockLag | null {
  let seen = { seq: 0, wall: '' }
  return (nowMs) => {
    const newer = readLatestWall(db, seat, seen.seq)
    if (newer !== null) seen = { seq: newer.seq, wall: newer.wall > seen.wall ? newer.wall : seen.wall }
    if (seen.wall === '') return null
    const behindMs = Date.parse(seen.wall) - nowMs
    return behindMs > TOLERANCE_MS ? { latest: seen.wall, behindS: Math.round(behindMs / 1000) } : null
  }
}
