import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { MakePlan } from '#shared/planner/alternatives/plan-alternatives.ts'
import type { PlanningProgress } from './planning-port.ts'
import type { RunningPlansParts } from './running-plans.ts'

/** Plans that are made only to be compared with the plan in force. */
export interface TrialRequest {
  readonly incidentId: string
  /** Name under which it is followed and stopped; null when nobody does. */
  readonly requestId: string | null
  readonly work: NonNullable<PlanProgress['work']>
  /** Plans that are going to be made, at most. */
  readonly plans: number
}

/** The trials under way of this console. */
export interface RunningTrials {
  /** Lets `compare` make its plans one after the other. @throws AppError `cancelled` when somebody stopped it. */
  run<T>(request: TrialRequest, compare: (makePlan: MakePlan) => Promise<T>): Promise<T>
  /** Stops a trial; false when there is none of that name. */
  cancel(requestId: string): boolean
  all(): PlanProgress[]
}

interface Trial {
  readonly requestId: string
  readonly controller: AbortController
  progress: PlanProgress
}

/** Keeps the trials under way: tells how far they are and stops them. Nothing of a stopped trial is kept. */
export function createRunningTrials(
  parts: Pick<RunningPlansParts, 'planDispatch' | 'monotonicMs' | 'announce'>,
): RunningTrials {
  // A window asks again under the same name when the library changes in between.
  const running = new Set<Trial>()
  return {
    run: async ({ incidentId, requestId, work, plans }, compare) => {
      if (requestId === null) return compare((problem) => parts.planDispatch(problem))
      const startMs = parts.monotonicMs()
      const trial: Trial = {
        requestId,
        controller: new AbortController(),
        progress: {
          ...{ incidentId, requestId, work, state: 'running', ahead: 0, effort: 'draft', stage: null, share: 0 },
          ...{ elapsedMs: 0, draft: null, outcome: null },
        },
      }
      const tell = (change: Partial<PlanProgress>): void => {
        trial.progress = { ...trial.progress, ...change, elapsedMs: Math.round(parts.monotonicMs() - startMs) }
        parts.announce(trial.progress)
      }
      let done = 0
      const onProgress = (progress: PlanningProgress): void => {
        if (progress.kind === 'queued') tell({ state: 'queued', ahead: progress.ahead })
        if (progress.kind !== 'stage') return
        const { effort, stage } = progress
        // A later stage never shows less than an earlier one, also when fewer plans are made than were counted.
        const share = Math.max(trial.progress.share, Math.min(1, (done + progress.share) / Math.max(1, plans)))
        tell({ state: 'running', ahead: 0, effort, stage, share })
      }
      running.add(trial)
      tell({})
      let outcome: PlanProgress['outcome'] = 'failed'
      try {
        const { signal } = trial.controller
        const answer = await compare(async (problem) => {
          if (signal.aborted) throw cancelled()
          const plan = await parts.planDispatch(problem, { signal, onProgress })
          done += 1
          return plan
        })
        outcome = 'answered'
        return answer
      } catch (error) {
        if (!trial.controller.signal.aborted) throw error
        outcome = 'cancelled'
        throw cancelled()
      } finally {
        running.delete(trial)
        tell({ state: 'ended', outcome })
      }
    },
    cancel: (requestId) => {
      const stopped = [...running].filter((trial) => trial.requestId === requestId)
      for (const { controller } of stopped) controller.abort()
      return stopped.length > 0
    },
    all: () => [...running].map(({ progress }) => progress),
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', '已停止试算；现行方案不变，需要时可再次试算', { path: 'requestId' })
}
