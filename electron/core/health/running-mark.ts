import { existsSync, readFileSync, rmSync } from 'node:fs'
import { replaceFile } from '../replication/durable-file.ts'

/**
 * A file beside the database that is there while a console works on it. Found at a start, it tells that the last run did
 * not end by itself: power cut, crash, killed.
 */
function markPathOf(databasePath: string): string {
  return `${databasePath}.running`
}

/** When the run began that never ended by itself (ISO 8601; empty when the mark is unreadable), or null when the last one did. */
export function readRunningMark(databasePath: string): string | null {
  const path = markPathOf(databasePath)
  if (!existsSync(path)) return null
  return readFileSync(path, 'utf8').trim()
}

/** Marks the database as worked on since the given time. */
export function setRunningMark(databasePath: string, startedAt: string): void {
  replaceFile(markPathOf(databasePath), `${startedAt}\n`)
}

/** Tells that the run ends by itself. */
export function clearRunningMark(databasePath: string): void {
  rmSync(markPathOf(databasePath), { force: true })
}
