import * as z from 'zod'
import { CELL_SIGNS, SHIFTS, WEEK_DAYS } from '../domain/duty-roster.ts'
import { command, query } from './define.ts'

const Weekday = z.enum(WEEK_DAYS)
const Day = z.iso.date()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Post = z.string().trim().min(1).max(120)
const People = z.array(z.string().min(1).max(120)).max(20)
const Who = { who: z.string().trim().min(1).max(60), reason: z.string().trim().min(1).max(400) }

/** Somebody who is or may be on duty; an empty phone means that nobody can ring. */
export const RosterPerson = z.strictObject({
  personId: z.string(),
  name: z.string(),
  phone: z.string(),
  organisation: z.string(),
})
export type RosterPerson = z.infer<typeof RosterPerson>

/** One post on one shift of one day; lists are ids of people. See `RosterCell` of the planner. */
export const RosterCell = z.strictObject({
  day: z.string(),
  shift: z.enum(SHIFTS),
  own: z.array(z.string()),
  weekly: z.array(z.string()),
  holders: z.array(z.string()),
  signs: z.array(z.enum(CELL_SIGNS)),
})
export type RosterCell = z.infer<typeof RosterCell>

/** Posts over days, day and night. Cells of a post stand column by column, the day shift first. */
export const RosterGrid = z.strictObject({
  columns: z.array(z.strictObject({ day: z.string(), weekday: Weekday })),
  posts: z.array(z.strictObject({ post: z.string(), title: z.string(), cells: z.array(RosterCell) })),
  people: z.array(RosterPerson),
})
export type RosterGrid = z.infer<typeof RosterGrid>

const Shift = z.strictObject({
  shift: z.enum(SHIFTS),
  date: z.string(),
  weekday: Weekday,
  startAt: z.string(),
  endAt: z.string(),
})

/** Who is on at a moment and who comes next, with the phone of each. */
export const OnDuty = z.strictObject({
  at: z.string(),
  now: Shift,
  next: Shift,
  posts: z.array(
    z.strictObject({
      post: z.string(),
      title: z.string(),
      now: z.array(RosterPerson),
      next: z.array(RosterPerson),
    }),
  ),
})
export type OnDuty = z.infer<typeof OnDuty>

/** A cell to be written: the people of this very day, before and after. `day` is a date, or a weekday of the pattern. */
export const CellChange = z.strictObject({
  day: z.union([Day, Weekday]),
  shift: z.enum(SHIFTS),
  post: Post,
  before: People,
  after: People,
})
export type CellChange = z.infer<typeof CellChange>

/** What a change of the roster came to; `batchId` null = nothing differed. */
const Saved = z.strictObject({ batchId: z.number().int().nullable(), cells: z.number().int() })
const Copied = Saved.extend({
  /** Cells that had people of their own and were left as they are. */
  kept: z.number().int(),
})

/** The duty roster: month by month, the weekly pattern below it, and who is on. */
export const rosterContract = {
  /** One month; cells without people of their own show the weekly pattern. */
  month: query({ input: z.strictObject({ month: Month }), output: RosterGrid, topics: ['library'] }),
  /** The weekly pattern, Monday to Sunday. */
  weekly: query({ input: z.strictObject({}), output: RosterGrid, topics: ['library'] }),
  /** Who is on at a moment, now when none is said: the very people the planner would take. */
  onDuty: query({
    input: z.strictObject({ at: z.iso.datetime({ offset: true }).nullable().default(null) }),
    output: OnDuty,
    topics: ['library'],
  }),
  /** People by name, pinyin, initials, number or its last four digits; those with a phone first. */
  people: query({
    input: z.strictObject({ text: z.string().max(60), limit: z.number().int().min(1).max(50).default(8) }),
    output: z.array(RosterPerson),
    topics: ['library'],
  }),
  /** Writes many cells as one batch. @throws `conflict` with the cells that changed meanwhile, `unknown-reference`. */
  saveCells: command({
    input: z.strictObject({ commandId: z.uuid(), cells: z.array(CellChange).min(1).max(5000), ...Who }),
    output: Saved,
    changes: ['library'],
  }),
  /**
   * Copies the dated lines of a week (its Monday) into other weeks. Cells with people of their own stay unless
   * `overwrite`. @throws `bad-input` when a day is no Monday or the week has no dated lines.
   */
  copyWeek: command({
    input: z.strictObject({
      commandId: z.uuid(),
      from: Day,
      to: z.array(Day).min(1).max(53),
      overwrite: z.boolean().default(false),
      ...Who,
    }),
    output: Copied,
    changes: ['library'],
  }),
  /** Copies the dated lines of a month into another: the second Tuesday into the second Tuesday, and so on. */
  copyMonth: command({
    input: z.strictObject({
      commandId: z.uuid(),
      from: Month,
      to: Month,
      overwrite: z.boolean().default(false),
      ...Who,
    }),
    output: Copied,
    changes: ['library'],
  }),
} as const
