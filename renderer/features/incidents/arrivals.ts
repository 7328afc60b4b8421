import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { Arrival } from '../../app/view-store.ts'

/** What this window is doing itself; none of it is news here. */
export interface OwnWork {
  /** Incidents this window opened. */
  readonly opened: readonly string[]
  /** Incident whose plans it is building now. */
  readonly building: string | null
  /** Newest version it built, by incident. */
  readonly built: Readonly<Record<string, number>>
}

/** Plan version known of each incident, null before the first. */
export type KnownVersions = ReadonlyMap<string, number | null>

/** Versions of a list of incidents. */
export function versionsOf(incidents: readonly IncidentSummary[]): KnownVersions {
  return new Map(incidents.map((row) => [row.incidentId, row.planVersion]))
}

/**
 * The most urgent news between two states of the list: a new incident before a new version, the newest first. Null when
 * everything new was made here or the list was not known before.
 */
export function arrivalBetween(
  before: KnownVersions | null,
  after: readonly IncidentSummary[],
  own: OwnWork,
): Arrival | null {
  if (before === null) return null
  const opened = after.find((row) => !before.has(row.incidentId) && !own.opened.includes(row.incidentId))
  if (opened !== undefined) return arrivalOf(opened, 'incident')
  const planned = after.find((row) => {
    const version = row.planVersion ?? 0
    return (
      before.has(row.incidentId) &&
      version > (before.get(row.incidentId) ?? 0) &&
      row.incidentId !== own.building &&
      version > (own.built[row.incidentId] ?? 0)
    )
  })
  return planned === undefined ? null : arrivalOf(planned, 'version')
}

function arrivalOf(row: IncidentSummary, kind: Arrival['kind']): Arrival {
  const { incidentId, number, title, mode, planVersion } = row
  return { kind, incidentId, number, title, mode, version: planVersion }
}
