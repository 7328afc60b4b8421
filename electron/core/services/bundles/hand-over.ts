import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb, WriteDb } from '../../db/db-types.ts'
import { addBundleRun } from '../../db/repositories/bundle-run.repo.ts'
import { readStoredLibrary } from '../../db/repositories/dataset.repo.ts'
import { readHeads, readSeats } from '../../db/repositories/op-log.repo.ts'
import type { Bundle } from '../../replication/bundle/bundle-shape.ts'
import { takeBundle, unknownSeatsOf, type TakenBundle, type UnknownSeat } from '../../replication/bundle/take-bundle.ts'
import { writeBundle, type WrittenBundle } from '../../replication/bundle/write-bundle.ts'
import type { Journal, Recorder } from '../../replication/journal.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { readSeatNames } from './seat-names.ts'
import { vectorOf } from './what-others-have.ts'

/** What merging works with. */
export interface MergingParts {
  readonly db: WriteDb
  readonly journal: Journal
  readonly nowMs: () => number
}

/** What was taken, and who was new. */
export interface Merged extends TakenBundle {
  readonly newSeats: readonly UnknownSeat[]
}

/** Makes a bundle for one machine (what it is not known to have) or, with null, of everything. @throws AppError `not-found`. */
export function makeBundle({ db, journal, nowMs }: MergingParts, to: string | null): WrittenBundle {
  if (to !== null && !readSeats(db).some(({ seat }) => seat === to)) {
    throw new AppError('not-found', `本机不认识席位“${to}”；请从列表中选择，或导出全部记录`, { path: 'to', value: to })
  }
  return writeBundle(db, {
    seat: journal.seat,
    sign: journal.sign,
    since: to === null ? {} : vectorOf(db, to),
    madeAt: wallTimeOf(nowMs()),
    library: libraryVersionOf(db),
    names: readSeatNames(db),
  })
}

/** Notes that a bundle was given out. */
export function noteGiven({ db, nowMs }: MergingParts, made: WrittenBundle, to: string | null, who: string): void {
  const heads = Object.fromEntries(readHeads(db).map(({ seat, seq }) => [seat, seq]))
  addBundleRun(db, {
    ...{ direction: 'out', seat: to ?? '', at: wallTimeOf(nowMs()), who },
    ...{ ops: made.header.counts.ops, heads, contentHash: made.contentHash },
  })
}

/** Takes a bundle, and puts on record whose key was trusted by whom. Runs inside the caller's transaction. */
export function mergeBundle(
  { db, nowMs }: Pick<MergingParts, 'db' | 'nowMs'>,
  bundle: Bundle,
  { recorder, trust, who, role }: MergeOrder,
): Merged {
  const newSeats = unknownSeatsOf(db, bundle)
  const taken = takeBundle(db, bundle, { trust, who, at: wallTimeOf(nowMs()) })
  for (const { seat, publicKey, name } of newSeats) {
    recorder?.append({
      kind: 'v1.seat.trusted',
      incidentId: '',
      entity: `seat:${seat}`,
      basis: [],
      by: { user: who, role, onBehalf: null },
      body: { seat, publicKey, name, who },
    })
  }
  return { ...taken, newSeats }
}

/** Who merges, and whom he trusts; no recorder in a trial. */
export interface MergeOrder {
  readonly recorder: Recorder | null
  readonly trust: readonly string[]
  readonly who: string
  readonly role: string
}

/** What taking a bundle would do, trusting everybody in it; nothing is written. */
export function tryBundle<T>(
  parts: Pick<MergingParts, 'db' | 'nowMs'>,
  bundle: Bundle,
  look: (merged: Merged) => T,
): T {
  const trust = bundle.header.seats.map(({ seat }) => seat)
  const answer: { value: T | null } = { value: null }
  const undo = new Error('a trial is taken back')
  try {
    parts.db
      .transaction(() => {
        answer.value = look(mergeBundle(parts, bundle, { recorder: null, trust, who: '', role: '' }))
        throw undo
      })
      .immediate()
  } catch (error) {
    if (error !== undo) throw error
  }
  if (answer.value === null) throw new Error('a trial gives an answer')
  return answer.value
}

/** Version of this machine's library; empty when there is none. */
export function libraryVersionOf(db: ReadDb): string {
  return readStoredLibrary(db)?.version ?? ''
}
