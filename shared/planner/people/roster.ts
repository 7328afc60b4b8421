import type { PersonRow, RosterRow } from '../../domain/dataset/tables.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { shiftAt } from './shift.ts'
import { peopleOf, shiftHolders, type ReachablePeople } from './shift-holders.ts'
import { unavailableIds } from './unavailable.ts'

/** Who is on the roster of one shift: post → people, those with a phone only, in order of id. */
export interface DutyRoster {
  readonly shift: 'day' | 'night'
  /** Local date the shift began on, and its weekday key. */
  readonly date: string
  readonly weekday: string
  holders(post: string): readonly PersonRow[]
  /** People who hold the post on another shift of the week: relief. */
  relief(post: string): readonly PersonRow[]
  readonly posts: readonly string[]
}

/**
 * Reads the roster of the shift that is on at planner time. A dated line replaces the weekday lines of its post; after
 * midnight the night shift of the day before is still on. People marked unavailable or without a phone do not count.
 */
export function readRoster(problem: PlanningProblem, facts: Pick<FactSheet, 'nowS' | 'offsetMin'>): DutyRoster {
  const { shift, date, weekday } = shiftAt(facts.nowS, facts.offsetMin, problem.parameters.reporting)
  const people = reachablePeople(problem)
  const rows = sortedBy(problem.dataset.rosters, (row) => [row.post, row.date, row.shift, row.personId])
  const byPost = new Map<string, RosterRow[]>()
  for (const row of rows) byPost.set(row.post, [...(byPost.get(row.post) ?? []), row])
  const holders = (post: string): readonly PersonRow[] => {
    const onShift = (byPost.get(post) ?? []).filter((row) => row.shift === shift)
    return shiftHolders(onShift, { date, weekday }, people)
  }
  return {
    shift,
    date,
    weekday,
    holders,
    relief: (post) => {
      const now = new Set(holders(post).map((person) => person.id))
      return peopleOf(byPost.get(post) ?? [], people).filter((person) => !now.has(person.id))
    },
    posts: [...byPost.keys()],
  }
}

function reachablePeople(problem: PlanningProblem): ReachablePeople {
  const away = unavailableIds(problem.incident, 'person')
  return new Map(
    problem.dataset.people
      .filter((person) => person.phone !== '' && !away.has(person.id))
      .map((person) => [person.id, person]),
  )
}
