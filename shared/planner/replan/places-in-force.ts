import { groupBy } from '../../kernel/order.ts'
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
}: Pick<PlanningProblem, 'inForce' | 'parameters'>): PlacesInForce | undefined {
  if (inForce === undefined) return undefined
  const rows = inForce.plan.handlingPlan.evacuation.assignments.flatMap(({ fromId, shelterId, people }) =>
    shelterId === null ? [] : [{ fromId, shelterId, people }],
  )
  const begun = inForce.peopleUnderWay ?? []
  const sum = (list: readonly { readonly people: number }[]): number =>
    list.reduce((all, { people }) => all + people, 0)
  const keyOf = (row: { readonly fromId: string; readonly shelterId: string }): string =>
    `${row.fromId}|${row.shelterId}`
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
