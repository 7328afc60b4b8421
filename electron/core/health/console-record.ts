import type { ReadDb } from '../db/db-types.ts'
import { readHeads } from '../db/repositories/op-log.repo.ts'
import type { Journal } from '../replication/journal.ts'

/** A run that did not end by itself, as it was found at the next start. */
export interface Interruption {
  /** When that run began, ISO 8601; empty when its mark could not be read. */
  readonly startedAt: string
  /** Entries of this seat that are in the record. */
  readonly entries: number
}

/** What is the same in every entry the program makes about itself. */
const OF_CONSOLE = {
  incidentId: '',
  entity: 'console',
  basis: [],
  by: { user: 'program', role: 'program', onBehalf: null },
} as const

/** Records that the disk had no room and what was given up for it. */
export function recordFullDisk(journal: Journal, freedBytes: number): void {
  journal.commit((recorder) => {
    recorder.append({ ...OF_CONSOLE, kind: 'v1.console.diskFull', body: { freedBytes } })
  })
}

/** What is left of an interrupted run. */
export function readInterruption(db: ReadDb, seat: string, startedAt: string): Interruption {
  return { startedAt, entries: readHeads(db).find((head) => head.seat === seat)?.seq ?? 0 }
}

/** Records that the run before did not end by itself. */
export function recordInterruption(journal: Journal, { startedAt, entries }: Interruption): void {
  journal.commit((recorder) => {
    recorder.append({ ...OF_CONSOLE, kind: 'v1.console.uncleanStop', body: { startedAt, entries } })
  })
}
