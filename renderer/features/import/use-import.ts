import { useCallback, useEffect, useState } from 'react'
import type { ImportSession } from '#shared/contract/imports.contract.ts'
import type { Answer } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'

/** How often the session is asked for: while it works, and while the other window might begin one. */
const WORKING_MS = 250
const RESTING_MS = 2000
const LOOK_MS = 50

type State = { readonly session: ImportSession | null }

/** The import session of the console as this window knows it. */
export interface ImportHold {
  readonly session: ImportSession | null
  /** The last refusal of a step of this window. */
  readonly refusal: string | null
  readonly isWorking: boolean
  /** Takes a step; true when it was not refused. */
  readonly take: (step: Promise<Answer<State>>) => Promise<boolean>
  readonly refuse: (message: string | null) => void
  /** Looks at once, for a step that answers only when it is done. */
  readonly look: () => void
  /** Shows the columns again though all was checked. */
  readonly isRemapping: boolean
  readonly remap: () => void
}

/** Follows the session; it is one for both windows. */
export function useImport(): ImportHold {
  const { client } = useConsole()
  const [session, setSession] = useState<ImportSession | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isRemapping, setRemapping] = useState(false)
  const isWorking =
    session !== null && (session.state === 'reading' || session.state === 'checking' || session.state === 'writing')
  const ask = useCallback(async () => {
    const answer = await client.imports.session({})
    if (answer.ok) setSession(answer.value.session)
  }, [client])
  useEffect(() => {
    const first = setTimeout(() => void ask(), 0)
    const timer = setInterval(() => void ask(), isWorking ? WORKING_MS : RESTING_MS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [ask, isWorking])
  const take = useCallback(
    async (step: Promise<Answer<State>>) => {
      setRefusal(null)
      setRemapping(false)
      const answer = await step
      if (answer.ok) setSession(answer.value.session)
      else {
        setRefusal(answer.error.message)
        await ask()
      }
      return answer.ok
    },
    [ask],
  )
  const look = (): void => void setTimeout(() => void ask(), LOOK_MS)
  const remap = (): void => setRemapping(true)
  return { session, refusal, isWorking, take, refuse: setRefusal, look, isRemapping, remap }
}
