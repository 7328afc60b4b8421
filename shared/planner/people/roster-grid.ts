import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { PersonRow, RosterRow } from '../../domain/dataset/tables.ts'
import { SHIFTS, WEEK_DAYS, type CellSign, type ShiftName } from '../../domain/duty-roster.ts'
import { localParts, parseInstant, type Weekday } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { PostTitle } from './post-titles.ts'
import { shiftHolders } from './shift-holders.ts'

/** One column: a date, or a weekday of the weekly pattern. */
export interface RosterColumn {
  readonly day: string
  readonly weekday: Weekday
}

/** One post on one shift of one column. All lists are ids of people. */
export interface RosterCell {
  readonly day: string
  readonly shift: ShiftName
  /** Written for this very column. */
  readonly own: readonly string[]
  /** Written for the weekday, where the column is a date. */
  readonly weekly: readonly string[]
  /** Who counts for the planner. */
  readonly holders: readonly string[]
  readonly signs: readonly CellSign[]
}

export interface RosterGrid {
  readonly columns: readonly RosterColumn[]
  readonly posts: readonly (PostTitle & { readonly cells: readonly RosterCell[] })[]
  /** Everybody named in a cell. */
  readonly people: readonly PersonRow[]
}

/** The days of a month (`YYYY-MM`); empty when there is no such month. */
export function monthColumns(month: string): RosterColumn[] {
  const columns: RosterColumn[] = []
  for (let day = 1; day <= 31; day += 1) {
    const column = columnOf(`${month}-${String(day).padStart(2, '0')}`)
    if (column !== null) columns.push(column)
  }
  return columns
}

/** A column of a date or of a weekday key; null when it is neither. */
export function columnOf(day: string): RosterColumn | null {
  const known = WEEK_DAYS.find((weekday) => weekday === day)
  if (known !== undefined) return { day, weekday: known }
  const instant = parseInstant(`${day}T12:00:00Z`)
  return instant === null ? null : { day, weekday: localParts(instant.epochS, 0).weekday }
}

/** The seven columns of the weekly pattern. */
export const WEEK_COLUMNS: readonly RosterColumn[] = WEEK_DAYS.map((weekday) => ({ day: weekday, weekday }))

/** The roster as a grid of posts over days, read by the very rule the planner goes by. */
export function rosterGrid(
  { rosters, people }: Pick<Dataset, 'rosters' | 'people'>,
  posts: readonly PostTitle[],
  columns: readonly RosterColumn[],
): RosterGrid {
  const byId = new Map(people.map((person) => [person.id, person]))
  const reachable = new Map(people.filter(({ phone }) => phone !== '').map((person) => [person.id, person]))
  const wanted = new Set(columns.flatMap(({ day, weekday }) => [day, weekday]))
  const lines = sortedBy(
    rosters.filter(({ date }) => wanted.has(date)),
    (row) => [row.post, row.date, row.shift, row.personId],
  )
  const bySlot = groupBy(lines, slotOf)
  const linesOf = (post: string, day: string, shift: string): readonly RosterRow[] =>
    bySlot.get(slotOf({ post, date: day, shift })) ?? []
  const drafts = posts.map(({ post, title }) => ({
    ...{ post, title },
    cells: columns.flatMap((column) =>
      SHIFTS.map((shift) => {
        const own = linesOf(post, column.day, shift)
        const weekly = column.day === column.weekday ? [] : linesOf(post, column.weekday, shift)
        const holders = shiftHolders([...own, ...weekly], { date: column.day, weekday: column.weekday }, reachable)
        return { day: column.day, shift, own: idsOf(own), weekly: idsOf(weekly), holders: holders.map(({ id }) => id) }
      }),
    ),
  }))
  const busy = new Map<string, number>()
  for (const { cells } of drafts) {
    for (const cell of cells)
      for (const id of cell.holders) busy.set(busyOf(cell, id), 1 + (busy.get(busyOf(cell, id)) ?? 0))
  }
  const named = new Set<string>()
  const signed = drafts.map(({ post, title, cells }) => ({
    ...{ post, title },
    cells: cells.map((cell): RosterCell => {
      for (const id of [...cell.own, ...cell.weekly]) named.add(id)
      const isDouble = cell.holders.some((id) => (busy.get(busyOf(cell, id)) ?? 0) > 1)
      return { ...cell, signs: signsOf(cell, reachable, isDouble) }
    }),
  }))
  return { columns, posts: signed, people: [...named].flatMap((id) => byId.get(id) ?? []) }
}

function signsOf(
  { own, weekly, holders }: Pick<RosterCell, 'own' | 'weekly' | 'holders'>,
  reachable: ReadonlyMap<string, PersonRow>,
  isDouble: boolean,
): CellSign[] {
  const written = own.length > 0 ? own : weekly
  const signs: CellSign[] = []
  if (holders.length === 0) signs.push('gap')
  if (written.some((id) => !reachable.has(id))) signs.push('noPhone')
  if (isDouble) signs.push('double')
  if (own.length > 0 && holders.length > 0 && !own.some((id) => holders.includes(id))) signs.push('fallback')
  return signs
}

function slotOf({ post, date, shift }: { post: string; date: string; shift: string }): string {
  return `${date}|${shift}|${post}`
}

function busyOf({ day, shift }: { day: string; shift: string }, id: string): string {
  return `${day}|${shift}|${id}`
}

function idsOf(lines: readonly RosterRow[]): string[] {
  return [...new Set(lines.map(({ personId }) => personId))]
}
