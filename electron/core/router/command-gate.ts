import type { Admit } from './router.ts'

/** Holds commands back while a long write runs on another thread: a command would wait for it inside the database, and all queries with it. */
export interface CommandGate {
  /** Commands wait until this is settled, however it ends. */
  readonly hold: (until: Promise<unknown>) => void
  readonly admit: Admit
  /** For work that was let in long ago and is about to write. */
  readonly passed: () => Promise<void>
}

/** What must pass at any time: it stops the very write that the others wait for. */
const ALWAYS_ADMITTED: ReadonlySet<string> = new Set(['imports.cancel', 'plan.cancel'])

/** Builds an open gate. */
export function createCommandGate(): CommandGate {
  let held: Promise<unknown> | null = null
  const passed = async (): Promise<void> => {
    while (held !== null) await held
  }
  return {
    hold: (until) => {
      const own = Promise.all([held, until.then(ignore, ignore)]).then(() => {
        if (held === own) held = null
      })
      held = own
    },
    admit: async (channel) => {
      if (!ALWAYS_ADMITTED.has(channel)) await passed()
    },
    passed,
  }
}

const ignore = (): void => undefined
