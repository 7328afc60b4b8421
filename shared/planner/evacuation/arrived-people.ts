import type { Dataset } from '../../domain/dataset/dataset.ts'
import { evacueeStatus } from '../../domain/evacuee.ts'
import type { PeopleUnderWay } from '../../domain/plan/plan-in-force.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'

/** People ticked off at a shelter, by the point they come from; those of no point belong to no group of a plan. */
export function arrivedPeople({ evacuees }: Pick<Dataset, 'evacuees'>): PeopleUnderWay[] {
  const present = evacuees.filter((row) => row.populationPointId !== '' && evacueeStatus(row) === 'present')
  const groups = [...groupBy(present, (row) => `${row.populationPointId}|${row.shelterId}`).values()]
  const rows = groups.flatMap((own): PeopleUnderWay[] => {
    const [first] = own
    if (first === undefined) return []
    return [{ fromId: first.populationPointId, shelterId: first.shelterId, people: own.length }]
  })
  return sortedBy(rows, ({ fromId, shelterId }) => [fromId, shelterId])
}

/**
 * How many people in each shelter's number belong to groups that a plan places: it gives them a place again, and they
 * must not take it twice (design rule).
 */
export function arrivedOfGroups(
  dataset: Pick<Dataset, 'evacuees'>,
  groupIds: Iterable<string>,
): ReadonlyMap<string, number> {
  const groups = new Set(groupIds)
  const arrived = new Map<string, number>()
  for (const { fromId, shelterId, people } of arrivedPeople(dataset)) {
    if (groups.has(fromId)) arrived.set(shelterId, (arrived.get(shelterId) ?? 0) + people)
  }
  return arrived
}
