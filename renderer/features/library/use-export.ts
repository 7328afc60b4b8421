import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import type { ExportSession } from '#shared/contract/exports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'

const LOOK_EVERY_MS = 300

type State = { readonly session: ExportSession | null }

/** The export of the console as a dialog knows it: one that ended before the dialog was opened is not shown. */
export interface ExportHold {
  readonly session: ExportSession | null
  readonly refusal: string | null
  readonly isWorking: boolean
  readonly take: (step: Promise<Answer<State>>) => Promise<void>
  readonly refuse: (message: string) => void
}

/** Follows the export while it is written. */
export function useExport(): ExportHold {
  const { client } = useConsole()
  const [session, setSession] = useState<ExportSession | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isWorking = session?.state === 'writing'
  const look = useCallback(
    async (isFirst: boolean) => {
      const answer = await client.exports.session({})
      if (!answer.ok) return
      const found = answer.value.session
      if (!isFirst || found?.state === 'writing') setSession(found)
    },
    [client],
  )
  useEffect(() => {
    const first = setTimeout(() => void look(true), 0)
    return () => clearTimeout(first)
  }, [look])
  useEffect(() => {
    if (!isWorking) return undefined
    const timer = setInterval(() => void look(false), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [look, isWorking])
  const take = useCallback(async (step: Promise<Answer<State>>) => {
    setRefusal(null)
    const answer = await step
    if (answer.ok) setSession(answer.value.session)
    else setRefusal(answer.error.message)
  }, [])
  return { session, refusal, isWorking, take, refuse: setRefusal }
}
