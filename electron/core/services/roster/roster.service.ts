import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { OnDuty, RosterGrid, RosterPerson } from '#shared/contract/roster.contract.ts'
import type { PersonRow } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { formatInstant, parseInstant } from '#shared/kernel/instant.ts'
import { onDutyAt } from '#shared/planner/people/on-duty.ts'
import { postTitles, type PostTitle } from '#shared/planner/people/post-titles.ts'
import {
  monthColumns,
  rosterGrid,
  WEEK_COLUMNS,
  type RosterColumn,
  type RosterGrid as Grid,
} from '#shared/planner/people/roster-grid.ts'
import type { Shift } from '#shared/planner/people/shift.ts'
import { createSearchIndex, type SearchIndex } from '../search-index.ts'
import { copyMonth, copyWeek } from './copy-roster.ts'
import type { RosterParts } from './roster-parts.ts'
import { saveCells } from './save-cells.ts'

/** The duty roster. */
export type RosterService = AppHandlers['roster']

/** China Standard Time: a duty begins at the same moment in every window. */
const OFFSET_MIN = 480

/** Digits of a number people remember. */
const TAIL = 4

/** Builds the roster service; the index over names is kept while the list of people stays. */
export function createRosterService(core: RosterParts): RosterService {
  let indexed: { readonly people: readonly PersonRow[]; readonly index: SearchIndex<PersonRow> } | null = null
  const posts = (): PostTitle[] =>
    postTitles(
      core.references().library.plans,
      core.library.current().rosters.map(({ post }) => post),
    )
  const grid = (columns: readonly RosterColumn[]): RosterGrid =>
    shownGrid(rosterGrid(core.library.current(), posts(), columns))
  const index = (): SearchIndex<PersonRow> => {
    const { people } = core.library.current()
    if (indexed?.people !== people) indexed = { people, index: indexPeople(people) }
    return indexed.index
  }
  return {
    month: ({ month }) => grid(monthColumns(month)),
    weekly: () => grid(WEEK_COLUMNS),
    onDuty: ({ at }) => onDuty(core, posts(), at),
    people: ({ text, limit }) => index().find(text, limit).map(personOf),
    saveCells: (input, caller) => saveCells(core, input, caller),
    copyWeek: (input, caller) => copyWeek(core, input, caller),
    copyMonth: (input, caller) => copyMonth(core, input, caller),
  }
}

function onDuty(core: RosterParts, posts: readonly PostTitle[], at: string | null): OnDuty {
  const nowS = at === null ? Math.floor(core.nowMs() / 1000) : (parseInstant(at)?.epochS ?? null)
  if (nowS === null) {
    throw new AppError('bad-time', `时间“${at ?? ''}”不存在；请写成 2026-07-14T20:00:00+08:00`, {
      path: 'at',
      value: at,
    })
  }
  const { reporting } = core.references().parameters
  const duty = onDutyAt(core.library.current(), posts, reporting, { nowS, offsetMin: OFFSET_MIN })
  return {
    at: formatInstant(nowS, OFFSET_MIN),
    now: shownShift(duty.now),
    next: shownShift(duty.next),
    posts: duty.posts.map(({ post, title, now, next }) => ({
      ...{ post, title, now: now.map(personOf), next: next.map(personOf) },
    })),
  }
}

function shownShift({ shift, date, weekday, startS, endS }: Shift): OnDuty['now'] {
  const [startAt, endAt] = [formatInstant(startS, OFFSET_MIN), formatInstant(endS, OFFSET_MIN)]
  return { shift, date, weekday, startAt, endAt }
}

function shownGrid({ columns, posts, people }: Grid): RosterGrid {
  return {
    columns: [...columns],
    posts: posts.map(({ post, title, cells }) => ({
      ...{ post, title },
      cells: cells.map(({ own, weekly, holders, signs, ...place }) => ({
        ...place,
        ...{ own: [...own], weekly: [...weekly], holders: [...holders], signs: [...signs] },
      })),
    })),
    people: people.map(personOf),
  }
}

function personOf({ id, name, phone, organisation }: PersonRow): RosterPerson {
  return { personId: id, name, phone, organisation }
}

function indexPeople(people: readonly PersonRow[]): SearchIndex<PersonRow> {
  return createSearchIndex(
    people.map((person) => ({
      ...{ item: person, id: person.id, names: [person.name] },
      codes: [person.phone, person.phone.slice(-TAIL)],
      nearness: person.phone === '' ? 1 : 0,
    })),
  )
}
