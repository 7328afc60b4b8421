import { composeCore, type Core, type CoreOptions } from '#electron/core/compose-core.ts'
import { createPortHub } from '#electron/core/router/port-hub.ts'
import { connectWindow, type BridgedWindow } from './bridge.ts'
import { RESOURCES, TEST_NOW_MS } from './surroundings.ts'

/** A running console with both headquarters' windows. */
export interface Console {
  readonly administrative: BridgedWindow
  readonly tactical: BridgedWindow
  readonly core: Core
  readonly databasePath: string
  /** Bugs the core logged; a sound test leaves it empty. */
  readonly bugs: readonly string[]
  /** Closes windows and core; the database stays. */
  stop(): void
}

/** Starts a console on a database file, a first start if there is none, and opens both windows. */
export function startNewConsole(databasePath: string, overrides: Partial<CoreOptions> = {}): Console {
  const hub = createPortHub()
  const bugs: string[] = []
  const core = composeCore({
    databasePath,
    resourcesFolder: RESOURCES,
    runtimeName: 'test',
    clock: () => TEST_NOW_MS,
    publish: hub.publish,
    announce: hub.announce,
    logBug: (where, error) => bugs.push(`${where}: ${String(error)}`),
    ...overrides,
  })
  const administrative = connectWindow(hub, core.route, { seat: 'local', role: 'administrative' })
  const tactical = connectWindow(hub, core.route, { seat: 'local', role: 'tactical' })
  return {
    administrative,
    tactical,
    core,
    databasePath,
    bugs,
    stop: () => {
      administrative.close()
      tactical.close()
      core.dispose()
    },
  }
}
