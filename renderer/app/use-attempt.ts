import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'

/** One way to the core at a time: whether it is under way, and why the last one was refused. */
export interface Attempt {
  readonly busy: boolean
  /** Why the last one was refused; null when it was not. */
  readonly error: string | null
  /** True when it was done. A second try while the first is under way does nothing. */
  readonly run: (work: () => Promise<Answer<unknown>>) => Promise<boolean>
}

/** Runs commands and keeps what is said of the last. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  return {
    busy,
    error,
    run: async (work) => {
      if (busy) return false
      setBusy(true)
      setError(null)
      try {
        const answer = await work()
        if (!answer.ok) setError(answer.error.message)
        return answer.ok
      } finally {
        setBusy(false)
      }
    },
  }
}
