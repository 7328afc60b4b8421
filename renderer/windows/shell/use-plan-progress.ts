import { useSyncExternalStore } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'

/** The plan of an incident that is being made. */
export interface PlanUnderWay {
  /** Null when none is being made. */
  readonly progress: PlanProgress | null
  /** Its draft, also until the version that came of it was read. */
  readonly draft: PlanVersion | null
}

/** Follows the plan of the chosen incident while it is made, whichever window asked for it. */
export function usePlanUnderWay(incidentId: string | null): PlanUnderWay {
  const { planWatch } = useConsole()
  const told = useSyncExternalStore(planWatch.listen, () => planWatch.of(incidentId))
  const isWanted = told !== null && told.draft !== null && (told.state !== 'ended' || told.outcome === 'stored')
  const draft = useQuery(
    appContract.plan.draft,
    isWanted ? { incidentId: told.incidentId, requestId: told.requestId } : null,
  )
  return { progress: told === null || told.state === 'ended' ? null : told, draft: isWanted ? draft.value : null }
}

/** Stops a plan under way and answers true; false when there is none. */
export function useCancelPlan(incidentId: string | null): () => boolean {
  const { client, planWatch, view } = useConsole()
  return () => {
    const told = planWatch.of(incidentId)
    if (told === null || told.state === 'ended') return false
    const command = { commandId: crypto.randomUUID(), requestId: told.requestId }
    void client.plan.cancel(command).then(
      (answer) => {
        if (!answer.ok) view.setState({ buildError: answer.error.message })
      },
      (error: unknown) => view.setState({ buildError: error instanceof Error ? error.message : String(error) }),
    )
    return true
  }
}
