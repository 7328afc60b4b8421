import type { CoreLink } from './core-link.ts'
import type { RestartLimit } from './restart-limit.ts'

/** What keeping a core running needs from around it. */
export interface CoreSurroundings {
  /** Starts a core; `previousExit` is the exit code of the one it replaces, null for the first. */
  readonly start: (previousExit: number | null, onExit: (code: number) => void) => CoreLink
  readonly mayRestart: RestartLimit
  readonly nowMs: () => number
  /** Told each unasked end of a core, before anything is done about it. */
  readonly onLost: (code: number) => void
  /** A new core runs: every window needs a port to it. */
  readonly onRestarted: () => void
  /** The core ended so often that it is not started again. */
  readonly onGivenUp: (code: number) => void
}

/**
 * Starts the core and starts it again when it ends unasked. What the core acknowledged is on disk; calls it was still
 * answering are lost and said to be so by the windows.
 */
export function keepCore(surroundings: CoreSurroundings): CoreLink {
  const { start, mayRestart, nowMs, onLost, onRestarted, onGivenUp } = surroundings
  const replace = (code: number): void => {
    onLost(code)
    if (!mayRestart(nowMs())) {
      onGivenUp(code)
      return
    }
    core = start(code, replace)
    onRestarted()
  }
  let core = start(null, replace)
  return {
    connect: (contents, headquarters) => {
      core.connect(contents, headquarters)
    },
    vouch: (ticket, paths) => core.vouch(ticket, paths),
    stop: (timeoutMs) => core.stop(timeoutMs),
  }
}
