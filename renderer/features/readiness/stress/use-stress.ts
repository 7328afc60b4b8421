import { useEffect } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { useConsole, useQuery } from '../../../app/console-context.tsx'
import type { QueryState } from '../../../app/query-cache.ts'

/** A run tells nobody how far it is: it is asked, often while one is under way, and now and then for one of the other window. */
const RUNNING_MS = 1000
const RESTING_MS = 5000

/** State of the stress runs while the page is shown. */
export function useStress(): QueryState<OutputOf<typeof appContract.readiness.stress>> {
  const { cache } = useConsole()
  const state = useQuery(appContract.readiness.stress, {})
  const isRunning = state.value !== null && state.value.running !== null
  useEffect(() => {
    const timer = setInterval(
      () => cache.refresh(appContract.readiness.stress, {}),
      isRunning ? RUNNING_MS : RESTING_MS,
    )
    return () => clearInterval(timer)
  }, [cache, isRunning])
  return state
}
