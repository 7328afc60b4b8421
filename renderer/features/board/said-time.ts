import { formatInstant, parseInstant } from '#shared/kernel/instant.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'

/** A time later than now by more than this is taken as that of the day before: what was said lies behind us. */
const AHEAD_S = 300
const DAY_S = 86_400

/**
 * Reads when something was said to be: empty = now, `-5` = five minutes ago, `1024` or `10:24` of today, or a whole date.
 * Null when it cannot be read.
 */
export function parseSaidTime(entry: string, nowS: number): string | null {
  const written = entry.trim().replaceAll('：', ':').replace('－', '-')
  if (written === '') return formatInstant(nowS, CHINA_OFFSET_MIN)
  const ago = /^-(\d{1,3})$/.exec(written)
  if (ago) return formatInstant(nowS - Number(ago[1]) * 60, CHINA_OFFSET_MIN)
  const digits = /^(\d{1,2})(\d{2})$/.exec(written)
  const clock = digits ? `${digits[1] ?? ''}:${digits[2] ?? ''}` : written
  const read = parseFormTime(clock, nowS)
  if (!read.ok || read.value === null) return null
  const instant = parseInstant(read.value)
  if (instant === null) return null
  const isDated = /\d{4}/.test(written.replace(/^\d{3,4}$/, ''))
  const isAhead = !isDated && instant.epochS > nowS + AHEAD_S
  return formatInstant(isAhead ? instant.epochS - DAY_S : instant.epochS, CHINA_OFFSET_MIN)
}
