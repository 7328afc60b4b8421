import { formatInstant, parseInstant } from '#shared/kernel/instant.ts'

/** China Standard Time, the zone of the clocks on the screen. */
export const CHINA_OFFSET_MIN = 480

/** `HH:mm` of an ISO moment in the offset it was written in; with `MM-DD ` before it on another day than `dayOf`. */
export function clockText(moment: string | null | undefined, dayOf?: string | null): string {
  const instant = moment ? parseInstant(moment) : null
  if (!instant) return '—'
  const local = formatInstant(instant.epochS, instant.offsetMin)
  const clock = local.slice(11, 16)
  const reference = dayOf ? parseInstant(dayOf) : null
  if (!reference) return clock
  const sameDay = formatInstant(reference.epochS, reference.offsetMin).slice(0, 10) === local.slice(0, 10)
  return sameDay ? clock : `${local.slice(5, 10)} ${clock}`
}

/** `YYYY-MM-DD HH:mm` of an ISO moment in its own offset. */
export function dateTimeText(moment: string | null | undefined): string {
  const instant = moment ? parseInstant(moment) : null
  return instant ? formatInstant(instant.epochS, instant.offsetMin).slice(0, 16).replace('T', ' ') : '—'
}

/** Seconds as `m:ss`, `h:mm:ss` from one hour on, `3d 04:05` from a hundred hours on; negative with a leading minus. */
export function durationText(seconds: number): string {
  const whole = Math.abs(Math.round(seconds))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  if (hours >= 100)
    return `${seconds < 0 ? '-' : ''}${Math.floor(hours / 24)}d ${two(hours % 24)}:${two(Math.floor((whole % 3600) / 60))}`
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`
  return `${seconds < 0 ? '-' : ''}${hours > 0 ? `${hours}:` : ''}${rest}`
}

/** Minutes of a duration, rounded up, as whole number text: what an ETA column shows. */
export function minutesText(seconds: number): string {
  return String(Math.ceil(seconds / 60))
}

/** Metres below one kilometre, else kilometres with one decimal. */
export function distanceText(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`
}

/** Epoch seconds as `HH:mm:ss` in China Standard Time. */
export function wallClockText(epochS: number): string {
  return formatInstant(epochS, CHINA_OFFSET_MIN).slice(11, 19)
}

/** Epoch seconds as `YYYY-MM-DD HH:mm:ss` in China Standard Time, as the form writes "now": the clock since the call is exact. */
export function formTimeText(epochS: number): string {
  return formatInstant(epochS, CHINA_OFFSET_MIN).slice(0, 19).replace('T', ' ')
}

/** Seconds from one ISO moment to an epoch second; null when the moment cannot be read. */
export function secondsSince(moment: string | null | undefined, epochS: number): number | null {
  const instant = moment ? parseInstant(moment) : null
  return instant ? epochS - instant.epochS : null
}
