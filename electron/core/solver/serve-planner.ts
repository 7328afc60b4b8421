import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { createHighsSolver } from './highs-solver.ts'
import { planWithSolver } from './plan-with-solver.ts'
import { ToWorker, type FromWorker, type KeptParts, type SentParts } from './worker-messages.ts'

/** The part of a worker's port that is used. */
export interface WorkerPort {
  on(event: 'message', listener: (message: unknown) => void): unknown
  postMessage(message: FromWorker): void
}

/**
 * The worker's end: answers each plan with its stages, a draft, and then the plan itself. It blocks while it works; the
 * core stops it by ending the whole worker.
 */
export function servePlanner(port: WorkerPort, loadSolver: () => Promise<MilpSolver> = createHighsSolver): void {
  const log = (where: string, error: unknown): void => {
    port.postMessage({ kind: 'log', where, text: textOf(error) })
  }
  const planning = planWithSolver(log, loadSolver)
  let kept: Partial<KeptParts> = {}

  const plan = async ({ job, kept: changed, problem }: Extract<ToWorker, { kind: 'plan' }>): Promise<void> => {
    kept = mergeParts(kept, changed)
    const { dataset, hazmat, library } = kept
    invariant(
      dataset !== undefined && hazmat !== undefined && library !== undefined,
      'a first problem comes with all its parts',
    )
    const whole = { ...problem, dataset, hazmat, library }
    const make = (effort: 'draft' | 'exact'): ReturnType<typeof planning.planDispatch> =>
      planning.planDispatch(
        { ...whole, effort },
        {
          onProgress: (progress) => {
            if (progress.kind === 'stage') port.postMessage({ kind: 'stage', job, effort, stage: progress.stage })
          },
        },
      )
    try {
      const draft = await make('draft')
      if (problem.effort === 'draft') {
        port.postMessage({ kind: 'done', job, plan: draft })
        return
      }
      port.postMessage({ kind: 'draft', job, plan: draft })
      port.postMessage({ kind: 'done', job, plan: await make('exact') })
    } catch (error) {
      const report = error instanceof AppError ? error.toReport() : null
      port.postMessage({ kind: 'failed', job, report, text: textOf(error) })
    }
  }

  port.on('message', (message) => {
    const asked = ToWorker.parse(message)
    if (asked.kind === 'plan') void plan(asked)
    else void planning.warmUp().catch((error: unknown) => log('solver.warmUp', error))
  })
}

/** What the worker has with what came; a data set whose lists did not change stays the very same. */
function mergeParts(kept: Partial<KeptParts>, { dataset, ...others }: SentParts): Partial<KeptParts> {
  if (dataset === undefined) return { ...kept, ...others }
  // The first data set comes with all its lists, and each later one with those that changed.
  const whole = { ...kept.dataset, ...dataset } as KeptParts['dataset']
  return { ...kept, ...others, dataset: whole }
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
