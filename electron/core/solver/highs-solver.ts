import loadHighs, { type Highs, type Model } from 'highs'
import type { MilpModel, MilpSolution, MilpSolver, MilpStop } from '#shared/planner/solver/milp-solver.ts'

/** Loads HiGHS (WebAssembly, one thread) once; its solver then answers synchronously and the same every time. */
export async function createHighsSolver(): Promise<MilpSolver> {
  const highs = await loadHighs()
  return {
    name: `HiGHS ${highs.version.string}`,
    solve: (model) =>
      highs.withModel((native): MilpSolution => {
        passModel(highs, native, model)
        return readAnswer(highs, native, native.run().modelStatus, model)
      }),
  }
}

function passModel(highs: Highs, native: Model, model: MilpModel): void {
  const columns = model.costs.length
  const rows = model.rowLower.length
  native.options.set({
    output_flag: false,
    random_seed: 1,
    mip_rel_gap: model.limits.relativeGap,
    mip_abs_gap: model.limits.absoluteGap,
    mip_max_nodes: model.limits.maxNodes,
    time_limit: model.limits.guardMs / 1000,
  })
  const bound = (value: number): number =>
    value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value
  native.passModel({
    numCols: columns,
    numRows: rows,
    offset: model.offset,
    colCost: Float64Array.from(model.costs),
    colLower: Float64Array.from(model.lower, bound),
    colUpper: Float64Array.from(model.upper, bound),
    rowLower: Float64Array.from(model.rowLower, bound),
    rowUpper: Float64Array.from(model.rowUpper, bound),
    matrix: {
      format: 'csr',
      numRows: rows,
      numCols: columns,
      starts: Int32Array.from(model.rowStarts),
      indices: Int32Array.from(model.columns),
      values: Float64Array.from(model.values),
    },
    integrality: Int32Array.from(model.integers),
  })
}

function readAnswer(highs: Highs, native: Model, status: number, model: MilpModel): MilpSolution {
  const stop = stopOf(highs, status)
  const isMip = model.integers.includes(1)
  const hasPoint = Number(native.info.get('primal_solution_status')) === highs.constants.solutionStatus.feasible
  const bound = Number(native.info.get(isMip ? 'mip_dual_bound' : 'objective_function_value'))
  return {
    stop,
    values: hasPoint ? Array.from(native.getSolution().colValue) : null,
    bound: Number.isFinite(bound) && Math.abs(bound) < highs.infinity && (isMip || stop === 'gap') ? bound : null,
  }
}

function stopOf({ constants }: Highs, status: number): MilpStop {
  const { modelStatus } = constants
  if (status === modelStatus.optimal || status === modelStatus.empty) return 'gap'
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return 'infeasible'
  if (status === modelStatus.timeLimit) return 'time'
  if (status === modelStatus.solutionLimit || status === modelStatus.iterationLimit) return 'nodes'
  return 'failed'
}
