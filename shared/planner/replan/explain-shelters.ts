import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { groupBy } from '../../kernel/order.ts'
import type { PlacingResult } from '../evacuation/place-people.ts'
import type { ShelterPlacing } from '../evacuation/shelter-runners-up.ts'
import type { PlanningProblem, WhyChanged } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** How people were placed again, and what leaving shelters of the version in force saves. */
export interface PlacedAgain extends ShelterPlacing {
  readonly gain: PlacingResult['gain']
}

/**
 * Why groups go elsewhere than by the version in force, told once a group: their number changed, their shelter may
 * not be used any more or is out of reach, its room went to others, or what the change saves against its price.
 */
export function explainShelters(
  { inForce }: PlanningProblem,
  rows: readonly EvacuationAssignment[],
  placing: PlacedAgain,
): WhyChanged {
  const why = new Map<string, readonly Reason[]>()
  if (inForce === undefined) return why
  const before = groupBy(inForce.plan.handlingPlan.evacuation.assignments, ({ fromId }) => fromId)
  for (const [fromId, now] of groupBy(rows, (row) => row.fromId)) {
    const was = before.get(fromId)
    if (was === undefined) continue
    const reasons = reasonsOf(was, now, placing)
    if (reasons.length > 0) why.set(`shelterChanged:${fromId}`, reasons)
  }
  return why
}

function reasonsOf(
  was: readonly EvacuationAssignment[],
  now: readonly EvacuationAssignment[],
  placing: PlacedAgain,
): Reason[] {
  const [before, after] = [peopleOf(was), peopleOf(now)]
  const counted = before === after ? [] : [makeReason('place-people-changed', { before, after })]
  const left = was.filter(
    ({ shelterId, people }) =>
      shelterId !== null && peopleOf(now.filter((row) => row.shelterId === shelterId)) < Math.min(people, after),
  )
  return [...counted, ...left.flatMap((row) => leavingReason(row, counted.length > 0, placing))]
}

function leavingReason(
  { fromId, shelterId, shelterName, people }: EvacuationAssignment,
  isCounted: boolean,
  { groups, open, out, seconds, gain }: PlacedAgain,
): Reason[] {
  const shelter = shelterName ?? ''
  const refused = out.find(({ row }) => row.id === shelterId)
  if (refused !== undefined) return [makeReason(`place-left-${refused.cause}`, { shelter })]
  const still = open.find(({ row }) => row.id === shelterId)
  if (still === undefined) return [makeReason('place-left-gone', { shelter })]
  const group = groups.find(({ id }) => id === fromId)
  if (group === undefined) return []
  if (seconds(group, still) === null) return [makeReason('place-left-cut-off', { shelter })]
  if (still.room < people) return [makeReason('place-left-room', { shelter, room: still.room, people })]
  if (gain !== undefined)
    return [
      makeReason('place-gain', {
        people: gain.people,
        saved: Math.round(gain.savedS / 60),
        price: Math.round(gain.priceS / 60),
      }),
    ]
  return isCounted ? [] : [makeReason('place-left-taken', { shelter })]
}

function peopleOf(rows: readonly EvacuationAssignment[]): number {
  return rows.reduce((sum, { people }) => sum + people, 0)
}
