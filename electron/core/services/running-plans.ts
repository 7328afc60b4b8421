import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { makeFinding } from '#shared/planner/reason.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import { PlannerLost, type PlanDispatch, type PlanningProgress } from './planning-port.ts'

/** One build that was asked for. */
export interface PlanRequest {
  readonly requestId: string
  readonly incidentId: string
  readonly incidentRevision: number
  /** Number the version gets when no other is stored before it. */
  readonly version: number
}

/** A plan as it came out, and how long it took. */
export interface MadePlan {
  readonly plan: DispatchPlan
  readonly elapsedMs: number
}

/** The builds under way of this console. */
export interface RunningPlans {
  /** Makes a plan and hands it to `store`; whatever happens is told as the end of the request. */
  run<T>(request: PlanRequest, problem: PlanningProblem, store: (made: MadePlan) => T): Promise<T>
  /** Stops a build for somebody; false when there is none of that name. */
  cancel(requestId: string, who: string): { cancelled: boolean; draftKept: boolean }
  draft(requestId: string): PlanVersion | null
  all(): PlanProgress[]
}

/** What running builds needs from around it. */
export interface RunningPlansParts {
  readonly planDispatch: PlanDispatch
  readonly nowMs: () => number
  /** A clock that never jumps, milliseconds. */
  readonly monotonicMs: () => number
  readonly announce: (progress: PlanProgress) => void
  readonly logBug: (where: string, error: unknown) => void
}

interface Running {
  readonly request: PlanRequest
  readonly controller: AbortController
  readonly startMs: number
  progress: PlanProgress
  draft: DispatchPlan | null
  /** Who stopped it. */
  stoppedBy: string | null
}

/** Keeps the builds under way: tells how far they are, gives out their drafts, stops them. */
export function createRunningPlans(parts: RunningPlansParts): RunningPlans {
  const running = new Map<string, Running>()

  const tell = (entry: Running, change: Partial<PlanProgress>): void => {
    const elapsedMs = Math.round(parts.monotonicMs() - entry.startMs)
    entry.progress = { ...entry.progress, ...change, elapsedMs }
    parts.announce(entry.progress)
  }

  const follow = (entry: Running, progress: PlanningProgress): void => {
    switch (progress.kind) {
      case 'queued':
        tell(entry, { state: 'queued', ahead: progress.ahead })
        return
      case 'stage': {
        const { effort, stage, share } = progress
        tell(entry, { state: 'running', ahead: 0, effort, stage, share })
        return
      }
      case 'draft': {
        entry.draft = progress.plan
        const { objective, bound, gap } = progress.plan.forcePlan.solver
        tell(entry, { draft: { objective, bound, gap } })
      }
    }
  }

  /** The plan; or its draft, saying so, when it was stopped or what made it died. */
  const make = async (entry: Running, problem: PlanningProblem): Promise<DispatchPlan> => {
    const run = { signal: entry.controller.signal, onProgress: (progress: PlanningProgress) => follow(entry, progress) }
    try {
      return await parts.planDispatch(problem, run)
    } catch (error) {
      if (error instanceof PlannerLost) {
        // The exact search is what is heavy: without a draft one is made, on whatever replaces what died.
        const draft = entry.draft ?? (await parts.planDispatch({ ...problem, effort: 'draft' }, run))
        return marked(draft, 'planner-lost', 'warn', {})
      }
      if (entry.stoppedBy === null || entry.draft === null) throw error
      return marked(entry.draft, 'planning-cancelled', 'info', { who: entry.stoppedBy })
    }
  }

  return {
    run: async (request, problem, store) => {
      const { incidentId, requestId } = request
      if (running.has(requestId)) {
        throw new AppError('conflict', `操作编号 ${requestId} 的方案正在生成，请等它完成`, {
          path: 'commandId',
          value: requestId,
        })
      }
      const startMs = parts.monotonicMs()
      const progress: PlanProgress = {
        ...{ incidentId, requestId, state: 'running', ahead: 0, effort: 'draft', stage: null, share: 0, elapsedMs: 0 },
        ...{ draft: null, outcome: null },
      }
      const entry: Running = {
        ...{ request, controller: new AbortController(), startMs, progress, draft: null, stoppedBy: null },
      }
      running.set(requestId, entry)
      tell(entry, {})
      let outcome: PlanProgress['outcome'] = 'failed'
      try {
        const plan = await make(entry, problem)
        const answer = store({ plan, elapsedMs: Math.round(parts.monotonicMs() - startMs) })
        outcome = 'stored'
        return answer
      } catch (error) {
        if (error instanceof AppError && error.code === 'cancelled') outcome = 'cancelled'
        if (!(error instanceof PlannerLost)) throw error
        parts.logBug('plan.build', error)
        throw new AppError(
          'internal',
          '计算进程两次意外停止，没有生成方案；事件信息已保存，原因已记入日志，请重启后重试',
          {
            path: 'plan',
          },
        )
      } finally {
        running.delete(requestId)
        tell(entry, { state: 'ended', outcome })
      }
    },
    cancel: (requestId, who) => {
      const entry = running.get(requestId)
      if (entry === undefined || entry.stoppedBy !== null) return { cancelled: false, draftKept: false }
      entry.stoppedBy = who
      entry.controller.abort()
      return { cancelled: true, draftKept: entry.draft !== null }
    },
    draft: (requestId) => {
      const entry = running.get(requestId)
      if (entry === undefined || entry.draft === null) return null
      const { incidentId, incidentRevision, version } = entry.request
      return {
        ...{ incidentId, incidentRevision, version, plan: entry.draft },
        createdAt: wallTimeOf(parts.nowMs()),
        elapsedMs: entry.progress.elapsedMs,
      }
    },
    all: () => [...running.values()].map(({ progress }) => progress),
  }
}

function marked(
  plan: DispatchPlan,
  code: string,
  severity: Finding['severity'],
  facts: Readonly<Record<string, string>>,
): DispatchPlan {
  const { gap } = plan.forcePlan.solver
  const gapText = gap === null ? '未知' : `不超过${Math.ceil(gap * 1000) / 10}%`
  const finding = makeFinding(code, severity, 'forcePlan.solver', { ...facts, gap: gapText })
  return { ...plan, findings: [...plan.findings, finding] }
}
