import { existsSync, renameSync } from 'node:fs'

/** Files that belong to one database and mean nothing without it: its write-ahead log, key and sealed head. */
const COMPANIONS = ['', '-wal', '-shm', '.key', '.head'] as const

/**
 * Moves a damaged database and its companions aside under a time-stamped name; nothing is ever deleted. The key goes
 * with it: a new record under the old key would give one entry number two contents.
 *
 * @returns the new path of the database file.
 */
export function setDatabaseAside(databasePath: string, nowMs: number): string {
  const stamp = timeStamp(nowMs)
  let target = `${databasePath}.damaged-${stamp}`
  for (let count = 2; existsSync(target); count += 1) target = `${databasePath}.damaged-${stamp}-${count}`
  for (const companion of COMPANIONS) {
    if (existsSync(databasePath + companion)) renameSync(databasePath + companion, target + companion)
  }
  return target
}

/** `20260714T022000Z`: UTC, safe in file names everywhere. */
export function timeStamp(nowMs: number): string {
  return new Date(nowMs).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
}
