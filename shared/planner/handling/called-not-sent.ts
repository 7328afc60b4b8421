import type { FirstOrder } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { isInside } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { CONTACT_CALL } from '../people/first-calls.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'

/** What tells apart why a team that was rung is not sent. */
type Values = Pick<StageValues, 'forces' | 'zones'>

/**
 * Teams that were rung in the first minutes by straight line but are not in the force plan once zones and roads were
 * reckoned: somebody must tell them what to do instead, so that no team rolls unseen or into a cloud. Teams that go to a
 * street without contact have their order and stay out of it.
 */
export function calledNotSent(
  { dataset }: Pick<PlanningProblem, 'dataset'>,
  firstOrders: readonly FirstOrder[],
  { forces: { force, movement }, zones }: Values,
): Finding[] {
  const sent = new Set(force.assignments.map((row) => row.teamId))
  const onContact = new Set(firstOrders.filter(isContactCall).flatMap(({ teamId }) => teamId ?? []))
  const rung = new Set(firstOrders.map(({ call }) => call))
  const extra = sortedBy(
    dataset.teams.filter(({ id, name }) => rung.has(name) && !sent.has(id) && !onContact.has(id)),
    (team) => [firstOrders.findIndex(({ call }) => call === team.name), team.id],
  )
  const dangers = zones.filter(isDangerZone).map(({ geometry }) => geometry)
  const blocked = new Set(movement.blocked.filter(({ isWhole }) => isWhole).map(({ teamId }) => teamId))
  const groups = groupBy(extra, (team) => {
    if (dangers.some((zone) => isInside(team, zone))) return 'called-in-zone'
    return blocked.has(team.id) ? 'called-cut-off' : 'called-not-sent'
  })
  return sortedBy([...groups], ([code]) => [code]).map(([code, teams]) =>
    makeFinding(code, 'warn', 'firstOrders', { teams: [...new Set(teams.map(({ name }) => name))] }),
  )
}

function isContactCall({ id }: FirstOrder): boolean {
  return id.startsWith(CONTACT_CALL.id)
}
