import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Route } from '../graph/travel.ts'
import { makeReason } from '../reason.ts'

/** The vehicles of one team on the march. */
export interface Column {
  readonly teamId: string
  readonly teamName: string
  readonly departS: number
  readonly route: Route
  readonly columnM: number
  /** Seconds between its first and its last vehicle at any point, at the mean speed of its way. */
  readonly spreadS: number
}

/** Length of a column of so many vehicles, and how long it takes to pass. */
export function measureColumn(
  vehicles: number,
  { distanceM, durationS }: Pick<Route, 'distanceM' | 'durationS'>,
  spacingM: number,
): { readonly columnM: number; readonly spreadS: number } {
  const columnM = Math.max(0, vehicles - 1) * spacingM
  const spreadS = distanceM === 0 ? 0 : Math.ceil((columnM * durationS) / distanceM)
  return { columnM, spreadS }
}

/**
 * Where two columns run into one road from different ones within the time the first needs to pass: the later one is told
 * to give way, and for how long. Only the first place of each pair is named.
 */
export function findMerges(
  columns: readonly Column[],
  roadNames: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Reason[]> {
  const ordered = sortedBy(columns, ({ departS, teamId }) => [departS, teamId])
  const merges = new Map<string, Reason[]>()
  ordered.forEach((one, index) => {
    for (const other of ordered.slice(index + 1)) {
      const merge = mergeOf(one, other, roadNames)
      if (merge !== null) merges.set(merge.yields, [...(merges.get(merge.yields) ?? []), merge.reason])
    }
  })
  return merges
}

function mergeOf(
  one: Column,
  other: Column,
  roadNames: ReadonlyMap<string, string>,
): { readonly yields: string; readonly reason: Reason } | null {
  const before = new Map(
    one.route.steps.map((step, index) => [step.roadId, { step, from: one.route.steps[index - 1] }]),
  )
  for (const [index, step] of other.route.steps.entries()) {
    const met = before.get(step.roadId)
    const from = other.route.steps[index - 1]
    if (met === undefined || met.from?.roadId === from?.roadId) continue
    const [first, second] = sortedBy(
      [
        { column: one, atS: one.departS + met.step.enterS },
        { column: other, atS: other.departS + step.enterS },
      ],
      ({ atS, column }) => [atS, column.teamId],
    )
    if (first === undefined || second === undefined) return null
    const holdS = first.column.spreadS - (second.atS - first.atS)
    if (holdS <= 0) return null
    const facts = {
      road: roadNames.get(step.roadId) ?? step.roadId,
      team: first.column.teamName,
      holdS,
      gapS: second.atS - first.atS,
    }
    return { yields: second.column.teamId, reason: makeReason('way-merge', facts) }
  }
  return null
}
