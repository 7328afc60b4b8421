/** Shifts of a duty roster, in the order of the day. */
export const SHIFTS = ['day', 'night'] as const
export type ShiftName = (typeof SHIFTS)[number]
export const SHIFT_WORDS = { day: '白班', night: '夜班' } as const

/** Weekdays as rosters write them. */
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const DAY_WORDS = { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' } as const

/** One duty as it is called, e.g. “周一白班 ADMIN_COMMANDER”; a date stays as it is written. */
export function dutyName({ date, shift, post }: { date: string; shift: ShiftName; post: string }): string {
  const day = WEEK_DAYS.find((name) => name === date)
  return `${day === undefined ? `${date} ` : DAY_WORDS[day]}${SHIFT_WORDS[shift]} ${post}`
}

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
