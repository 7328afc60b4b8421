import type { StartNotice } from '#shared/contract/system.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { asWriteFailure, freeBytesAt } from '../db/file-errors.ts'
import type { Journal } from '../replication/journal.ts'
import type { Explain, LogBug, Publish } from '../router/router.ts'
import type { Ballast } from './ballast.ts'
import { recordFullDisk } from './console-record.ts'
import { noticeOfClock, noticeOfFullDisk, noticeOfLowDisk } from './health-notices.ts'
import { createClockWatch } from './record-time.ts'

/** What keeps the console fit while it runs, and what the operator should know of it. */
export interface CoreHealth {
  /** What is wrong now; empty when nothing is. */
  readonly notices: () => StartNotice[]
  /** The operator's error behind a failed write; a full disk raises the alarm. */
  readonly explain: Explain
  /** True when an error means that the disk is full; that raises the alarm. */
  readonly isFullDisk: (error: unknown) => boolean
  /** Begins to look again every so often, and makes the ballast when there is room; nobody waits for it. */
  readonly watch: () => void
  readonly stop: () => void
}

/** What the health of a core is made of. `ballast` is null where the disk is somebody else's care (tests, the command line). */
export interface HealthParts {
  readonly db: ReadDb
  readonly journal: Journal
  readonly databasePath: string
  readonly clock: () => number
  readonly publish: Publish
  readonly logBug: LogBug
  readonly ballast: Ballast | null
  /** Bytes that had to be freed to start at all; null when the disk had room. */
  readonly freedAtStart: number | null
}

const LOOK_EVERY_MS = 30_000
/** Not while the windows are still asking for their first pages. */
const BALLAST_AFTER_MS = 20_000

/** Builds the health of a core; it does nothing by itself until `watch`. */
export function createCoreHealth(parts: HealthParts): CoreHealth {
  const { journal, databasePath, clock, publish, logBug, ballast } = parts
  const lagAt = createClockWatch(parts.db, journal.seat)
  let freed: number | null = null
  let shown = ''
  const timers: NodeJS.Timeout[] = []

  const raise = (freedBytes: number): void => {
    freed = freedBytes
    try {
      recordFullDisk(journal, freedBytes)
    } catch (error) {
      logBug('health.diskFull', error) // not even that has room: the notice on screen stands
    }
    publish(['system', 'journal'])
  }
  const disk = (): StartNotice[] => {
    if (ballast === null) return freed === null ? [] : [noticeOfFullDisk(freed, databasePath)]
    const free = freeBytesAt(databasePath)
    const isLow = free !== null && free < ballast.roomBytes
    if (!isLow) freed = null // somebody has made room
    if (freed !== null) return [noticeOfFullDisk(freed, databasePath)]
    return isLow ? [noticeOfLowDisk(free, databasePath)] : []
  }
  const notices = (): StartNotice[] => {
    const lag = lagAt(clock())
    return [...disk(), ...(lag === null ? [] : [noticeOfClock(lag, clock())])]
  }
  const makeBallast = (): void => {
    ballast?.create().catch((error: unknown) => logBug('health.ballast', error))
  }
  const look = (): void => {
    const now = JSON.stringify(notices())
    if (now === shown) return
    shown = now
    publish(['system'])
    makeBallast() // for the next time: there may be room again
  }

  const explain = (error: unknown): unknown => {
    const explained = asWriteFailure(databasePath, error)
    // Once: what follows while the disk stays full is refused with the same words.
    if (isFull(explained) && freed === null) raise(ballast?.release() ?? 0)
    return explained
  }

  if (parts.freedAtStart !== null) raise(parts.freedAtStart)
  return {
    notices,
    explain,
    isFullDisk: (error) => isFull(explain(error)),
    watch: () => {
      shown = JSON.stringify(notices())
      timers.push(setInterval(look, LOOK_EVERY_MS), setTimeout(makeBallast, BALLAST_AFTER_MS))
    },
    stop: () => {
      for (const timer of timers.splice(0)) clearTimeout(timer)
      ballast?.stop()
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof AppError && error.code === 'disk-full'
}
