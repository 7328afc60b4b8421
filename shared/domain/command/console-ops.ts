import * as z from 'zod'

/** The disk had no room for something an operator did; what was freed for the record to go on. */
const DiskFull = z.strictObject({
  /** Bytes of the ballast that was given up; 0 when there was none. */
  freedBytes: z.number().int().nonnegative(),
})

/** The run before did not end by itself: power cut, crash or killed. */
const UncleanStop = z.strictObject({
  /** When that run began; empty when its mark could not be read. */
  startedAt: z.string(),
  /** Entries of this seat that were found at the start. */
  entries: z.number().int().nonnegative(),
})

/** Operations about the console itself; they belong to no incident. */
export const CONSOLE_OPS = {
  'v1.console.diskFull': DiskFull,
  'v1.console.uncleanStop': UncleanStop,
} as const
