import type { CoreOptions } from '#electron/core/compose-core.ts'
import { startNewConsole, type Console } from './new-console.ts'
import { copyTemplate } from './template-database.ts'

export type { Console } from './new-console.ts'

/** Starts a console and opens both windows; where there is no database yet, on the one that a first start leaves. */
export function startConsole(databasePath: string, overrides: Partial<CoreOptions> = {}): Console {
  if (overrides.resourcesFolder === undefined) copyTemplate(databasePath)
  return startNewConsole(databasePath, overrides)
}
