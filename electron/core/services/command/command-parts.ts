import type { RightsTable } from '#shared/domain/command/rights.ts'
import type { WriteDb } from '../../db/db-types.ts'
import type { Journal } from '../../replication/journal.ts'
import type { IncidentLog } from './incident-log.ts'

/** What services of command work with. */
export interface CommandParts {
  readonly db: WriteDb
  readonly journal: Journal
  readonly log: IncidentLog
  readonly nowMs: () => number
  /** Who decides what. */
  readonly rights: () => RightsTable
}
