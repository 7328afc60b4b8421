import { join } from 'node:path'
import type { App } from 'electron'

/** Where the running console finds its files and keeps its data. */
export interface AppPaths {
  readonly renderer: string
  readonly preload: string
  readonly core: string
  readonly resources: string
  readonly map: string
  readonly icon: string
  readonly database: string
  readonly log: string
}

/**
 * Paths for a checkout (`out/` and `resources/` in the project) and for a package (resources beside the archive).
 * `COMMAND_CONSOLE_DATA` moves the data folder, for drills on a stick and for tests.
 */
export function resolvePaths(
  app: Pick<App, 'isPackaged' | 'getPath'>,
  mainFolder: string,
  resourcesPath: string,
): AppPaths {
  const out = join(mainFolder, '..')
  const resources = app.isPackaged ? join(resourcesPath, 'resources') : join(out, '..', 'resources')
  const data = process.env['COMMAND_CONSOLE_DATA'] ?? join(app.getPath('userData'), 'data')
  return {
    renderer: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    core: join(mainFolder, 'core.cjs'),
    resources,
    map: join(resources, 'map'),
    icon: join(resources, 'icons', 'icon.png'),
    database: join(data, 'console.db'),
    log: join(data, 'console.log'),
  }
}
