import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The resources the product ships. */
export const RESOURCES = resolve(import.meta.dirname, '../../resources')

/** Wall time of tests: 2026-07-14 10:20 in China. */
export const TEST_NOW_MS = Date.UTC(2026, 6, 14, 2, 20, 0)

/** A folder of its own for one test; `remove` deletes it with everything in it. */
export function temporaryFolder(): { path: string; remove(): void } {
  return folderIn(tmpdir())
}

/** The same in memory where the system has such a place: for hundreds of files whose syncs would only cost time. */
export function folderInMemory(): { path: string; remove(): void } {
  return folderIn(existsSync('/dev/shm') ? '/dev/shm' : tmpdir())
}

function folderIn(parent: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(parent, 'console-test-'))
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}
