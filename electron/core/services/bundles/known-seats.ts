import type { AppContract } from '#shared/contract/app-contract.ts'
import type { KnownSeat } from '#shared/contract/bundles.contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { readBundleRuns } from '../../db/repositories/bundle-run.repo.ts'
import { readHeads, readOpsAfter, readSeats } from '../../db/repositories/op-log.repo.ts'
import { findSplit } from '../../db/repositories/quarantine.repo.ts'
import { seatOf } from './bundle-report.ts'
import { readSeatNames } from './seat-names.ts'
import { vectorOf } from './what-others-have.ts'

/** This machine, and the others that wrote something here or sent something. */
export function knownSeats(db: ReadDb, own: string): OutputOf<AppContract['bundles']['seats']> {
  const names = readSeatNames(db)
  const seats = readSeats(db).map(({ seat, publicKey }) => seatOf(seat, publicKey, names.get(seat) ?? ''))
  const heads = readHeads(db)
  const runs = readBundleRuns(db)
  const others = seats.flatMap((seat): KnownSeat[] => {
    const head = heads.find((candidate) => candidate.seat === seat.seat)
    const lastOf = (direction: 'in' | 'out'): string =>
      runs.findLast((run) => run.direction === direction && run.seat === seat.seat)?.at ?? ''
    if (seat.seat === own || (head === undefined && lastOf('in') === '')) return []
    const has = vectorOf(db, seat.seat)
    const split = findSplit(db, seat.seat)
    const last = head === undefined ? undefined : readOpsAfter(db, seat.seat, head.seq - 1)[0]
    return [
      {
        ...seat,
        entries: head?.seq ?? 0,
        lastEntryAt: last?.op.wall ?? '',
        lastInAt: lastOf('in'),
        lastOutAt: lastOf('out'),
        waiting: heads.reduce((sum, { seat: of, seq }) => sum + Math.max(0, seq - (has[of] ?? 0)), 0),
        frozen: split === null ? null : { seq: split.seq, hash: split.hash, ownHash: split.ownHash },
      },
    ]
  })
  const self = seats.find(({ seat }) => seat === own) ?? seatOf(own, '', '')
  return { own: self, others }
}
