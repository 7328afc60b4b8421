import { useEffect } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { usePlanUnderWay } from './use-plan-progress.ts'

/** The chosen incident, its latest plan, and the list it was chosen from. */
export interface IncidentData {
  readonly incidents: readonly IncidentSummary[]
  readonly listed: boolean
  readonly listError: string | null
  readonly summary: IncidentSummary | null
  readonly incident: Incident | null
  readonly version: PlanVersion | null
  readonly versionLoading: boolean
  readonly versionError: string | null
  /** The plan that is being made for this incident; null when none is. */
  readonly progress: PlanProgress | null
  /** True when `version` is the draft of a plan under way. */
  readonly isDraft: boolean
  /** True when the facts were changed after the plan was made. */
  readonly stale: boolean
}

/** Reads the chosen incident; a window that has none takes the newest one, so that a restart shows where work stood. */
export function useIncidentData(): IncidentData {
  const { view } = useConsole()
  const chosen = useView(view, (state) => state.incidentId)
  const list = useQuery(appContract.incident.list, {})
  const incidents = list.value ?? []
  const newest = incidents[0]?.incidentId ?? null
  useEffect(() => {
    if (chosen === null && newest !== null && view.getState().desk === 'list')
      view.setState({ incidentId: newest, desk: 'plan' })
  }, [chosen, newest, view])
  const input = chosen === null ? null : { incidentId: chosen }
  const facts = useQuery(appContract.incident.get, input)
  const latest = useQuery(appContract.plan.latest, input)
  const summary = incidents.find((row) => row.incidentId === chosen) ?? null
  const { progress, draft } = usePlanUnderWay(chosen)
  const stored = latest.value
  const isDraft = draft !== null && draft.version > (stored?.version ?? 0)
  const version = isDraft ? draft : stored
  return {
    incidents,
    listed: list.value !== null,
    listError: list.error?.message ?? null,
    summary,
    incident: facts.value?.incident ?? null,
    version,
    progress,
    isDraft,
    versionLoading: chosen !== null && latest.status === 'loading',
    versionError: latest.error?.message ?? null,
    stale: summary !== null && version !== null && version.incidentRevision < summary.revision,
  }
}
