import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { MilpModel, MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import type { PlanDispatch } from '../services/planning-port.ts'
import { createHighsSolver } from './highs-solver.ts'
import { shareAt } from './progress-share.ts'

/** The planner with its exact solver, which is loaded when it is first wanted. */
export interface SolverPlanning {
  readonly planDispatch: PlanDispatch
  /** Loads the solver and solves a trifle, so that the first plan does not wait for it. */
  warmUp(): Promise<void>
}

/** Joins planner and solver. A solver that cannot be loaded is logged; plans are then drafts and say so. */
export function planWithSolver(
  logBug: (where: string, error: unknown) => void,
  load: () => Promise<MilpSolver> = createHighsSolver,
): SolverPlanning {
  let loading: Promise<MilpSolver> | null = null
  const loaded = (): Promise<MilpSolver> =>
    (loading ??= load().catch((error: unknown) => {
      logBug('solver.load', error)
      return ABSENT
    }))
  const guarded = async (): Promise<MilpSolver> => {
    const solver = await loaded()
    return { name: solver.name, solve: (model) => solveGuarded(solver, model, logBug) }
  }
  return {
    planDispatch: async (problem, run = {}) => {
      const solver = await guarded()
      const { effort = 'exact' } = problem
      return planDispatch({ ...problem, solver }, (stage) =>
        run.onProgress?.({ kind: 'stage', effort, stage, share: shareAt(stage, 'only') }),
      )
    },
    warmUp: async () => {
      const solver = await guarded()
      solver.solve(TRIFLE)
    },
  }
}

/** A solver that throws has failed; the draft takes its place and the fault is logged. */
function solveGuarded(
  solver: MilpSolver,
  model: MilpModel,
  logBug: (where: string, error: unknown) => void,
): ReturnType<MilpSolver['solve']> {
  try {
    return solver.solve(model)
  } catch (error) {
    logBug('solver.solve', error)
    return { stop: 'failed', values: null, bound: null }
  }
}

const ABSENT: MilpSolver = { name: 'none', solve: () => ({ stop: 'failed', values: null, bound: null }) }

/** One column, one row. */
const TRIFLE: MilpModel = {
  offset: 0,
  costs: [1],
  lower: [0],
  upper: [3],
  integers: [1],
  rowLower: [1.5],
  rowUpper: [Infinity],
  rowStarts: [0, 1],
  columns: [0],
  values: [1],
  limits: { relativeGap: 0, absoluteGap: 0.99, maxNodes: 1, guardMs: 1000 },
}
