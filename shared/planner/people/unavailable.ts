import type { Incident } from '../../domain/incident.ts'

/** Ids of one kind that the incident marks as not available (`person:p-1` → `p-1`). */
export function unavailableIds(
  incident: Incident,
  kind: 'person' | 'store' | 'lot' | 'shelter' | 'hospital' | 'carrier' | 'team',
): ReadonlySet<string> {
  const prefix = `${kind}:`
  return new Set(
    (incident.unavailable ?? []).filter((entry) => entry.startsWith(prefix)).map((entry) => entry.slice(prefix.length)),
  )
}
