import type { PlanProgress } from '#shared/contract/plan-progress.ts'

/** What this window was told of plans under way, by incident; only the newest of each is of use. */
export interface PlanWatch {
  /** The newest that is known of an incident's plan under way or just ended; null when nothing is. */
  readonly of: (incidentId: string | null) => PlanProgress | null
  /** The newest that is known of a question under way; null when it is not under way. */
  readonly ofRequest: (requestId: string | null) => PlanProgress | null
  readonly listen: (listener: () => void) => () => void
  /** Takes what the core tells. */
  readonly tell: (progress: PlanProgress) => void
  /** The core was started again: what it was doing is gone. */
  readonly forget: () => void
}

/** Makes the watch of one window. */
export function createPlanWatch(): PlanWatch {
  const known = new Map<string, PlanProgress>()
  const trials = new Map<string, PlanProgress>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    of: (incidentId) => (incidentId === null ? null : (known.get(incidentId) ?? null)),
    ofRequest: (requestId) => (requestId === null ? null : (trials.get(requestId) ?? null)),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (progress) => {
      if (progress.work !== undefined) {
        if (progress.state === 'ended') trials.delete(progress.requestId)
        else trials.set(progress.requestId, progress)
        changed()
        return
      }
      const before = known.get(progress.incidentId)
      // Two builds of one incident: the end of the one does not hide the other.
      const isOther = before !== undefined && before.requestId !== progress.requestId
      if (isOther && before.state !== 'ended' && progress.state === 'ended') return
      known.set(progress.incidentId, progress)
      changed()
    },
    forget: () => {
      known.clear()
      trials.clear()
      changed()
    },
  }
}
