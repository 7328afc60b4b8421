import type { WriteDb } from '../db/db-types.ts'
import { findOpHash, readHeads } from '../db/repositories/op-log.repo.ts'
import { findSplit } from '../db/repositories/quarantine.repo.ts'
import { withShapeErrors } from '../db/file-errors.ts'
import { timeStamp } from '../db/set-aside.ts'
import { sealOwnHead } from './journal.ts'
import { isSealedBy, readSealedHeads } from './sealed-head.ts'
import { loadSeatKey, retireSeatKey, type SeatKey } from './seat-key.ts'

/** The seat this machine writes as, and what its record looked like at the start. */
export interface OpenedSeat {
  readonly key: SeatKey
  /** In the operator's words, when the record does not end where it was sealed; null when it does. */
  readonly alarm: string | null
}

/**
 * Takes up this machine's seat. When the record does not reach its sealed head (a cut tail, a restored copy) the seat is
 * never continued: the same entry number would get two contents. A new seat goes on, and the old head stays as evidence.
 */
export function openSeat(db: WriteDb, databasePath: string, nowMs: number): OpenedSeat {
  const stamp = timeStamp(nowMs)
  const key = loadSeatKey(databasePath, stamp)
  const alarm = withShapeErrors(databasePath, () => alarmOf(db, databasePath, key))
  const current = alarm === null ? key : retireSeatKey(databasePath, stamp)
  sealOwnHead(db, databasePath, current)
  return { key: current, alarm }
}

function alarmOf(db: WriteDb, databasePath: string, key: SeatKey): string | null {
  const split = findSplit(db, key.seat)
  if (split !== null) {
    return `本席位 ${key.seat} 第 ${split.seq} 条在另一台机器上有不同内容（恢复过旧副本，或硬盘被克隆）；已改用新席位继续记录，请运行核验`
  }
  const written = readHeads(db).find((head) => head.seat === key.seat)?.seq ?? 0
  const heads = readSealedHeads(databasePath)
  const sealed = heads?.find((head) => head.seat === key.seat)
  if (!sealed) {
    return written === 0
      ? null
      : `本席位 ${key.seat} 的日志有 ${written} 条，封存的日志末端却不见了；已改用新席位继续记录，请运行核验`
  }
  if (!isSealedBy(sealed, key.publicKey)) {
    return `本席位 ${key.seat} 封存的日志末端被改动；已改用新席位继续记录，请运行核验`
  }
  if (sealed.seq === 0 || findOpHash(db, key.seat, sealed.seq) === sealed.hash) return null
  return `本席位 ${key.seat} 的日志应有第 ${sealed.seq} 条，现有 ${written} 条且内容不符（可能被截断，或恢复了旧副本）；已改用新席位继续记录，请运行核验`
}
