import { spawnSync } from 'node:child_process'

/** True when a program of the system answers; the comparisons with it are left out with a line otherwise. */
export function isInstalled(program: string, argument: string): boolean {
  return spawnSync(program, [argument], { stdio: 'ignore', timeout: 10_000 }).error === undefined
}
