import type { PersonRow, RosterRow } from '../../domain/dataset/tables.ts'

/** People who can be rung, by id. */
export type ReachablePeople = ReadonlyMap<string, PersonRow>

/**
 * Who holds a post on a shift, in the order of the lines, of the lines of that post and shift. Dated lines replace the
 * weekday lines of the post as long as one of their people can be rung.
 */
export function shiftHolders(
  lines: readonly RosterRow[],
  { date, weekday }: { readonly date: string; readonly weekday: string },
  people: ReachablePeople,
): readonly PersonRow[] {
  const dated = peopleOf(
    lines.filter((row) => row.date === date),
    people,
  )
  return dated.length > 0
    ? dated
    : peopleOf(
        lines.filter((row) => row.date === weekday),
        people,
      )
}

/** The people of lines, each once; those who cannot be rung are left out. */
export function peopleOf(lines: readonly RosterRow[], people: ReachablePeople): readonly PersonRow[] {
  const ids = [...new Set(lines.map((row) => row.personId))]
  return ids.flatMap((id) => people.get(id) ?? [])
}
