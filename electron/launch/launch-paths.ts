import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the project's folder, two levels above this file. */
export const PROJECT_DIR = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** What the place of the per-user cache depends on. */
export interface CacheSurroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Folder of the per-user cache, outside the checkout so that the runtime is fetched once a machine:
 * XDG_CACHE_HOME (XDG Base Directory Specification), LOCALAPPDATA on Windows, else `~/.cache`.
 */
export function cacheDirFor({ platform, home, env }: CacheSurroundings): string {
  const base = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME']
  // The specification tells readers to ignore a relative path.
  const usable = base !== undefined && base !== '' && (platform === 'win32' || base.startsWith('/'))
  return join(usable ? base : join(home, '.cache'), 'emergency-command-console')
}

/** Folder of the per-user cache on this machine. */
export function cacheDir(): string {
  return cacheDirFor({ platform: process.platform, home: homedir(), env: process.env })
}
