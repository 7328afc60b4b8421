import type { Board, TeamRow } from '#shared/domain/command/board.ts'
import { sortedBy, type SortKey } from '#shared/kernel/order.ts'

/** Ways to sort the teams inside their groups. */
export const TEAM_SORTS = ['usual', 'age', 'arrival', 'name'] as const
export type TeamSort = (typeof TEAM_SORTS)[number]

const GROUPS: readonly TeamRow['group'][] = ['onScene', 'onTheWay', 'waiting', 'notOut', 'released']

/** True when somebody must look at the row: a call for help, an old word, low air, relief, or words that contradict. */
export function isMarked(row: TeamRow): boolean {
  return (
    isUrgent(row) ||
    row.isStale ||
    row.relief === 'due' ||
    row.against.length > 0 ||
    row.arrival.unheardS > 0 ||
    row.elsewhere.length > 0
  )
}

/** True when people may be in danger. */
export function isUrgent(row: TeamRow): boolean {
  return row.state === 'distress' || row.state === 'lostContact' || row.isAirLow
}

/** The rows that match, group by group; `usual` puts what is urgent first, then what needs a look. */
export function arrangeTeams(
  rows: readonly TeamRow[],
  wish: { readonly find: string; readonly onlyMarked: boolean; readonly sort: TeamSort },
): TeamRow[] {
  const wanted = wish.find.trim().toLowerCase()
  const matching = rows.filter(
    (row) =>
      (!wish.onlyMarked || isMarked(row)) &&
      (wanted === '' ||
        [row.name, row.callSign, row.place, row.task, row.id].some((part) => part.toLowerCase().includes(wanted))),
  )
  return sortedBy(matching, (row) => [GROUPS.indexOf(row.group), ...keysOf(row, wish.sort), row.id])
}

function keysOf(row: TeamRow, sort: TeamSort): readonly SortKey[] {
  if (sort === 'age') return [-(row.ageS ?? Number.MAX_SAFE_INTEGER)]
  if (sort === 'arrival') return [row.arrival.expectedAt ?? '~']
  if (sort === 'name') return [row.name]
  return [isUrgent(row) ? 0 : isMarked(row) ? 1 : 2, row.arrival.plannedAt ?? '~']
}

/** How many teams stand in each group, and how many rows of the whole board are stale or urgent. */
export function countBoard(board: Board): Readonly<Record<TeamRow['group'] | 'stale' | 'urgent', number>> {
  const inGroup = (group: TeamRow['group']): number => board.teams.filter((row) => row.group === group).length
  const others = [board.transfers, board.shelters, board.people, board.hospitals, board.roads, board.trapped].flat()
  return {
    onScene: inGroup('onScene'),
    onTheWay: inGroup('onTheWay'),
    waiting: inGroup('waiting'),
    notOut: inGroup('notOut'),
    released: inGroup('released'),
    stale: [...board.teams, ...others].filter(({ isStale }) => isStale).length,
    urgent: board.teams.filter(isUrgent).length,
  }
}
