import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'

/** Sends one command at a time and keeps why the last one was refused. */
export interface Send {
  readonly busy: boolean
  readonly error: string | null
  readonly clear: () => void
  /** The value, or null when it was refused or another is under way. */
  readonly run: <V>(ask: (commandId: string) => Promise<Answer<V>>) => Promise<V | null>
}

/** State of the commands of one form. */
export function useSend(): Send {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  return {
    busy,
    error,
    clear: () => setError(null),
    run: async (ask) => {
      if (busy) return null
      setBusy(true)
      const answer = await ask(crypto.randomUUID())
      setBusy(false)
      setError(answer.ok ? null : answer.error.message)
      return answer.ok ? answer.value : null
    },
  }
}
