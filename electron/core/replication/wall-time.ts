import { formatInstant } from '#shared/kernel/instant.ts'

/** China Standard Time: the time every clock in a Chinese command centre shows, whatever the machine is set to. */
export const CONSOLE_OFFSET_MIN = 480

/** Wall time of the console as ISO 8601 with offset and whole seconds. */
export function wallTimeOf(nowMs: number): string {
  return formatInstant(Math.floor(nowMs / 1000), CONSOLE_OFFSET_MIN)
}
