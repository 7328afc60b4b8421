import type { TeamRow } from '../../../domain/dataset/tables.ts'
import type { Reason } from '../../../domain/reason.ts'
import { silentTown } from '../../cut-off/read-cut-off.ts'
import type { FactSheet } from '../../problem.ts'
import { makeReason } from '../../reason.ts'

/**
 * A team whose station is in a street that no telephone reaches is not counted on (design rule): nobody can order it and
 * its state is not known. One that reports itself stands among the responding teams and counts again.
 */
export function teamOutOfContact(team: TeamRow, facts: Pick<FactSheet, 'cutOffTowns'>): Reason | null {
  const entry = silentTown(team, facts)
  return entry === null ? null : makeReason('team-no-contact', { team: team.name, town: entry.town })
}
