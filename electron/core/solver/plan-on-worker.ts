import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/kernel/app-error.ts'
import { PlannerLost, type PlanDispatch, type PlanningProgress, type PlanningRun } from '../services/planning-port.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { createKeptParts } from './kept-parts.ts'
import { shareAt } from './progress-share.ts'
import { FromWorker, type ToWorker } from './worker-messages.ts'

/** The planner on a worker thread of its own, so that whoever asked stays free. */
export interface WorkerPlanning {
  readonly planDispatch: PlanDispatch
  /** Starts the worker and loads its solver, so that the first plan does not wait for them. */
  warmUp(): void
  /** Ends the worker; plans under way are refused as cancelled. */
  dispose(): Promise<void>
}

/** A plan that is asked for. */
interface Job {
  readonly number: number
  readonly problem: PlanningProblem
  readonly onProgress: (progress: PlanningProgress) => void
  readonly resolve: (plan: DispatchPlan) => void
  readonly reject: (error: Error) => void
}

/**
 * Runs the planner on one worker, one plan after the other in the order they were asked for; who waits is told how many
 * are ahead. A plan under way cannot be interrupted from inside, because the solver's call blocks its thread: to cancel
 * it the worker is ended and the next one started at once. A worker that ends by itself refuses its plan with
 * `PlannerLost`; the next plan gets a new worker.
 */
export function planOnWorker(
  workerFile: string | URL,
  logBug: (where: string, error: unknown) => void,
): WorkerPlanning {
  const kept = createKeptParts()
  const waiting: Job[] = []
  let worker: Worker | null = null
  let current: Job | null = null
  let lastNumber = 0

  const post = (to: Worker, message: ToWorker): void => to.postMessage(message)

  const running = (): Worker => {
    if (worker !== null) return worker
    const started = new Worker(workerFile, { name: 'planner' })
    worker = started
    started.on('message', (message: unknown) => {
      if (worker === started) receive(FromWorker.parse(message))
    })
    started.on('error', (error) => lose(started, error))
    started.on('exit', (code) => lose(started, new Error(`planner worker ended with code ${code}`)))
    post(started, { kind: 'warmUp' })
    return started
  }

  const receive = (message: FromWorker): void => {
    if (message.kind === 'log') {
      logBug(message.where, message.text)
      return
    }
    const job = current
    if (job?.number !== message.job) return
    switch (message.kind) {
      case 'stage': {
        const { effort, stage } = message
        const pass = job.problem.effort === 'draft' ? 'only' : effort
        job.onProgress({ kind: 'stage', effort, stage, share: shareAt(stage, pass) })
        return
      }
      case 'draft':
        job.onProgress({ kind: 'draft', plan: message.plan })
        return
      case 'done':
        finish(() => job.resolve(message.plan))
        return
      case 'failed': {
        const { report, text } = message
        finish(() => job.reject(report === null ? new Error(text) : new AppError(report.code, report.message, report)))
      }
    }
  }

  /** The plan under way has its answer; the next one begins. */
  const finish = (answer: () => void): void => {
    current = null
    answer()
    startNext()
  }

  const send = ({ number: job, problem, reject }: Job): void => {
    const { dataset, hazmat, library, ...own } = problem
    const sent = { ...own, solver: undefined } // the worker has its own
    const to = running()
    try {
      post(to, { kind: 'plan', job, kept: kept.changed({ dataset, hazmat, library }), problem: sent })
    } catch (error) {
      // Something in the problem cannot cross to a worker: a bug of whoever made it.
      kept.forget()
      finish(() => reject(new Error('the problem cannot be sent to the planner', { cause: error })))
    }
  }

  const startNext = (): void => {
    if (current === null) {
      current = waiting.shift() ?? null
      if (current !== null) send(current)
    }
    waiting.forEach(({ onProgress }, index) => onProgress({ kind: 'queued', ahead: index + 1 }))
  }

  const forget = (): Worker | null => {
    const gone = worker
    worker = null
    kept.forget()
    return gone
  }

  const lose = (lost: Worker, error: unknown): void => {
    if (worker !== lost) return
    forget()
    logBug('planner.worker', error)
    const job = current
    if (job !== null) finish(() => job.reject(new PlannerLost(error)))
  }

  const cancel = (job: Job): void => {
    const place = waiting.indexOf(job)
    if (place >= 0) {
      waiting.splice(place, 1)
      job.reject(cancelled())
      startNext()
    } else if (current === job) {
      void forget()?.terminate()
      running()
      finish(() => job.reject(cancelled()))
    }
  }

  return {
    planDispatch: (problem, { onProgress = () => undefined, signal }: PlanningRun = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(cancelled())
          return
        }
        const job: Job = { number: (lastNumber += 1), problem, onProgress, resolve, reject }
        signal?.addEventListener('abort', () => cancel(job), { once: true })
        waiting.push(job)
        startNext()
      }),
    warmUp: () => void running(),
    dispose: async () => {
      const stopped = [...waiting.splice(0), ...(current === null ? [] : [current])]
      current = null
      const gone = forget()
      for (const job of stopped) job.reject(cancelled())
      await gone?.terminate()
    },
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', '已取消生成方案；没有产生新版本，原有方案不变。需要时请重新生成', {
    path: 'plan',
  })
}
