import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { AppPaths } from './paths.ts'
import { isTrustedUrl } from './security.ts'

/** Message that hands one end of a window's port to the core or to the page; without a port it says that the core is gone. */
export const PORT_MESSAGE = 'console-port'

/** The core utility process: owns the database; windows talk to it directly over their own port. */
export interface CoreLink {
  /** Gives a loaded window of the console its own port; refuses any other page. */
  connect(contents: WebContents, headquarters: Headquarters): void
  /** Tells the core which paths a ticket stands for. */
  vouch(ticket: string, paths: readonly string[]): void
  /** Asks the core to close the database and waits for it, at most `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>
}

/** What the core is told of the console it belongs to. */
export interface CoreIdentity {
  /** Version of the console, as its package says. */
  readonly version: string
  /** What runs it, e.g. `Electron 45.4.1`. */
  readonly runtime: string
  /** Exit code of the core that this one replaces; null for the first. */
  readonly previousExit: number | null
}

/** Starts the core. `onExit` is told the exit code when it ends without having been asked to. */
export function startCore(paths: AppPaths, identity: CoreIdentity, onExit: (code: number) => void): CoreLink {
  const { version, runtime, previousExit } = identity
  const core: UtilityProcess = utilityProcess.fork(
    paths.core,
    [
      `--database=${paths.database}`,
      `--resources=${paths.resources}`,
      `--log=${paths.log}`,
      `--console-version=${version}`,
      `--runtime=${runtime}`,
      ...(previousExit === null ? [] : [`--previous-exit=${previousExit}`]),
    ],
    { serviceName: 'console-core', stdio: 'inherit' },
  )
  let stopping = false
  let gone = false
  core.on('exit', (code) => {
    gone = true
    if (!stopping) onExit(code)
  })
  return {
    connect: (contents, headquarters) => {
      if (!isTrustedUrl(contents.getURL())) return
      const { port1, port2 } = new MessageChannelMain()
      core.postMessage({ kind: PORT_MESSAGE, headquarters }, [port1])
      contents.postMessage(PORT_MESSAGE, null, [port2])
    },
    vouch: (ticket, paths) => core.postMessage({ kind: 'files', ticket, paths: [...paths] }),
    stop: (timeoutMs) =>
      new Promise((resolve) => {
        stopping = true
        if (gone) {
          resolve()
          return
        }
        const timer = setTimeout(() => {
          core.kill()
          resolve()
        }, timeoutMs)
        core.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        core.postMessage({ kind: 'stop' })
      }),
  }
}
