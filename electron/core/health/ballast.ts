import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { freeBytesAt } from '../db/file-errors.ts'

/** A file that only takes up room, to be given up when the disk is full: what happened can then still be recorded. */
export interface Ballast {
  /** With less than this free, the disk counts as nearly full and no ballast is made. */
  readonly roomBytes: number
  /** Makes the file where there is none and room for it; in short steps, nobody waits for it. */
  create(): Promise<void>
  /** Gives the room back; bytes freed, 0 when there was no file. */
  release(): number
  /** Ends a creation under way. */
  stop(): void
}

/** Written in one go: short enough to let others work. */
const STEP_BYTES = 1024 * 1024
/** It is only made where the disk has this many times its size free. */
const ROOM_FACTOR = 4

/** The ballast of a database, of `bytes`. */
export function openBallast(databasePath: string, bytes: number): Ballast {
  const path = `${databasePath}.ballast`
  const unfinished = `${path}.new`
  const roomBytes = bytes * ROOM_FACTOR
  let making = false
  let given = false

  const make = async (): Promise<void> => {
    const file = await open(unfinished, 'w', 0o600)
    try {
      // Random: a file system that compresses would make nothing of zeros.
      const step = randomBytes(Math.min(STEP_BYTES, bytes))
      for (let written = 0; written < bytes && !given; written += step.length) await file.write(step)
      if (!given) await file.sync()
    } finally {
      await file.close()
      if (given) rmSync(unfinished, { force: true })
    }
    if (!given) renameSync(unfinished, path)
  }
  return {
    roomBytes,
    create: async () => {
      const free = freeBytesAt(path)
      if (making || existsSync(path) || free === null || free < roomBytes) return
      making = true
      given = false
      try {
        await make()
      } finally {
        making = false
      }
    },
    release: () => {
      given = true
      const size = existsSync(path) ? statSync(path).size : 0
      rmSync(path, { force: true })
      return size
    },
    stop: () => {
      given = true
    },
  }
}
