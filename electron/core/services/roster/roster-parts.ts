import type { WriteDb } from '../../db/db-types.ts'
import type { Journal } from '../../replication/journal.ts'
import type { LibrarySource } from '../library-source.ts'
import type { PlanningReferences } from '../planning-port.ts'

/** What keeping the roster works with. */
export interface RosterParts {
  readonly db: WriteDb
  readonly journal: Journal
  readonly nowMs: () => number
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
}
