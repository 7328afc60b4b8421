import type { IncidentGrading } from '#shared/contract/incident.contract.ts'
import type { LevelKind } from '#shared/domain/level-record.ts'

export type SetLevel = IncidentGrading['overrides'][number]

/** What an officer set last for one of the two levels; null when nobody did or it was taken back. */
export function setLevelInForce(overrides: readonly SetLevel[], of: LevelKind): SetLevel | null {
  const last = overrides.filter((entry) => entry.of === of).at(-1)
  return last === undefined || last.withdrawn ? null : last
}
