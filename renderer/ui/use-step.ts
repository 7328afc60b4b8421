import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'

/** One step at a time: whether it is under way and why the last was refused. */
export interface Step {
  readonly busy: boolean
  readonly error: string | null
  setError(error: string | null): void
  /** Takes the step; true when it was done. A second try while one is under way does nothing. */
  take(ask: (commandId: string) => Promise<Answer<unknown>>): Promise<boolean>
}

/** Keeps what became of the steps of one form. */
export function useStep(): Step {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  return {
    busy,
    error,
    setError,
    take: async (ask) => {
      if (busy) return false
      setBusy(true)
      const answer = await ask(crypto.randomUUID())
      setBusy(false)
      setError(answer.ok ? null : answer.error.message)
      return answer.ok
    },
  }
}
