/** One comparison: ours and the baseline measured in turn in the same run. Ratio = ours / baseline. */
export interface BenchRow {
  /** Begins with the goal, e.g. `G1 …`. */
  readonly name: string
  readonly size: string
  readonly ours: number
  /** Null where there is nothing to compare with. */
  readonly baseline: number | null
  readonly baselineName: string
  readonly ratio: number | null
  readonly unit: string
  readonly runs: number
  /** True when a slow baseline was measured on a part of the work. */
  readonly extrapolated?: true
  /** The slow end of ours. */
  readonly p95?: number
  readonly note?: string
}

/** What a benchmark is asked for. */
export interface BenchOptions {
  /** Small sizes. */
  readonly quick: boolean
  /** Also the contenders that need programs of the system; one that is not installed is left out with a line. */
  readonly full: boolean
  /** Told what is being done, on stderr. */
  readonly say: (text: string) => void
}

/** A family of comparisons; `goals` are the names it can make rows for. */
export interface Bench {
  readonly goals: readonly string[]
  run(options: BenchOptions): BenchRow[] | Promise<BenchRow[]>
}

/** Ratio with four significant digits. */
export function ratioOf(ours: number, baseline: number): number {
  return Number((ours / baseline).toPrecision(4))
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
