import { useState } from 'react'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { InputOf } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'
import { noteBuilding, noteBuilt } from '../../app/view-actions.ts'
import type { RebuildManner } from '../../features/incidents/rebuild-menu.tsx'
import { useText } from '../../text/text.ts'

/** Builds the plans of the chosen incident again. */
export interface Rebuild {
  readonly busy: boolean
  readonly start: (manner?: RebuildManner) => void
  /** Makes the newest version again without the changes that were not accepted. */
  readonly decline: (version: number, changes: readonly string[]) => void
}

type BuildWish = InputOf<typeof appContract.plan.build>

/** What of each manner is told to the core. */
const WISHES = { usual: {}, fresh: { fresh: true }, keepAll: { keepAll: true } } as const

/** State of building plans from this window. */
export function useRebuild(): Rebuild {
  const { client, view } = useConsole()
  const text = useText()
  const [busy, setBusy] = useState(false)
  const run = async (incidentId: string, wish: Partial<BuildWish>): Promise<void> => {
    setBusy(true)
    try {
      noteBuilding(view, incidentId)
      const answer = await client.plan.build({ commandId: crypto.randomUUID(), incidentId, ...wish })
      noteBuilt(view, incidentId, answer.ok ? answer.value.version : null)
      view.setState(
        answer.ok
          ? { announcement: text('announce.newPlan', { version: answer.value.version }), buildError: null }
          : { buildError: answer.error.message },
      )
    } catch (error) {
      noteBuilt(view, incidentId, null)
      view.setState({ buildError: error instanceof Error ? error.message : String(error) })
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    start: (manner = 'usual') => {
      const { incidentId } = view.getState()
      if (!busy && incidentId !== null) void run(incidentId, WISHES[manner])
    },
    decline: (version, changes) => {
      const { incidentId } = view.getState()
      if (!busy && incidentId !== null) void run(incidentId, { declined: { version, changes: [...changes] } })
    },
  }
}
