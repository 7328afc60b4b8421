/** Shifts of a duty roster, in the order of the day. */
export const SHIFTS = ['day', 'night'] as const
export type ShiftName = (typeof SHIFTS)[number]

/** Weekdays as rosters write them. */
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** What is wrong with a cell of the roster. */
export const CELL_SIGNS = [
  /** Nobody of this cell can be rung: the post is empty for the planner. */
  'gap',
  /** Somebody written here has no phone and does not count. */
  'noPhone',
  /** Somebody who holds it holds another post on the same shift. */
  'double',
  /** Dated lines are written, but only the weekday lines can be rung: those count. */
  'fallback',
] as const
export type CellSign = (typeof CELL_SIGNS)[number]
