import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Root of the checkout. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** Runs one of the project's own tools and returns its exit code and what it printed on stdout, then on stderr. */
export function runTool(
  tool: string,
  args: readonly string[],
  cwd = ROOT,
): { code: number | null; output: string; errors: string } {
  const result = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64e6,
  })
  return { code: result.status, output: result.stdout, errors: result.stderr }
}
