import { invariant } from '#shared/kernel/assert.ts'
import { applyOp } from '#shared/replication/apply-op.ts'
import { nextHybridTime } from '#shared/replication/hybrid-clock.ts'
import { GENESIS, opIdOf, type Op, type OpDraft, type OpEnvelope } from '#shared/replication/op.ts'
import type { WriteDb } from '../db/db-types.ts'
import { asFileError, withShapeErrors } from '../db/file-errors.ts'
import { saveContent } from '../db/repositories/contents.repo.ts'
import { appendOp, findOpHash, readHeads, readLastHybridTime, saveSeat } from '../db/repositories/op-log.repo.ts'
import { writeProjection } from '../db/repositories/projection.repo.ts'
import { readKnownOp } from './known-op.ts'
import { hashOp, hashText, signHash } from './op-proof.ts'
import { sealHeads } from './sealed-head.ts'
import type { SeatKey } from './seat-key.ts'
import { wallTimeOf } from './wall-time.ts'

/** What may be done inside one transaction of the record. */
export interface Recorder {
  /** Appends an operation of this seat and writes the rows it projects to. */
  append(draft: OpDraft): Op
  /** Keeps a content and returns its hash, to be named in an operation. */
  keep(content: string): string
}

/** This seat's signed, hash-chained record of operations. */
export interface Journal {
  readonly seat: string
  /** Signs a hash as this seat. */
  sign(hash: string): string
  /** Runs work in one transaction: operations, their rows and whatever else it writes, all or nothing. */
  commit<T>(work: (recorder: Recorder) => T): T
}

/** What a journal works with. `databasePath` is null for a database in memory, which has no file to seal beside. */
export interface JournalOptions {
  readonly db: WriteDb
  readonly key: SeatKey
  readonly databasePath: string | null
  readonly nowMs: () => number
  /** Told when the head could not be sealed after a commit; the entry itself is safe and sealed with the next one. */
  readonly logBug: (where: string, error: unknown) => void
}

/** Opens the journal of a seat over a database. */
export function openJournal(options: JournalOptions): Journal {
  const { db, key, databasePath, logBug } = options
  withShapeErrors(databasePath ?? ':memory:', () => saveSeat(db, key))
  const recorder: Recorder = {
    append: (draft) => append(options, draft),
    keep: (content) => {
      const hash = hashText(content)
      saveContent(db, hash, content)
      return hash
    },
  }
  return {
    seat: key.seat,
    sign: (hash) => signHash(hash, key.privateKey),
    commit: (work) => {
      let result: ReturnType<typeof work>
      try {
        result = db.transaction(() => work(recorder)).immediate()
      } catch (error) {
        throw asFileError(databasePath ?? ':memory:', error)
      }
      try {
        sealOwnHead(db, databasePath, key)
      } catch (error) {
        logBug('journal.seal', error)
      }
      return result
    },
  }
}

/** Seals the present ends of all chains, also this seat's empty one, in the file beside the database. */
export function sealOwnHead(db: WriteDb, databasePath: string | null, key: SeatKey): void {
  if (databasePath === null) return
  const heads = readHeads(db)
  const own = heads.some(({ seat }) => seat === key.seat) ? [] : [{ seat: key.seat, seq: 0, hash: GENESIS }]
  sealHeads(databasePath, [...own, ...heads], key, (seat, seq) => findOpHash(db, seat, seq))
}

function append({ db, key, nowMs }: JournalOptions, draft: OpDraft): Op {
  const heads = readHeads(db)
  const last = heads.find((head) => head.seat === key.seat)
  const seq = (last?.seq ?? 0) + 1
  const now = nowMs()
  const envelope: OpEnvelope = {
    v: 1,
    id: opIdOf(key.seat, seq),
    seat: key.seat,
    seq,
    prev: last?.hash ?? GENESIS,
    seen: Object.fromEntries(heads.map((head) => [head.seat, head.seq])),
    hlc: nextHybridTime(readLastHybridTime(db), now),
    wall: wallTimeOf(now),
    inc: draft.incidentId,
    ent: draft.entity,
    kind: draft.kind,
    basis: draft.basis,
    by: draft.by,
    body: draft.body,
  }
  // Through JSON and the same reader as the rebuild, so that a later rebuild meets exactly what was applied here.
  const plain: unknown = JSON.parse(JSON.stringify(envelope.body))
  const op = readKnownOp({ ...envelope, body: plain })
  invariant(op !== null, `operation kind ${draft.kind} has a reader`)
  const hash = hashOp(op)
  appendOp(db, { op, hash, signature: signHash(hash, key.privateKey) })
  for (const row of applyOp(op)) writeProjection(db, row)
  return op
}
