import type { Demand } from '../../../domain/plan/force-plan.ts'
import type { Reason } from '../../../domain/reason.ts'
import type { TeamRow } from '../../../domain/dataset/tables.ts'
import { makeReason } from '../../reason.ts'

/** Social forces and volunteers: a lower trust tier, never in the hot zone and never alone. */
export function isVolunteer(team: Pick<TeamRow, 'type'>): boolean {
  return team.type === 'SOCIAL' || team.type === 'VOL'
}

/** Volunteers do not fill demands of the hot zone. */
export function volunteerInHotZone(team: TeamRow, demand: Pick<Demand, 'hotZone'>): Reason | null {
  return demand.hotZone && isVolunteer(team) ? makeReason('volunteer-hot-zone', { team: team.name }) : null
}
