import { groupBy } from '../../kernel/order.ts'
import { arrivedPeople } from '../evacuation/arrived-people.ts'
import type { PlanningProblem } from '../problem.ts'

/** People of a group whom the version in force sends to a shelter. */
export interface PlaceInForce {
  readonly groupId: string
  readonly shelterId: string
  readonly people: number
  /** How many of them are on their way or inside already. */
  readonly underWay: number
}

/** Where the version in force sends everybody, and what sending one of them elsewhere must save. */
export interface PlacesInForce {
  readonly places: readonly PlaceInForce[]
  /** Seconds for each person who goes to another shelter. */
  readonly changeS: number
}

/** Shelters of the version in force by group; undefined for a first plan. */
export function placesInForce({
  inForce,
  parameters,
  dataset,
}: Pick<PlanningProblem, 'inForce' | 'parameters' | 'dataset'>): PlacesInForce | undefined {
  if (inForce === undefined) return undefined
  const rows = inForce.plan.handlingPlan.evacuation.assignments.flatMap(({ fromId, shelterId, people }) =>
    shelterId === null ? [] : [{ fromId, shelterId, people }],
  )
  // Who was ticked off at a shelter is inside, whatever was reported of the way there.
  const arrived = arrivedPeople(dataset)
  const ticked = new Set(arrived.map(keyOf))
  const begun = [...(inForce.peopleUnderWay ?? []).filter((row) => !ticked.has(keyOf(row))), ...arrived]
  const sum = (list: readonly { readonly people: number }[]): number =>
    list.reduce((all, { people }) => all + people, 0)
  const begunBy = groupBy(begun, keyOf)
  return {
    changeS: parameters.evacuation.changedShelterS.value,
    places: [...groupBy([...rows, ...begun.map((row) => ({ ...row, people: 0 }))], keyOf)].flatMap(([key, list]) => {
      const [first] = list
      if (first === undefined) return []
      const underWay = sum(begunBy.get(key) ?? [])
      return [{ groupId: first.fromId, shelterId: first.shelterId, people: Math.max(sum(list), underWay), underWay }]
    }),
  }
}

function keyOf({ fromId, shelterId }: { readonly fromId: string; readonly shelterId: string }): string {
  return `${fromId}|${shelterId}`
}
