import type { Incident } from '../../../domain/incident.ts'
import type { Reason } from '../../../domain/reason.ts'
import type { TeamRow } from '../../../domain/dataset/tables.ts'
import { makeReason } from '../../reason.ts'

/**
 * A team named in `unavailable`, lent out up to a day that has not passed (`today`, YYYY-MM-DD), or with nobody on duty is
 * not sent.
 */
export function teamUnavailable(team: TeamRow, incident: Pick<Incident, 'unavailable'>, today: string): Reason | null {
  if (incident.unavailable?.includes(`team:${team.id}`) === true)
    return makeReason('team-unavailable', { team: team.name })
  if (isAway(team, today))
    return makeReason('team-away', { team: team.name, until: team.awayUntil, where: team.awayWhere || '外地' })
  return team.onDuty > 0 ? null : makeReason('team-nobody-on-duty', { team: team.name })
}

/** True while a team is lent out: it is neither free nor lost. */
export function isAway({ awayUntil }: Pick<TeamRow, 'awayUntil'>, today: string): boolean {
  return awayUntil !== '' && today <= awayUntil
}
