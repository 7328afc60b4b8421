import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { PersonRow } from '../../domain/dataset/tables.ts'
import type { ReportingParameters } from '../../domain/parameters/reporting.ts'
import type { PostTitle } from './post-titles.ts'
import { rosterGrid } from './roster-grid.ts'
import { shiftAfter, shiftAt, type Shift } from './shift.ts'

/** Who is on now and who comes next, post by post. */
export interface OnDuty {
  readonly now: Shift
  readonly next: Shift
  readonly posts: readonly (PostTitle & { readonly now: readonly PersonRow[]; readonly next: readonly PersonRow[] })[]
}

/** Reads the roster for a moment, as the planner would. */
export function onDutyAt(
  dataset: Pick<Dataset, 'rosters' | 'people'>,
  posts: readonly PostTitle[],
  times: Pick<ReportingParameters, 'dayShiftStartMin' | 'nightShiftStartMin'>,
  { nowS, offsetMin }: { readonly nowS: number; readonly offsetMin: number },
): OnDuty {
  const now = shiftAt(nowS, offsetMin, times)
  const next = shiftAfter(now, offsetMin, times)
  const columns = [now, next].map(({ date, weekday }) => ({ day: date, weekday }))
  const grid = rosterGrid(dataset, posts, columns[0]?.day === columns[1]?.day ? columns.slice(0, 1) : columns)
  const people = new Map(grid.people.map((person) => [person.id, person]))
  return {
    ...{ now, next },
    posts: grid.posts.map(({ post, title, cells }) => {
      const on = ({ date, shift }: Shift): PersonRow[] => {
        const cell = cells.find((one) => one.day === date && one.shift === shift)
        return (cell?.holders ?? []).flatMap((id) => people.get(id) ?? [])
      }
      return { post, title, now: on(now), next: on(next) }
    }),
  }
}
