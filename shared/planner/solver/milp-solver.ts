/** When a solver may stop. Gap and nodes first; the clock is a guard only, because it makes an answer hard to repeat. */
export interface MilpLimits {
  /** Stops when (objective − bound) / objective is this small. */
  readonly relativeGap: number
  /** Stops when objective − bound is this small. Below 1 proves an integer objective. */
  readonly absoluteGap: number
  readonly maxNodes: number
  readonly guardMs: number
}

/** A mixed integer linear model to be minimised: costs, bounds and a matrix stored by rows. Infinity = no bound. */
export interface MilpModel {
  readonly offset: number
  readonly costs: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  /** 1 = whole number, 0 = any. */
  readonly integers: readonly (0 | 1)[]
  readonly rowLower: readonly number[]
  readonly rowUpper: readonly number[]
  /** Row r owns the entries from `rowStarts[r]` up to `rowStarts[r + 1]`. */
  readonly rowStarts: readonly number[]
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly limits: MilpLimits
}

/** Why the solver stopped. `gap` = proven within the limits; `time` may differ on a repeat. */
export type MilpStop = 'gap' | 'nodes' | 'time' | 'infeasible' | 'failed'

/** What a solver found. `values` is null when it found nothing; `bound` is null when it proved nothing. */
export interface MilpSolution {
  readonly stop: MilpStop
  readonly values: readonly number[] | null
  readonly bound: number | null
}

/** The port behind which a solver stands. It is synchronous and answers the same model the same way. */
export interface MilpSolver {
  /** Name and version, e.g. "HiGHS 1.11.0"; part of what a plan is made from. */
  readonly name: string
  solve(model: MilpModel): MilpSolution
}
