import type { Incident } from '../../../domain/incident.ts'
import type { Reason } from '../../../domain/reason.ts'
import type { TeamRow } from '../../../domain/dataset/tables.ts'
import { makeReason } from '../../reason.ts'

/** A team named in `unavailable`, or with nobody on duty, is not sent. */
export function teamUnavailable(team: TeamRow, incident: Pick<Incident, 'unavailable'>): Reason | null {
  if (incident.unavailable?.includes(`team:${team.id}`) === true)
    return makeReason('team-unavailable', { team: team.name })
  return team.onDuty > 0 ? null : makeReason('team-nobody-on-duty', { team: team.name })
}
