import { formatInstant, localParts } from '#shared/kernel/instant.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'

/** A clock time as typed, `10:24` or `1024`, as a moment; null = not a time. */
function momentAt(entry: string, nowS: number, choose: (todayS: number) => number): string | null {
  const [, hours, minutes] = /^(\d{1,2})[:：]?(\d{2})$/.exec(entry.trim()) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (!Number.isInteger(minute) || Number(hours) > 23 || Number(minutes) > 59) return null
  const { minuteOfDay } = localParts(nowS, CHINA_OFFSET_MIN)
  const startS = nowS - (nowS % 60) - minuteOfDay * 60
  return formatInstant(choose(startS + minute * 60), CHINA_OFFSET_MIN)
}

const DAY_S = 86_400

/** The next time the clock shows it: for due times. */
export function nextMoment(entry: string, nowS: number): string | null {
  return momentAt(entry, nowS, (todayS) => (todayS < nowS - 60 ? todayS + DAY_S : todayS))
}

/** The last time the clock showed it: for what has happened. */
export function lastMoment(entry: string, nowS: number): string | null {
  return momentAt(entry, nowS, (todayS) => (todayS > nowS + 60 ? todayS - DAY_S : todayS))
}
