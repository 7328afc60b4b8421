/** A moment as written by a person: epoch seconds plus the offset it was written in. */
export interface Instant {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly epochS: number
  /** Minutes east of UTC; +480 for China Standard Time. */
  readonly offsetMin: number
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/**
 * Reads an ISO 8601 date-time that must carry an offset. Returns null when the text has no offset or
 * names a date that does not exist (30 February), so that the caller can say which.
 */
export function parseInstant(text: string): Instant | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const offsetMin = parseOffset(match[7] ?? 'Z')
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(offsetMin) > 14 * 60) return null
  const utcMs = Date.UTC(year, month - 1, day, hour, minute, second)
  const check = new Date(utcMs)
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null
  return { epochS: Math.floor(utcMs / 1000) - offsetMin * 60, offsetMin }
}

function parseOffset(text: string): number {
  if (text === 'Z') return 0
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.slice(1).replace(':', '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)))
}

/** Writes an instant as ISO 8601 with whole seconds in the given offset: `2026-07-14T10:20:00+08:00`. */
export function formatInstant(epochS: number, offsetMin: number): string {
  const local = new Date((epochS + offsetMin * 60) * 1000).toISOString().slice(0, 19)
  const absolute = Math.abs(offsetMin)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${local}${offsetMin < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** Local calendar parts of an instant: ISO date, weekday key (`mon`…`sun`) and minutes since local midnight. */
export function localParts(epochS: number, offsetMin: number): { date: string; weekday: Weekday; minuteOfDay: number } {
  const local = new Date((epochS + offsetMin * 60) * 1000)
  const weekday = WEEKDAYS[local.getUTCDay()] ?? 'sun'
  return {
    date: local.toISOString().slice(0, 10),
    weekday,
    minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes(),
  }
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** A weekday key as rosters write it. */
export type Weekday = (typeof WEEKDAYS)[number]
