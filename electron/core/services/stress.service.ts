import type { AppContract, AppHandlers } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { StressQuestion, StressResult } from '#shared/domain/stress.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { PLANNER_VERSION } from '#shared/planner/planner-version.ts'
import { drawnProblem, stressEvidence } from '#shared/planner/stress/stress-evidence.ts'
import { libraryVersion, stressSteps, type StressGround } from '#shared/planner/stress/stress-steps.ts'
import type { WriteDb } from '../db/db-types.ts'
import { findLatestStressRun, saveStressRun, type StoredStressRun } from '../db/repositories/stress-run.repo.ts'
import { runStress } from '../planning/run-stress.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import type { LibrarySource } from './library-source.ts'
import type { PlanPriority } from './plan-priority.ts'
import type { PlanningReferences } from './planning-port.ts'

/** The part of the readiness area that is about stress runs. */
export type StressService = Pick<
  AppHandlers['readiness'],
  'stress' | 'stressIncidents' | 'stressIncident' | 'startStress' | 'stopStress'
>

/** What the stress service works with. */
export interface StressServiceParts {
  readonly db: WriteDb
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
  readonly priority: Pick<PlanPriority, 'whenIdle' | 'isBusy'>
  /** Lets go of what the background plans hold, such as their worker. */
  readonly restBackground: () => void
  readonly nowMs: () => number
  readonly monotonicMs: () => number
  readonly logBug: (where: string, error: unknown) => void
}

type State = OutputOf<AppContract['readiness']['stress']>

interface Running {
  readonly commandId: string
  readonly question: StressQuestion
  readonly controller: AbortController
  readonly startMs: number
  phase: 'misses' | 'worth'
  done: number
  of: number
}

/** Rows of a list of drawn incidents. */
const LISTED = 200

/** Makes stress runs in the background, one at a time, and keeps the newest result. A run that is stopped keeps nothing. */
export function createStressService(core: StressServiceParts): StressService {
  let running: Running | null = null
  let failed: State['failed'] = null
  let latest: StoredStressRun | null | undefined
  const newest = (): StoredStressRun | null => (latest ??= findLatestStressRun(core.db))
  const ground = (): StressGround => ({ dataset: core.library.current(), ...core.references() })

  const theRun = (madeAt: string): StoredStressRun => {
    const kept = newest()
    if (kept !== null && kept.madeAt === madeAt) return kept
    throw new AppError('conflict', '压力测试结果已被更新：请关闭此列表，从新结果重选', { path: 'run', value: madeAt })
  }

  const work = async (run: Running): Promise<void> => {
    const { signal } = run.controller
    try {
      const makePlan: Parameters<typeof runStress>[1] = (problem) => core.priority.whenIdle(problem, { signal })
      const result = await runStress(stressSteps(ground(), run.question), makePlan, ({ phase, done, of }) => {
        signal.throwIfAborted()
        Object.assign(run, { phase, done, of })
      })
      const made = {
        ...{ madeAt: wallTimeOf(core.nowMs()), elapsedMs: Math.round(core.monotonicMs() - run.startMs), result },
      }
      saveStressRun(core.db, made)
      latest = made
    } catch (error) {
      if (!signal.aborted) {
        failed = error instanceof AppError ? error.message : '压力测试意外中断，原因已记入日志；没有保存结果，请重试。'
        if (!(error instanceof AppError)) core.logBug('readiness.stress', error)
      }
    } finally {
      if (running === run) {
        running = null
        core.restBackground()
      }
    }
  }

  return {
    stress: () => ({
      running: running === null ? null : progressOf(running, core),
      failed,
      latest: reportOf(newest(), ground),
    }),
    startStress: ({ commandId, ...question }) => {
      if (running?.commandId === commandId) return { started: true }
      if (running !== null) {
        throw new AppError('conflict', '压力测试正在进行：请等它完成，或先停止', {
          path: 'commandId',
          value: commandId,
        })
      }
      failed = null
      const run: Running = {
        ...{ commandId, question, controller: new AbortController(), startMs: core.monotonicMs() },
        ...{ phase: 'misses', done: 0, of: question.incidents },
      }
      running = run
      void work(run)
      return { started: true }
    },
    stopStress: () => {
      if (running === null) return { stopped: false }
      running.controller.abort()
      running = null
      core.restBackground()
      return { stopped: true }
    },
    stressIncidents: ({ run, key, town }) => {
      const all = theRun(run).result.incidents.filter(
        (incident) =>
          (town === undefined || incident.town === town) &&
          (key === null ? incident.misses.length > 0 : incident.misses.some((miss) => miss.key === key)),
      )
      return { total: all.length, rows: all.slice(0, LISTED) }
    },
    stressIncident: async ({ run, index }) => {
      const kept = theRun(run)
      const stored = kept.result.incidents[index]
      if (stored === undefined) {
        throw new AppError('not-found', `压力测试结果里没有第 ${index + 1} 起事件：请刷新后重选`, {
          path: 'index',
          value: index,
        })
      }
      const problem = drawnProblem(ground(), kept.result.question.seed, index)
      try {
        return { stored, evidence: stressEvidence(problem, index, await core.priority.whenIdle(problem)) }
      } finally {
        if (running === null) core.restBackground()
      }
    },
  }
}

function progressOf(run: Running, core: StressServiceParts): NonNullable<State['running']> {
  const { question, phase, done, of, startMs } = run
  return {
    ...{ question, phase, done, of, paused: core.priority.isBusy() },
    elapsedMs: Math.round(core.monotonicMs() - startMs),
  }
}

/** The newest run without its single incidents, and what of its ground has changed since. */
function reportOf(kept: StoredStressRun | null, ground: () => StressGround): State['latest'] {
  if (kept === null) return null
  const { incidents, ...result } = kept.result
  const { madeAt, elapsedMs } = kept
  return { ...result, drawn: incidents.length, madeAt, elapsedMs, outdated: outdatedBy(kept.result, ground()) }
}

function outdatedBy(
  result: StressResult,
  { dataset, parameters, library }: StressGround,
): NonNullable<State['latest']>['outdated'] {
  return [
    ...(result.datasetVersion === dataset.version ? [] : ['data' as const]),
    ...(result.parametersVersion === parameters.version ? [] : ['parameters' as const]),
    ...(result.libraryVersion === libraryVersion(library) ? [] : ['library' as const]),
    ...(result.plannerVersion === PLANNER_VERSION ? [] : ['planner' as const]),
  ]
}
