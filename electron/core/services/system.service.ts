import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { JournalEntry, StartNotice } from '#shared/contract/system.contract.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readNewestOps, type StoredOp } from '../db/repositories/op-log.repo.ts'
import { sentenceOf } from './command/journal/journal-lines.ts'
import { libraryEntries } from './library-journal.ts'
import { verifyDatabase } from './verify/verify-database.ts'

/** State of the console itself. */
export type SystemService = AppHandlers['system']

/** What the console says about itself besides its state. */
export interface ConsoleIdentity {
  readonly version: string
  readonly runtime: string
  readonly databasePath: string
}

/** Builds the system service. */
export function createSystemService(core: {
  readonly db: ReadDb
  readonly seat: string
  readonly identity: ConsoleIdentity
  /** What the operator should know now, of the start and since. */
  readonly notices: () => readonly StartNotice[]
}): SystemService {
  const { db, seat, identity, notices } = core
  return {
    info: () => ({ ...identity, ready: true, notices: [...notices()], seat }),
    verify: () => {
      const { ok, problems } = verifyDatabase(db, identity.databasePath)
      return { ok, problems: problems.map((problem) => ({ ...problem })) }
    },
    journal: (filter) =>
      newestFirst(readNewestOps(db, filter).map(entryOf), libraryEntries(db, filter)).slice(0, filter.limit),
  }
}

/** Two lists that are each newest first, as one; of the same second the operations stand first. */
function newestFirst(ops: readonly JournalEntry[], changes: readonly JournalEntry[]): JournalEntry[] {
  const entries: JournalEntry[] = []
  let next = 0
  for (const op of ops) {
    for (let change = changes[next]; change !== undefined && change.at > op.at; change = changes[next]) {
      entries.push(change)
      next += 1
    }
    entries.push(op)
  }
  return [...entries, ...changes.slice(next)]
}

function entryOf(stored: StoredOp): JournalEntry {
  const { op, hash } = stored
  const { id, wall, kind, inc, by } = op
  return { opId: id, at: wall, kind, incidentId: inc, who: by.user, role: by.role, text: sentenceOf(stored), hash }
}
