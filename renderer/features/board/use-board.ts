import { useEffect } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { QueryState } from '../../app/query-cache.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import type { Board } from '#shared/domain/command/board.ts'

/** Ages and expected arrivals move with the clock, so that the present board is read again this often. */
const RENEW_MS = 10_000

/** The board of an incident now, kept up with the clock, or as it stood after an operation. */
export function useBoard(incidentId: string | null, until: string | null): QueryState<Board> {
  const { cache } = useConsole()
  const state = useQuery(appContract.board.get, incidentId === null ? null : { incidentId, until })
  useEffect(() => {
    if (incidentId === null || until !== null) return
    const timer = setInterval(() => cache.refresh(appContract.board.get, { incidentId, until }), RENEW_MS)
    return () => clearInterval(timer)
  }, [cache, incidentId, until])
  return state
}
